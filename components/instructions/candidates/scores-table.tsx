import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { runQuery } from "#components/jobs/queries.ts";
import { cx } from "#components/ui/class-names.ts";
import type { Candidate } from "#lib/instructions/contract.ts";
import { MEASURES } from "#lib/similarity/measure.ts";
import { MEASURE_LABEL } from "../measure-words.ts";
import { runThresholds } from "./run-thresholds.ts";
import { scoreText } from "./score-text.ts";

interface ScoresTableProps {
  project: string;
  run: number;
  neighbour: Candidate["neighbours"][number];
}

/** All scores of a candidate and one neighbour, and which of them reach the run's thresholds. */
export function ScoresTable({ project, run, neighbour }: ScoresTableProps) {
  const { data } = useQuery(runQuery(api, project, run));
  const thresholds = data ? runThresholds(data) : null;
  return (
    <table className="w-full text-xs">
      <thead>
        <tr className="text-left text-ink-muted">
          <th className="py-1 font-normal">Measure</th>
          <th className="py-1 text-right font-normal">Score</th>
          <th className="py-1 text-right font-normal">Drops from</th>
          <th className="w-40 py-1 pl-4 font-normal">
            <span className="sr-only">Meaning</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {MEASURES.map((measure) => {
          const score = neighbour.scores[measure] ?? 0;
          const limit = thresholds?.[measure] ?? null;
          const reached = limit !== null && score >= limit;
          return (
            <tr key={measure} className="border-line border-t">
              <th className="py-1 text-left font-normal">{MEASURE_LABEL[measure]}</th>
              <td className={cx("py-1 text-right tabular-nums", reached && "font-semibold text-bad")}>
                {scoreText(score)}
              </td>
              <td className="py-1 text-right text-ink-muted tabular-nums">
                {limit === null ? "—" : scoreText(limit)}
              </td>
              <td className="py-1 pl-4 text-ink-muted">
                {[reached ? "reached" : null, neighbour.measures.includes(measure) ? "the nearest" : null]
                  .filter(Boolean)
                  .join(", ")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ScoreDetail } from "#lib/scoring/contract.ts";
import { problemScoresQuery } from "./queries.ts";
import { scoreText } from "./scorer-words.ts";

const CHECKS = [
  ["clear", "clear", "not clear"],
  ["solvable", "solvable", "not solvable"],
  ["answerRight", "answer right", "answer wrong"],
] as const;

/** What models say of the problem itself; nothing where none was asked. */
export function ProblemScores({ project, problem }: { project: string; problem: number }) {
  const scores = useQuery(problemScoresQuery(api, project, problem)).data?.problem ?? [];
  if (scores.length === 0) return null;
  return (
    <Panel title="Scores of the problem">
      <ul className="flex flex-col divide-y divide-line">
        {scores.map(({ id, scorer, kind, value, rationale, detail }) => (
          <li key={id} className="flex flex-col gap-1 py-2">
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate">{scorer}</span>
              <span className="font-medium tabular-nums">{scoreText(kind, value)}</span>
            </span>
            <Checks checks={detail?.checks} />
            {rationale ? <span className="text-ink-muted">{rationale}</span> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Checks({ checks }: { checks: ScoreDetail["checks"] }) {
  if (!checks) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {CHECKS.map(([name, yes, no]) =>
        checks[name] === null ? null : (
          <Badge key={name} tone={checks[name] ? "good" : "bad"}>
            {checks[name] ? yes : no}
          </Badge>
        ),
      )}
    </span>
  );
}

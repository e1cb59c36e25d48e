import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Score } from "#lib/scoring/contract.ts";
import { pathScoresQuery } from "./queries.ts";
import { scoreText } from "./scorer-words.ts";

const GRADES = Array.from({ length: 10 }, (_, at) => at + 1);

/** A path's scores, each with its rank in the problem and what decided it; and one's own grade. */
export function ScoresPanel({ project, path }: { project: string; path: number }) {
  const queryClient = useQueryClient();
  const query = pathScoresQuery(api, project, path);
  const scores = useQuery(query).data;
  const grade = useMutation(
    api.scorers.grade.mutationOptions({
      onSuccess: (found) => queryClient.setQueryData(query.queryKey, found),
      onError: (error) =>
        notify({ tone: "bad", title: "The grade wasn't saved", description: apiFailure(error).message }),
    }),
  );
  return (
    <Panel title="Scores">
      <div className="flex flex-col gap-4">
        {scores && scores.length > 0 ? (
          <ul className="flex flex-col divide-y divide-line">
            {scores.map((score) => (
              <ScoreLine key={score.id} project={project} score={score} />
            ))}
          </ul>
        ) : (
          <p className="min-h-5 text-ink-muted">{scores ? "No scorer has scored this path yet." : ""}</p>
        )}
        <fieldset className="flex flex-wrap items-center gap-1">
          <legend className="mb-1 text-ink-muted text-xs">
            Your grade: 9 is good anywhere, 2 is bad anywhere
          </legend>
          {GRADES.map((value) => (
            <Button
              key={value}
              size="sm"
              disabled={grade.isPending}
              onClick={() => grade.mutate({ project, path, value })}
            >
              {value}
            </Button>
          ))}
        </fieldset>
      </div>
    </Panel>
  );
}

function ScoreLine({ project, score }: { project: string; score: Score }) {
  const { scorer, scorerId, kind, value, rank, of, spread, rationale, detail } = score;
  return (
    <li className="flex flex-col gap-1 py-2">
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate">
          {scorerId === null ? (
            scorer
          ) : (
            <TextLink href={`/projects/${project}/scoring/${scorerId}`}>{scorer}</TextLink>
          )}
        </span>
        <span className="shrink-0 tabular-nums">
          <span className="font-medium">{scoreText(kind, value)}</span>{" "}
          <span className="text-ink-faint text-xs">
            {kind === "critique" ? "of 10" : `${rank ?? "—"} of ${of} in this problem`}
            {spread === null ? "" : `, ± ${spread.toFixed(2)}`}
          </span>
        </span>
      </span>
      {rationale ? <span className="text-ink-muted">{rationale}</span> : null}
      {detail?.features ? (
        <span className="text-ink-muted text-xs">
          {detail.features
            .slice(0, 3)
            .map(({ label, contribution }) => `${contribution >= 0 ? "＋" : "−"} ${label}`)
            .join(" · ")}
        </span>
      ) : null}
    </li>
  );
}

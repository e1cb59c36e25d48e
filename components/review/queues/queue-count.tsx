import type { UseQueryResult } from "@tanstack/react-query";
import { Failure } from "#components/problems/failure.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { cx } from "#components/ui/class-names.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { TaskKind } from "#lib/review/contract.ts";
import { NOTHING_HELP, workText } from "./making-words.ts";
import { unitsText } from "./queue-words.ts";

interface QueueCountProps {
  project: string;
  kind: TaskKind;
  query: UseQueryResult<{ units: number; gold: number }>;
  /** As far as they are typed rightly. */
  limit: number | null;
  overlap: number | null;
}

/** How many units a queue would have. The last answer stays in view while the next comes. */
export function QueueCount({ project, kind, query, limit, overlap }: QueueCountProps) {
  const { data, isFetching } = query;
  if (query.isError && !isFetching) {
    return (
      <Failure
        error={query.error}
        what="The count"
        onRetry={() => void query.refetch()}
        retrying={isFetching}
      />
    );
  }
  const help = NOTHING_HELP[kind];
  return (
    <Panel title="What it would hold" actions={isFetching && data ? <Spinner label="Counting anew" /> : null}>
      <div aria-busy={isFetching} className={cx("min-h-16", isFetching && data && "opacity-60")}>
        {data === undefined ? (
          <SkeletonLines lines={2} />
        ) : data.units === 0 ? (
          <Callout
            tone="warn"
            title="Nothing matches"
            action={
              <LinkButton size="sm" href={`/projects/${project}${help.path}`}>
                {help.action}
              </LinkButton>
            }
          >
            {help.why}
          </Callout>
        ) : (
          <>
            <p className="font-semibold text-xl tabular-nums" role="status">
              {unitsText(kind, Math.min(data.units, limit ?? data.units))}
            </p>
            <p className="text-ink-muted">{workText(data.units, limit, overlap)}</p>
          </>
        )}
      </div>
    </Panel>
  );
}

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { KindBadge } from "#components/paths/kind-badge.tsx";
import { PathTrace } from "#components/paths/path-trace.tsx";
import { pathQuery } from "#components/paths/queries.ts";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { Failure } from "#components/problems/failure.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** A disputed path with its problem, to be read. */
export function DisputePath({
  project,
  id,
  withProblem = true,
}: {
  project: string;
  id: number;
  withProblem?: boolean;
}) {
  const query = useQuery(pathQuery(api, project, id));
  if (query.isError) {
    return (
      <Failure
        error={query.error}
        what="This path"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (!query.data) return <SkeletonLines lines={8} />;
  const { problemText, referenceAnswer, segments, verdict, kind, model, answer } = query.data;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {withProblem ? (
        <Panel
          title="Problem"
          description={referenceAnswer === null ? undefined : `Reference: ${referenceAnswer}`}
        >
          <MathText text={problemText} />
        </Panel>
      ) : null}
      <Panel
        title={model ?? "A person's path"}
        actions={<TextLink href={`/projects/${project}/paths/${id}`}>Open</TextLink>}
        flush
      >
        <p className="flex flex-wrap items-center gap-3 px-4 py-2">
          <KindBadge kind={kind} />
          <VerdictMark verdict={verdict} />
          {answer === null ? null : <span className="font-medium">{answer}</span>}
        </p>
        <PathTrace segments={segments} label={`Path ${id}`} maxHeight={480} />
      </Panel>
    </div>
  );
}

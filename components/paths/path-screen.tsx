"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Fold } from "#components/problems/fold.tsx";
import { MathLine } from "#components/problems/math-line.tsx";
import { Neighbours } from "#components/problems/neighbours.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { RunPanel } from "#components/python/run-panel.tsx";
import { ScoresPanel } from "#components/scoring/scores-panel.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { Path, SegmentExecution } from "#lib/paths/contract.ts";
import { ExecutionPanel } from "./execution-panel.tsx";
import { KindBadge } from "./kind-badge.tsx";
import { PathFacts } from "./path-facts.tsx";
import { PathMarks } from "./path-marks.tsx";
import { PathTrace } from "./path-trace.tsx";
import { PathVerdict } from "./path-verdict.tsx";
import { ProblemPaths } from "./problem-paths.tsx";
import { pathQuery } from "./queries.ts";
import { StepSummary } from "./step-summary.tsx";
import { TraceViewSwitch } from "./trace-view.tsx";
import { useTraceMarks } from "./use-trace-marks.ts";
import { useTraceSpot } from "./use-trace-spot.ts";

/** One reasoning path: its trace, its answer, what checking says of it, and the other paths of its problem. */
export function PathScreen({ project, id }: { project: string; id: number }) {
  const query = useQuery(pathQuery(api, project, id));
  if (query.data) return <LoadedPath project={project} path={query.data} />;
  return (
    <>
      <PageHeader title="Path" back={{ href: `/projects/${project}/paths`, label: "Paths" }} />
      {query.isError ? (
        <Failure
          error={query.error}
          what="This path"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <PageBody>
          <SkeletonLines lines={10} />
        </PageBody>
      )}
    </>
  );
}

/** Who wrote it, as far as the reader may know. */
function pathTitle({ model, modelHidden, author }: Path): string {
  if (modelHidden) return "Path";
  return model ?? `${author ?? "A person"}'s path`;
}

function LoadedPath({ project, path }: { project: string; path: Path }) {
  const { id, problemId, problemText, segments, previousId, nextId, execution } = path;
  const at = `/projects/${project}/paths`;
  const role = useQuery(projectQuery(api, project)).data?.role;
  const { document, steps, marks } = useTraceMarks(path);
  const [spot, setSpot] = useTraceSpot();
  const showBlock = ({ segment, error }: SegmentExecution) => {
    const fence = document.lines.find((block) => block.segment === segment)?.startLine ?? 1;
    const line = fence + (error?.line ?? 0);
    setSpot({ segment, place: { startLine: line, startColumn: 1, endLine: line, endColumn: 1 } });
  };
  return (
    <>
      <PageHeader
        title={pathTitle(path)}
        back={{ href: at, label: "Paths" }}
        meta={
          <>
            <KindBadge kind={path.kind} />
            <PathMarks path={path} />
          </>
        }
        actions={
          <>
            <LinkButton size="sm" variant="ghost" href={`/projects/${project}/problems/${problemId}`}>
              To the problem
            </LinkButton>
            <Neighbours
              what="path of this problem"
              previous={previousId === null ? null : `${at}/${previousId}`}
              next={nextId === null ? null : `${at}/${nextId}`}
            />
          </>
        }
      />
      <PageBody>
        <Columns
          aside={
            <>
              <ProblemPaths project={project} problem={problemId} current={id} />
              {role !== undefined && role !== "reviewer" ? <ScoresPanel project={project} path={id} /> : null}
              <PathFacts path={path} />
            </>
          }
        >
          <Fold title="Problem" hint={<MathLine text={problemText} />}>
            <MathText text={problemText} />
          </Fold>
          <PathVerdict project={project} path={path} />
          <ExecutionPanel project={project} path={path} onShow={showBlock} />
          <Panel
            flush
            title="Trace"
            actions={
              <>
                <CopyButton label="Copy the source" text={document.text} />
                <TraceViewSwitch />
              </>
            }
          >
            <StepSummary
              steps={steps}
              wrong={marks.wrong}
              onShow={({ step, place }) => setSpot({ segment: step.segment, place })}
            />
            <PathTrace segments={segments} marks={marks} execution={execution} spot={spot} />
          </Panel>
          <RunPanel project={project} path={path} />
        </Columns>
      </PageBody>
    </>
  );
}

function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
      <div className="flex min-w-0 flex-col gap-4">{aside}</div>
    </div>
  );
}

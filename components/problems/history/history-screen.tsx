"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from "nuqs";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { fieldsOfProblem } from "../editor/draft-fields.ts";
import { versionsQuery } from "../editor/queries.ts";
import { Failure } from "../failure.tsx";
import { problemQuery } from "../queries.ts";
import { FieldChanges } from "./field-changes.tsx";
import { RestoreVersion } from "./restore-version.tsx";
import { VersionList } from "./version-list.tsx";

const COMPARED = [
  { value: "before", label: "One before" },
  { value: "current", label: "Current" },
  { value: "none", label: "As it was" },
] as const;

/** A problem's versions: who changed what and when, what any of them was, and the way back to it. */
export function HistoryScreen({ project, id }: { project: string; id: number }) {
  const [{ version, with: compared }, setParams] = useQueryStates({
    version: parseAsInteger,
    with: parseAsStringLiteral(["before", "current", "none"]).withDefault("before"),
  });
  const problem = useQuery(problemQuery(api, project, id));
  const query = useInfiniteQuery(versionsQuery(api, project, id));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const versions = query.data?.pages.flatMap((page) => page.items) ?? [];
  const at = Math.max(
    0,
    versions.findIndex((one) => one.version === version),
  );
  const chosen = versions[at];
  const choose = (next: number | undefined) => {
    if (next !== undefined) void setParams({ version: next });
  };
  useHotkeys({
    j: () => choose(versions[at + 1]?.version),
    k: () => choose(versions[at - 1]?.version),
    arrowdown: () => choose(versions[at + 1]?.version),
    arrowup: () => choose(versions[at - 1]?.version),
  });
  const header = (
    <PageHeader
      back={{ href: `/projects/${project}/problems/${id}`, label: `Problem ${id}` }}
      description="Every saved version, and the way back to it."
      title="History"
    />
  );
  const failed = query.isError ? query : problem.isError ? problem : null;
  if (failed && (!problem.data || !query.data)) {
    return (
      <>
        {header}
        <Failure
          error={failed.error}
          onRetry={() => void failed.refetch()}
          retrying={failed.isFetching}
          what="This history"
        />
      </>
    );
  }
  if (!problem.data || !chosen) {
    return (
      <>
        {header}
        <PageBody>
          <SkeletonLines lines={8} />
        </PageBody>
      </>
    );
  }
  const current = problem.data.version;
  const before = versions[at + 1]?.fields ?? null;
  const fields = { before, current: fieldsOfProblem(problem.data), none: null }[compared];
  const first = compared === "before" && before === null;
  return (
    <>
      {header}
      <PageBody>
        <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <Panel
            actions={
              <span className="flex items-center gap-1">
                <Kbd keys="j" />
                <Kbd keys="k" />
              </span>
            }
            className="lg:max-h-[calc(100dvh-10rem)] [&>div]:overflow-y-auto"
            flush
            title={versions.length === 1 ? "One version" : "Versions"}
          >
            <VersionList
              chosen={chosen.version}
              current={current}
              more={{
                has: query.hasNextPage,
                loading: query.isFetchingNextPage,
                load: () => void query.fetchNextPage(),
              }}
              onChoose={choose}
              versions={versions}
            />
          </Panel>
          <Panel
            actions={
              <>
                <Segmented
                  label="Compared with"
                  onChange={(value) => void setParams({ with: value })}
                  options={COMPARED}
                  value={compared}
                />
                {chosen.version !== current && role !== undefined && role !== "reviewer" ? (
                  <RestoreVersion
                    onRestored={choose}
                    problem={problem.data}
                    project={project}
                    version={chosen.version}
                  />
                ) : null}
              </>
            }
            description={first ? "There is none before it: it is shown as it was." : undefined}
            flush
            title={`Version ${chosen.version}`}
          >
            <FieldChanges
              after={compared === "current" ? fieldsOfProblem(problem.data) : chosen.fields}
              before={compared === "current" ? chosen.fields : fields}
              none={
                compared === "current"
                  ? "This is what the problem says now."
                  : "It says the same as the one before."
              }
            />
          </Panel>
        </div>
      </PageBody>
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { Code, LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { problemQuery } from "#components/problems/queries.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { MathSource } from "#components/ui/math-source.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { templateQuery } from "./queries.ts";
import { TemplateEditor } from "./template-editor.tsx";
import { VaryButton } from "./vary-button.tsx";

const EXAMPLE = "```python\neggs = 16\neaten = 3\nprice = 2\nprint((eggs - eaten) * price)\n```";

/** A seed as a template: which of its numbers may be others, and what then becomes of it. */
export function TemplateScreen({ project, id }: { project: string; id: number }) {
  const role = useQuery(projectQuery(api, project)).data?.role;
  const reads = role !== undefined && role !== "reviewer";
  const problem = useQuery(problemQuery(api, project, id));
  const options = templateQuery(api, project, id);
  const query = useQuery(reads ? options : { ...options, enabled: false });
  const seed = query.data;
  const mayVary = problem.data?.origin === "seed" && problem.data.split === "train";
  const fails = seed !== undefined && seed.reason !== null;
  const isStale = seed !== undefined && seed.version > 0 && !seed.saved;

  return (
    <>
      <PageHeader
        back={{ href: `/projects/${project}/problems/${id}`, label: `Problem ${id}` }}
        title="Template"
        description="Other numbers make other problems; the program gives their answers."
        meta={seed?.saved ? <Badge tone="accent">Set by a person</Badge> : undefined}
        actions={
          seed?.template && !fails && mayVary ? <VaryButton project={project} problem={id} /> : undefined
        }
      />
      <PageBody width="wide">{body()}</PageBody>
    </>
  );

  function body(): ReactNode {
    if (role === "reviewer") {
      return (
        <EmptyState icon={<LockKeyhole />} title="Templates are set by curators">
          A curator decides which numbers of a seed may vary. You see what comes of it when you review.
        </EmptyState>
      );
    }
    if (query.isError && !seed) {
      return (
        <Failure
          error={query.error}
          what="This template"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      );
    }
    if (!seed) return <SkeletonLines lines={12} />;
    if (!seed.template) return <NoTemplate project={project} id={id} reason={seed.reason ?? ""} />;
    return (
      <div className="flex flex-col gap-4">
        {problem.data && !mayVary ? (
          <Callout tone="warn" title="Runs leave this problem alone">
            {problem.data.split === "test"
              ? "It is of the test split, and nothing that is trained on may come from there."
              : "It is an instruction that a run made; only seeds vary."}
          </Callout>
        ) : null}
        {fails ? (
          <Callout
            tone="bad"
            title="It can't vary yet"
            action={
              <LinkButton size="sm" href={`/projects/${project}/problems/${id}/edit`}>
                Edit the problem
              </LinkButton>
            }
          >
            {seed.reason}
          </Callout>
        ) : isStale ? (
          <Callout tone="warn" title="It has changed">
            Its statement or program is another since its ranges were saved. These are new ones; save them
            when they are right.
          </Callout>
        ) : null}
        <TemplateEditor
          key={seed.template.statement + seed.template.program}
          project={project}
          seed={seed}
          template={seed.template}
        />
      </div>
    );
  }
}

function NoTemplate({ project, id, reason }: { project: string; id: number; reason: string }) {
  return (
    <EmptyState
      icon={<Code />}
      title="This problem can't vary yet"
      action={
        <LinkButton variant="primary" href={`/projects/${project}/problems/${id}/edit`}>
          Write its program
        </LinkButton>
      }
    >
      <p>{reason}</p>
      <p className="mt-3">
        A program that varies gives each number of the statement a name, and prints the answer:
      </p>
      <MathSource
        text={EXAMPLE}
        className="mt-2 rounded-md border border-line bg-sunken p-3 text-left text-ink"
      />
    </EmptyState>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { FamilyPanel } from "#components/instructions/candidates/family-panel.tsx";
import { AgreementPanel } from "#components/paths/agreement-panel.tsx";
import { ProblemPaths } from "#components/paths/problem-paths.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { ProblemScores } from "#components/scoring/problem-scores.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { AnswerText } from "./answer-text.tsx";
import { Failure } from "./failure.tsx";
import { Fold } from "./fold.tsx";
import { HardBadge } from "./hard-badge.tsx";
import { Neighbours } from "./neighbours.tsx";
import { ProblemActions } from "./problem-actions.tsx";
import { ProblemFacts } from "./problem-facts.tsx";
import { QualityCard } from "./quality/quality-card.tsx";
import { problemQuery } from "./queries.ts";
import { StatementPanel } from "./statement-panel.tsx";
import { ClassifyProblem } from "./suggest/classify-problem.tsx";

/** One problem with its reference answer and the paths to it. */
export function ProblemScreen({ project, id }: { project: string; id: number }) {
  const query = useQuery(problemQuery(api, project, id));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const writes = role === "curator" || role === "lead";
  const at = `/projects/${project}/problems`;
  const back = { href: at, label: "Problems" };
  if (query.isError && !query.data) {
    return (
      <>
        <PageHeader title="Problem" back={back} />
        <Failure
          error={query.error}
          what="This problem"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </>
    );
  }
  if (!query.data) {
    return (
      <>
        <PageHeader title="Problem" back={back} />
        <PageBody>
          <SkeletonLines lines={8} />
        </PageBody>
      </>
    );
  }
  const problem = query.data;
  const { text, answer, solution, subdomain, split, previousId, nextId } = problem;
  return (
    <>
      <PageHeader
        title={`Problem ${id}`}
        back={back}
        meta={
          <>
            {subdomain === null ? null : <Badge>{subdomain}</Badge>}
            {problem.isHard ? <HardBadge problem={problem} /> : null}
            {split === "test" ? <Badge tone="warn">test split</Badge> : null}
          </>
        }
        actions={
          <>
            <ProblemActions project={project} problem={problem} />
            <Neighbours
              what="problem"
              previous={previousId === null ? null : `${at}/${previousId}`}
              next={nextId === null ? null : `${at}/${nextId}`}
            />
          </>
        }
      />
      <PageBody>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <StatementPanel
              key={id}
              text={text}
              footer={
                writes && subdomain === null ? <ClassifyProblem project={project} problem={problem} /> : null
              }
            />
            <Panel title="Reference answer">
              {answer === null ? (
                <p className="text-ink-muted">
                  None. Paths to this problem can't be checked and stay unverifiable.
                </p>
              ) : (
                <p className="overflow-x-auto font-medium text-base">
                  <AnswerText answer={answer} />
                </p>
              )}
            </Panel>
            {solution === null ? null : (
              <Fold title="Worked solution">
                <MathText text={solution} />
              </Fold>
            )}
            <AgreementPanel project={project} problem={id} reference={answer} />
            <ProblemPaths project={project} problem={id} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <ProblemFacts project={project} problem={problem} />
            {writes ? <ProblemScores project={project} problem={id} /> : null}
            {writes ? <FamilyPanel project={project} problem={id} /> : null}
            {writes ? <QualityCard key={id} project={project} problem={problem} /> : null}
          </div>
        </div>
      </PageBody>
    </>
  );
}

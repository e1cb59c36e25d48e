"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDown } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { MathInline } from "#components/ui/math-inline.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Family } from "#lib/instructions/contract/candidates.ts";
import type { ProblemRow } from "#lib/problems/contract.ts";
import { METHOD_LABEL } from "./candidate-words.ts";
import { familyQuery } from "./queries.ts";
import { valuesText } from "./values-text.ts";

/**
 * A problem's family from top to bottom: what it was grown from, how, the problem itself, and what was grown from it.
 * Nothing where it has none, and nothing for those who may not see it.
 */
export function FamilyPanel({ project, problem }: { project: string; problem: number }) {
  const query = useQuery(familyQuery(api, project, problem));
  if (query.isError && !query.data) {
    return (
      <Panel title="Family">
        <Failure
          error={query.error}
          what="The family of this problem"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </Panel>
    );
  }
  if (!query.data) return null;
  const { lineage, children, childCount } = query.data;
  if (lineage === null && childCount === 0) return null;
  return (
    <Panel title="Family">
      <ol className="flex flex-col gap-1.5">
        {lineage === null ? null : <Origin project={project} lineage={lineage} />}
        <Step>
          <p className="rounded-md border border-accent-text/40 bg-accent-soft px-3 py-1.5 font-medium">
            Problem {problem}
          </p>
        </Step>
        {childCount === 0 ? null : (
          <Step arrow={`${countWords(childCount, "problem")} grown from it`}>
            <Problems project={project} problems={children} />
            {childCount > children.length ? (
              <p className="pt-1 text-ink-muted text-xs">
                and {(childCount - children.length).toLocaleString("en")} more
              </p>
            ) : null}
          </Step>
        )}
      </ol>
    </Panel>
  );
}

/** The parents, and how the problem was made of them. */
function Origin({ project, lineage }: { project: string; lineage: NonNullable<Family["lineage"]> }) {
  const { run, method, model, promptVersion, values, candidate, parents } = lineage;
  const at = `/projects/${project}`;
  return (
    <>
      <Step>
        {parents.length === 0 ? (
          <p className="text-ink-muted">Its parents aren't in this project.</p>
        ) : (
          <Problems project={project} problems={parents} />
        )}
      </Step>
      <Step arrow="grown by">
        <p className="rounded-md border border-line bg-sunken px-3 py-1.5 text-xs leading-5">
          {METHOD_LABEL[method]} in <TextLink href={`${at}/runs/${run.id}`}>run {run.id}</TextLink>
          {model === null ? null : `, by ${model}`}
          {promptVersion === null ? null : `, with prompt version ${promptVersion}`}
          {values === null ? null : `, where ${valuesText(values)}`}
          {", as "}
          <TextLink href={`${at}/candidates/${candidate}`}>candidate {candidate}</TextLink>
        </p>
      </Step>
      <li aria-hidden className="flex text-ink-faint">
        <ArrowDown className="size-3.5" />
      </li>
    </>
  );
}

function Step({ arrow, children }: { arrow?: string; children: ReactNode }) {
  return (
    <li className="min-w-0">
      {arrow === undefined ? null : (
        <p className="flex items-center gap-1 pb-1.5 text-ink-muted text-xs">
          <ArrowDown aria-hidden className="size-3.5 text-ink-faint" />
          {arrow}
        </p>
      )}
      {children}
    </li>
  );
}

function Problems({ project, problems }: { project: string; problems: readonly ProblemRow[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {problems.map(({ id, text }) => (
        <li key={id} className="flex min-w-0 gap-2 rounded-md border border-line px-3 py-1.5">
          <TextLink href={`/projects/${project}/problems/${id}`} className="shrink-0">
            {id}
          </TextLink>
          <span className="line-clamp-1 min-w-0">
            <MathInline text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}

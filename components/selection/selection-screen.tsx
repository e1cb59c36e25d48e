"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { selectionQuery } from "./queries.ts";
import { RemoveSelection } from "./remove-selection.tsx";
import { formOf, withRuleForm } from "./rule-form.ts";
import { SelectionRows } from "./selection-rows.tsx";
import { ruleSentence } from "./selection-words.ts";

/** What a selection did with each path, and why. */
export function SelectionScreen({ project, id }: { project: string; id: number }) {
  const query = useQuery(selectionQuery(api, project, id));
  const selection = query.data;
  const at = `/projects/${project}/selection`;
  const back = { href: at, label: "Selection" };
  if (!selection) {
    return (
      <>
        <PageHeader title="Selection" back={back} />
        <PageBody>
          {query.isError ? (
            <Failure
              error={query.error}
              what="This selection"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : (
            <SkeletonLines lines={8} />
          )}
        </PageBody>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={selection.name}
        back={back}
        description={ruleSentence(selection.rule)}
        meta={
          selection.ready ? null : (
            <>
              <Badge tone="warn">Not done</Badge>
              {selection.runId === null ? null : (
                <TextLink href={`/projects/${project}/runs/${selection.runId}`}>Its run</TextLink>
              )}
            </>
          )
        }
        actions={
          <>
            <LinkButton href={withRuleForm(at, formOf(selection.rule))}>Its rule anew</LinkButton>
            <LinkButton href={`${at}/models?selection=${id}`}>Its models</LinkButton>
            <RemoveSelection project={project} selection={selection} />
          </>
        }
      />
      <SelectionRows project={project} selection={selection} />
    </>
  );
}

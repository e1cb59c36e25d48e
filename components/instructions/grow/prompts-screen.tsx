"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { promptPurpose } from "#lib/instructions/contract/growing.ts";
import { PromptEditor } from "./prompt-editor.tsx";
import { promptsQuery } from "./queries.ts";

const PURPOSES = [
  { value: "instruct", label: "Ask for problems" },
  { value: "solve", label: "Ask for a solution" },
] as const;

/** The words that models are asked with, and their versions. */
export function PromptsScreen({ project }: { project: string }) {
  const [purpose, setPurpose] = useQueryState(
    "purpose",
    parseAsStringLiteral(promptPurpose.options).withDefault("instruct"),
  );
  const query = useQuery(promptsQuery(api, project));
  const set = query.data?.find((one) => one.purpose === purpose);
  return (
    <>
      <PageHeader
        title="Prompts"
        back={{ href: `/projects/${project}/grow`, label: "Grow" }}
        description="A saved prompt is a new version; each run keeps the versions that it began with."
        actions={
          <Segmented
            label="Prompt"
            value={purpose}
            options={[...PURPOSES]}
            onChange={(value) => void setPurpose(value)}
          />
        }
      />
      <PageBody width="wide">
        {query.isError && !query.data ? (
          <Failure
            error={query.error}
            what="These prompts"
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : set ? (
          <PromptEditor key={purpose} project={project} set={set} />
        ) : (
          <SkeletonLines lines={10} />
        )}
      </PageBody>
    </>
  );
}

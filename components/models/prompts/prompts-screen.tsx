"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { Failure } from "#components/problems/failure.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { PromptEditor } from "./prompt-editor.tsx";
import type { PromptRoom } from "./prompt-room.ts";

/** The words that models are asked with, and their versions. */
export function PromptsScreen({ room }: { room: PromptRoom }) {
  const [purpose, setPurpose] = useQueryState(
    "purpose",
    parseAsString.withDefault(room.purposes[0]?.value ?? ""),
  );
  const query = useQuery(room.query);
  const set = query.data?.find((one) => one.purpose === purpose);
  return (
    <>
      <PageHeader
        title="Prompts"
        back={room.back}
        description="A saved prompt is a new version; each run keeps the versions that it began with."
        actions={
          <Segmented
            label="Prompt"
            value={purpose}
            options={[...room.purposes]}
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
          <PromptEditor key={purpose} room={room} set={set} />
        ) : (
          <SkeletonLines lines={10} />
        )}
      </PageBody>
    </>
  );
}

"use client";

import { api } from "#components/api/api.ts";
import { PromptsScreen } from "#components/models/prompts/prompts-screen.tsx";
import { samplePurpose } from "#lib/paths/contract/sampling.ts";
import { samplePromptsQuery } from "./queries.ts";

const PURPOSES = [
  { value: "sample-cot", label: "CoT" },
  { value: "sample-pot", label: "PoT" },
  { value: "sample-mixed", label: "Mixed" },
];

/** The prompts of sampling: one for each kind of path. */
export function SamplePrompts({ project }: { project: string }) {
  return (
    <PromptsScreen
      room={{
        back: { href: `/projects/${project}/sample`, label: "Sample" },
        purposes: PURPOSES,
        query: {
          queryKey: samplePromptsQuery(api, project).queryKey,
          queryFn: () => api.sampling.prompts.call({ project }),
        },
        save: ({ purpose, ...words }) =>
          api.sampling.savePrompt.call({ project, purpose: samplePurpose.parse(purpose), ...words }),
        preview: ({ purpose, ...words }) =>
          api.sampling.previewPrompt.call({ project, purpose: samplePurpose.parse(purpose), ...words }),
      }}
    />
  );
}

"use client";

import { api } from "#components/api/api.ts";
import { PromptsScreen } from "#components/models/prompts/prompts-screen.tsx";
import { promptPurpose } from "#lib/instructions/contract/growing.ts";
import { promptsQuery } from "./queries.ts";

const PURPOSES = [
  { value: "instruct", label: "Ask for problems" },
  { value: "solve", label: "Ask for a solution" },
];

/** The prompts of growing. */
export function GrowPrompts({ project }: { project: string }) {
  return (
    <PromptsScreen
      room={{
        back: { href: `/projects/${project}/grow`, label: "Grow" },
        purposes: PURPOSES,
        query: {
          queryKey: promptsQuery(api, project).queryKey,
          queryFn: () => api.growing.prompts.call({ project }),
        },
        save: ({ purpose, ...words }) =>
          api.growing.savePrompt.call({ project, purpose: promptPurpose.parse(purpose), ...words }),
        preview: ({ purpose, ...words }) =>
          api.growing.previewPrompt.call({ project, purpose: promptPurpose.parse(purpose), ...words }),
      }}
    />
  );
}

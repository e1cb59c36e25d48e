"use client";

import { api } from "#components/api/api.ts";
import { PromptsScreen } from "#components/models/prompts/prompts-screen.tsx";
import { scorePurpose } from "#lib/scoring/contract.ts";
import { scorePromptsQuery } from "./queries.ts";

const PURPOSES = [
  { value: "critique-path", label: "Grade a path" },
  { value: "critique-problem", label: "Grade a problem" },
  { value: "compare-paths", label: "Compare two paths" },
];

/** The prompts of scoring. */
export function ScorePrompts({ project }: { project: string }) {
  return (
    <PromptsScreen
      room={{
        back: { href: `/projects/${project}/scoring`, label: "Scoring" },
        purposes: PURPOSES,
        query: {
          queryKey: scorePromptsQuery(api, project).queryKey,
          queryFn: () => api.scoringRuns.prompts.call({ project }),
        },
        save: ({ purpose, ...words }) =>
          api.scoringRuns.savePrompt.call({ project, purpose: scorePurpose.parse(purpose), ...words }),
        preview: ({ purpose, ...words }) =>
          api.scoringRuns.previewPrompt.call({ project, purpose: scorePurpose.parse(purpose), ...words }),
      }}
    />
  );
}

import { sql } from "#lib/db.ts";
import { throwAwayModel } from "./models.ts";
import type { Input } from "./operation-input.ts";

const asked: Input = async (project) => ({
  project: project.slug,
  models: [await throwAwayModel(project, ["sampler"])],
  kinds: ["cot"],
});

/** What the operations on sampling need at least. */
export const samplingInputs: Record<string, Input> = {
  "sampling.start": asked,
  "sampling.estimate": asked,
  "sampling.yields": ({ slug }) => ({ project: slug }),
  "sampling.prompts": ({ slug }) => ({ project: slug }),
  "sampling.savePrompt": async ({ slug }) => {
    await sql()`DELETE FROM prompt`;
    return { project: slug, purpose: "sample-cot", base: 0, system: "", user: "{{problem}}" };
  },
  "sampling.previewPrompt": ({ slug }) => ({
    project: slug,
    purpose: "sample-cot",
    system: "",
    user: "{{problem}}",
  }),
};

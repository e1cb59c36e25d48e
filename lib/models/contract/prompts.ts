import { z } from "zod";
import { operation, projectInput, timestamp } from "#lib/api/operation.ts";

export const promptText = z.object({
  system: z.string().max(20_000),
  user: z.string().trim().min(1, "Write the prompt").max(50_000),
});

/** A placeholder of a prompt: {{name}} in its words. */
export const placeholder = z.object({ name: z.string(), required: z.boolean(), meaning: z.string() });

/** A version of a prompt; version 0 is built in. */
export const prompt = promptText.extend({
  purpose: z.string(),
  version: z.number().int(),
  by: z.string().nullable(),
  at: timestamp.nullable(),
});
export type Prompt = z.infer<typeof prompt>;

export const promptSet = z.object({
  purpose: z.string(),
  placeholders: z.array(placeholder),
  versions: z.array(prompt).describe("Newest first, down to the one that is built in"),
});
export type PromptSet = z.infer<typeof promptSet>;

/** The operations on a room's prompts. `path` is where they live below the project's. */
export function promptOperations<P extends z.ZodType<string>>(
  purpose: P,
  { path, tags }: { path: `/${string}`; tags: readonly string[] },
) {
  const at = `/projects/{project}${path}` as const;
  const about = { tags: [...tags] };
  return {
    prompts: operation
      .meta({ role: "curator" })
      .route({ method: "GET", path: at, ...about, summary: "Prompts with their versions" })
      .input(projectInput)
      .output(z.array(promptSet)),
    savePrompt: operation
      .meta({ role: "curator" })
      .route({
        method: "POST",
        path: at,
        ...about,
        summary: "Save a prompt as its next version; a conflict when someone else did so since `base`",
      })
      .input(projectInput.extend(promptText.shape).extend({ purpose, base: z.number().int() }))
      .output(prompt),
    previewPrompt: operation
      .meta({ role: "curator" })
      .route({
        method: "POST",
        path: `${at}/preview`,
        ...about,
        summary: "A prompt filled in with rows of the project, as a run would send it",
      })
      .input(projectInput.extend(promptText.shape).extend({ purpose }))
      .output(z.object({ system: z.string(), user: z.string() })),
  };
}

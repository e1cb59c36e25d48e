import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import type { PromptText } from "#lib/models/request.ts";
import { filledPrompt } from "#lib/models/store/prompt-sets.ts";
import { sampleValues } from "../sample-prompts.ts";

/** A prompt with the project's first problem in it. */
export async function previewSamplePrompt(
  scope: ProjectScope,
  { system, user }: PromptText,
): Promise<PromptText> {
  const [problem] = await sql()<{ text: string }[]>`
    SELECT text FROM problem WHERE project_id = ${scope.projectId} ORDER BY id LIMIT 1`;
  return filledPrompt({ system, user }, sampleValues(problem?.text ?? "What is 2 + 2?"));
}

import type { ProjectScope } from "#lib/auth/scope.ts";
import { AppError } from "#lib/errors.ts";
import type { Prompt, PromptSet } from "../contract/prompts.ts";
import type { PromptText } from "../request.ts";
import { checkPrompt, fillPrompt, type PromptDefinition, type PromptDefinitions } from "../template.ts";
import { findPrompt, listPrompts, savePrompt } from "./prompts.ts";

/** Each purpose's prompt with its versions, newest first. */
export async function promptSets<P extends string>(
  scope: ProjectScope,
  definitions: PromptDefinitions<P>,
): Promise<PromptSet[]> {
  const saved = await listPrompts(scope);
  return Object.entries<PromptDefinition>(definitions).map(([purpose, { builtIn, placeholders }]) => ({
    purpose,
    placeholders: [...placeholders],
    versions: [
      ...saved.filter((one) => one.purpose === purpose),
      { purpose, version: 0, by: null, at: null, ...builtIn },
    ],
  }));
}

/** Saves the next version. AppError where a placeholder is missing or unknown, or someone else saved meanwhile. */
export async function saveNextPrompt<P extends string>(
  scope: ProjectScope,
  definitions: PromptDefinitions<P>,
  input: PromptText & { purpose: P; base: number },
): Promise<Prompt> {
  const [fault] = checkPrompt(input, definitions[input.purpose].placeholders);
  if (fault) throw new AppError("invalid_input", fault.message, { field: fault.part });
  return savePrompt(scope, input);
}

/** A version's words. AppError where the project has no such version. */
export async function promptOf<P extends string>(
  projectId: number,
  definitions: PromptDefinitions<P>,
  purpose: P,
  version: number,
): Promise<PromptText> {
  if (version === 0) return definitions[purpose].builtIn;
  const found = await findPrompt(projectId, purpose, version);
  if (!found) throw new AppError("not_found", `There is no version ${version} of the prompt “${purpose}”.`);
  return { system: found.system, user: found.user };
}

/** The number of the newest version. */
export async function newestVersion(projectId: number, purpose: string): Promise<number> {
  return (await findPrompt(projectId, purpose, null))?.version ?? 0;
}

/** The prompt with these values in it. AppError where a placeholder has none. */
export function filledPrompt(prompt: PromptText, values: Readonly<Record<string, string>>): PromptText {
  const filled = fillPrompt(prompt, values);
  if (filled.ok) return filled.prompt;
  const [fault] = filled.faults;
  throw new AppError("invalid_input", fault?.message ?? "The prompt can't be filled in.");
}

import type { ProjectScope } from "#lib/auth/scope.ts";
import { AppError } from "#lib/errors.ts";
import type { PromptText } from "#lib/models/request.ts";
import { findPrompt, listPrompts, savePrompt } from "#lib/models/store/prompts.ts";
import { checkPrompt, fillPrompt } from "#lib/models/template.ts";
import { type Prompt, type PromptPurpose, type PromptSet, promptPurpose } from "../contract/growing.ts";
import { BUILT_IN, instructValues, PLACEHOLDERS } from "../prompt-text.ts";
import { problemPools, shownTexts } from "./pools.ts";

/** Each purpose's prompt with its versions, newest first. */
export async function promptSets(scope: ProjectScope): Promise<PromptSet[]> {
  const saved = await listPrompts(scope);
  return promptPurpose.options.map((purpose) => ({
    purpose,
    placeholders: [...PLACEHOLDERS[purpose]],
    versions: [
      ...saved.filter((one) => one.purpose === purpose).map((one): Prompt => ({ ...one, purpose })),
      { purpose, version: 0, by: null, at: null, ...BUILT_IN[purpose] },
    ],
  }));
}

/** Saves the next version. AppError where a placeholder is missing or unknown, or someone else saved meanwhile. */
export async function saveNextPrompt(
  scope: ProjectScope,
  input: PromptText & { purpose: PromptPurpose; base: number },
): Promise<Prompt> {
  const [fault] = checkPrompt(input, PLACEHOLDERS[input.purpose]);
  if (fault) throw new AppError("invalid_input", fault.message, { field: fault.part });
  return { ...(await savePrompt(scope, input)), purpose: input.purpose };
}

/** A version's words. AppError where the project has no such version. */
export async function promptOf(
  projectId: number,
  purpose: PromptPurpose,
  version: number,
): Promise<PromptText> {
  if (version === 0) return BUILT_IN[purpose];
  const found = await findPrompt(projectId, purpose, version);
  if (!found) throw new AppError("not_found", `There is no version ${version} of the prompt “${purpose}”.`);
  return { system: found.system, user: found.user };
}

/** The number of the newest version. */
export async function newestVersion(projectId: number, purpose: PromptPurpose): Promise<number> {
  return (await findPrompt(projectId, purpose, null))?.version ?? 0;
}

const PREVIEW = { problems: 3, asked: 4, last: 2_147_483_647 };

/** The prompt with the project's first problems in it. */
export async function previewPrompt(
  scope: ProjectScope,
  { purpose, system, user }: PromptText & { purpose: PromptPurpose },
): Promise<PromptText> {
  const { seeds } = await problemPools(scope.projectId, PREVIEW.last);
  const shown = await shownTexts(scope.projectId, seeds.slice(0, PREVIEW.problems));
  const values =
    purpose === "instruct"
      ? instructValues(shown, PREVIEW.asked, shown[0]?.subdomain ?? null)
      : { problem: shown[0]?.text ?? "What is 2 + 2?" };
  const filled = fillPrompt({ system, user }, values);
  if (filled.ok) return filled.prompt;
  const [fault] = filled.faults;
  throw new AppError("invalid_input", fault?.message ?? "The prompt can't be filled in.");
}

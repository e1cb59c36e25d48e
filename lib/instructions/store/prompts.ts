import type { ProjectScope } from "#lib/auth/scope.ts";
import type { PromptText } from "#lib/models/request.ts";
import { filledPrompt } from "#lib/models/store/prompt-sets.ts";
import type { PromptPurpose } from "../contract/growing.ts";
import { instructValues } from "../prompt-text.ts";
import { problemPools, shownTexts } from "./pools.ts";

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
  return filledPrompt({ system, user }, values);
}

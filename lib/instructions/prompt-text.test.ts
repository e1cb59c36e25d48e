import { expect, test } from "vitest";
import { checkPrompt, fillPrompt } from "#lib/models/template.ts";
import { promptPurpose } from "./contract/growing.ts";
import { INSTRUCT_PROMPTS, instructValues } from "./prompt-text.ts";

test.each(promptPurpose.options)(
  "the built-in prompt %s has every placeholder that it must have, and no other",
  (purpose) => {
    expect(checkPrompt(INSTRUCT_PROMPTS[purpose].builtIn, INSTRUCT_PROMPTS[purpose].placeholders)).toEqual(
      [],
    );
  },
);

test("a prompt is filled in with the problems as they are, numbered", () => {
  const values = instructValues(
    [
      { text: "What is $\\{{1}\\}$?\n", subdomain: "Sets" },
      { text: "Find {{count}}.", subdomain: null },
    ],
    4,
    null,
  );
  const filled = fillPrompt(INSTRUCT_PROMPTS.instruct.builtIn, values);
  expect(filled.ok && filled.prompt.user).toContain(
    "Problem 1 (Sets):\nWhat is $\\{{1}\\}$?\n\nProblem 2:\nFind {{count}}.",
  );
  expect(filled.ok && filled.prompt.user).toContain("Write 4 new problems in any field of mathematics.");
});

import { expect, test } from "vitest";
import { checkPrompt, fillPrompt } from "#lib/models/template.ts";
import { samplePurpose } from "./contract/sampling.ts";
import { SAMPLE_PROMPTS, sampleValues } from "./sample-prompts.ts";

test.each(samplePurpose.options)(
  "the built-in prompt of %s can be used, and holds the problem as it is",
  (purpose) => {
    const { builtIn, placeholders } = SAMPLE_PROMPTS[purpose];
    expect(checkPrompt(builtIn, placeholders)).toEqual([]);
    const problem = "What is {{x}} in $x^{2} = 4$?";
    const filled = fillPrompt(builtIn, sampleValues(problem));
    expect(filled.ok && filled.prompt.user.includes(problem)).toBe(true);
  },
);

import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPrompt } from "#lib/models/template.ts";
import { scorePurpose } from "./contract.ts";
import { fenced, referenceLine, SCORE_PROMPTS } from "./score-prompts.ts";

test.each(scorePurpose.options)("the built-in prompt of %s can be used", (purpose) => {
  expect(checkPrompt(SCORE_PROMPTS[purpose].builtIn, SCORE_PROMPTS[purpose].placeholders)).toEqual([]);
});

test("no text can close the marks that it stands between", () => {
  const part = fc.constantFrom("</solution>", "<problem>", "</Solution-A>", "x", "<", ">", "solution");
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(fenced(parts.join(""))).not.toMatch(/<\/?(?:problem|solution(?:-[ab])?)>/i);
    }),
  );
  expect(fenced("2 < 3 > 1")).toBe("2 < 3 > 1");
});

test("the reference answer is told only where the run shows it", () => {
  expect(referenceLine("18", true)).toContain("18");
  expect(referenceLine("18", false)).not.toContain("18");
  expect(referenceLine(null, true)).toBe(referenceLine(null, false));
});

import { expect, test } from "vitest";
import { checkPath } from "#lib/answers/verdict.ts";
import { answerRuleText } from "./answer-rule.ts";

test.each([
  ["It is \\boxed{18}.", "from \\boxed{…}"],
  ["9 * 2 = 18\n#### 18", "from the line after ####"],
  ["So the answer is 18.", "from “the answer is …”"],
  ["9 * 2 = 18\nA: 18", "from a line “A: …”"],
  ["She sells 9 eggs for 18", "the last number in the text"],
])("the rule that finds the answer in %j is put as %j", (content, words) => {
  expect(answerRuleText(checkPath({ reference: "18", segments: [{ type: "text", content }] }).rule)).toBe(
    words,
  );
});

test("no answer has no rule, and a rule that has no words yet keeps its name", () => {
  expect([answerRuleText(null), answerRuleText("guess")]).toEqual([null, "guess"]);
});

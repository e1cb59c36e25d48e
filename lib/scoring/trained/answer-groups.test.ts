import fc from "fast-check";
import { expect, test } from "vitest";
import { answerGroups } from "./answer-groups.ts";

test("equal answers in other words are one group, and no answer is none", () => {
  expect(answerGroups(["18", "$18.00", null, "20", "18.0", "20"])).toEqual([0, 0, null, 1, 0, 1]);
});

test("the same words are always the same group, and groups are numbered as they come", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom("1", "2", "3", "x", "1.0"))), (answers) => {
      const groups = answerGroups(answers);
      answers.forEach((answer, at) => {
        expect(groups[at] === null).toBe(answer === null);
        expect(groups[at]).toBe(groups[answers.indexOf(answer)]);
      });
      const seen = groups.filter((group) => group !== null);
      seen.forEach((group, at) => {
        expect(group).toBeLessThanOrEqual(new Set(seen.slice(0, at)).size);
      });
    }),
  );
});

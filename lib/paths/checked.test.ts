import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPath } from "#lib/answers/verdict.ts";
import { verdictColumns } from "./checked.ts";

test("a verdict is kept as it is, but for what the database can't hold", () => {
  fc.assert(
    fc.property(fc.option(fc.string({ maxLength: 5 })), fc.string({ unit: "binary" }), (reference, text) => {
      const found = checkPath({ reference, segments: [{ type: "text", content: `The answer is ${text}.` }] });
      const { answer, verdictReason, ...rest } = verdictColumns(found);
      expect(rest).toEqual({ answerRule: found.rule, verdict: found.verdict, verdictMethod: found.method });
      for (const kept of [answer ?? "", verdictReason ?? ""]) {
        expect(kept.includes("\0")).toBe(false);
        expect(kept.isWellFormed()).toBe(true);
      }
      if (found.answer === null) expect(answer).toBeNull();
      else if (/^[\x20-\x7e]*$/.test(found.answer)) expect(answer).toBe(found.answer);
    }),
  );
});

test("an answer and a reason of any length are cut to what a table's row should hold", () => {
  const found = checkPath({ reference: "1", segments: [], statedAnswer: "x1 ".repeat(3000) });
  const kept = verdictColumns({ ...found, reason: "because ".repeat(1000) });
  expect(kept.answer).toHaveLength(2000);
  expect(kept.verdictReason).toHaveLength(1000);
});

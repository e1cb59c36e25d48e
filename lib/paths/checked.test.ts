import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPath } from "#lib/answers/verdict.ts";
import { verdictColumns, withFlaw } from "./checked.ts";

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

describe("a path that isn't a whole answer", () => {
  const columns = {
    answer: "4",
    answerRule: "boxed",
    verdict: "incorrect" as const,
    verdictMethod: "numeric",
    verdictReason: "4 is not 5",
  };

  test.each(["truncated", "refused"] as const)("is never scored as wrong: %s", (flaw) => {
    expect(withFlaw(columns, flaw)).toMatchObject({
      answer: "4",
      verdict: "unverifiable",
      verdictMethod: null,
    });
    expect(withFlaw(columns, flaw).verdictReason).toMatch(/so (it|there)/);
  });

  test("is not what a whole one is", () => {
    expect(withFlaw(columns, null)).toBe(columns);
  });
});

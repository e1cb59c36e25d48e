import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkExecuted } from "./executed.ts";
import type { AnswerSegment } from "./extract.ts";
import type { RanBlock } from "./recorded-output.ts";
import { checkPath } from "./verdict.ts";

const text = (content: string): AnswerSegment => ({ type: "text", content });
const code: AnswerSegment = { type: "code", content: "print(answer)" };
const output = (content: string): AnswerSegment => ({ type: "output", content });
const printed = (stdout: string, value: string | null = null): RanBlock => ({ stdout, value, error: null });
const raised: RanBlock = {
  stdout: "5\n",
  value: null,
  error: { kind: "exception", message: "ZeroDivisionError: division by zero" },
};

test("of a path that is code alone, what it prints is the answer", () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.boolean(), (reference, answer, asValue) => {
      const ran = asValue ? printed("", String(answer)) : printed(`Total: ${answer}\n`);
      expect(checkExecuted({ reference: String(reference), segments: [code] }, [ran])).toMatchObject({
        verdict: reference === answer ? "correct" : "incorrect",
        method: "executed",
        answer: String(answer),
        rule: "output",
      });
    }),
  );
});

test("an answer that is declared after the last program is checked as without running it, whatever that prints", () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.boolean(), (answer, other, fails) => {
      const path = {
        reference: "5",
        segments: [text("We compute."), code, output(String(other)), text(`So \\boxed{${answer}}.`)],
      };
      expect(checkExecuted(path, [fails ? raised : printed(String(other))])).toEqual(checkPath(path));
    }),
  );
});

test("a stated answer comes before everything", () => {
  const path = { reference: "5", segments: [code, text("\\boxed{6}")], statedAnswer: "5" };
  expect(checkExecuted(path, [raised])).toMatchObject({
    verdict: "correct",
    rule: "stated",
    method: "literal",
  });
});

test("what the path only says that it printed is never the answer", () => {
  const segments = [text("Compute."), code, output("5")];
  expect(checkExecuted({ reference: "5", segments }, [printed("6")])).toMatchObject({
    verdict: "incorrect",
    method: "executed",
    answer: "6",
  });
  expect(checkExecuted({ reference: "5", segments }, [printed("")])).toMatchObject({ verdict: "error" });
  expect(checkExecuted({ reference: "5", segments }, [raised])).toMatchObject({ verdict: "error" });
});

test("a number that is only mentioned after the program doesn't hide what was printed", () => {
  const segments = [code, text("She makes that much on 7 days.")];
  expect(checkExecuted({ reference: "18", segments }, [printed("18.0\n")])).toMatchObject({
    verdict: "correct",
    answer: "18.0",
    reason: "18.0 is 18",
  });
});

test("of several programs the last one that printed something counts, if it didn't fail", () => {
  const path = { reference: "3", segments: [code, code, code] };
  expect(checkExecuted(path, [printed("2"), printed("3"), printed("")])).toMatchObject({ answer: "3" });
  expect(checkExecuted(path, [printed("3"), raised, printed("")])).toMatchObject({ answer: "3" });
  expect(checkExecuted(path, [printed("2"), raised, printed("", "3")])).toMatchObject({ verdict: "correct" });
});

describe("where the last program failed", () => {
  test("an answer that is declared before it counts", () => {
    const segments = [text("The answer is 5."), code];
    expect(checkExecuted({ reference: "5", segments }, [raised])).toMatchObject({
      verdict: "correct",
      rule: "phrase",
    });
  });

  test("without one the path is in error, with the program's own words, whatever it printed before", () => {
    const segments = [text("Let us add 2 and 3."), code];
    expect(checkExecuted({ reference: "5", segments }, [raised])).toEqual({
      verdict: "error",
      method: null,
      reason: "its program failed: ZeroDivisionError: division by zero",
      answer: null,
      rule: null,
      questions: [],
    });
  });
});

test("a program that prints nothing leaves the text to say the answer", () => {
  const segments = [text("The answer is 5."), code];
  expect(checkExecuted({ reference: "5", segments }, [printed("")])).toMatchObject({
    verdict: "correct",
    method: "literal",
    rule: "phrase",
  });
});

test("without a reference there is an answer all the same, and no method", () => {
  expect(checkExecuted({ reference: null, segments: [code] }, [printed("5")])).toMatchObject({
    verdict: "unverifiable",
    method: null,
    answer: "5",
  });
});

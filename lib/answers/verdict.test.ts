import fc from "fast-check";
import { expect, test } from "vitest";
import { compareAnswers } from "./equal.ts";
import { extractFromSegments } from "./extract.ts";
import { questionKey } from "./questions.ts";
import { checkPath } from "./verdict.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const cot = (content: string) => [{ type: "text" as const, content }];

test("a path is correct exactly if its answer equals the reference", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (reference, answer) => {
      const checked = checkPath({ reference: String(reference), segments: cot(`The answer is ${answer}.`) });
      expect(checked).toMatchObject({
        verdict: reference === answer ? "correct" : "incorrect",
        answer: String(answer),
        rule: "phrase",
        questions: [],
      });
    }),
  );
});

test("the verdict says what comparison and extraction say, whatever the texts", () => {
  const content = fc.oneof(
    fc.string({ unit: character }),
    fc.constantFrom("\\boxed{x+1}", "A: 5", "#### Sunday", "9^{9^{9^9}}"),
  );
  fc.assert(
    fc.property(fc.constantFrom("5", "x+1", "(x+1)^2", "Sunday"), content, (reference, text) => {
      const checked = checkPath({ reference, segments: cot(text) });
      const found = extractFromSegments(cot(text));
      if (!found) {
        expect(checked).toMatchObject({ verdict: "error", method: null, answer: null, rule: null });
        return;
      }
      const { outcome, reason } = compareAnswers(reference, found.answer);
      const verdict = { equal: "correct", different: "incorrect", undecided: "unverifiable" }[outcome];
      expect(checked).toMatchObject({ verdict, reason, answer: found.answer, rule: found.rule });
    }),
  );
});

test("without a reference a path is unverifiable", () => {
  for (const reference of [null, "", "  "]) {
    expect(checkPath({ reference, segments: cot("A: 5") })).toEqual({
      verdict: "unverifiable",
      method: null,
      reason: "there is no reference answer to compare with",
      answer: "5",
      rule: "a-line",
      questions: [],
    });
  }
});

test("a path that the rules can't judge is unverifiable with questions, and rulings on them judge it", () => {
  const path = { reference: "\\ln x^2", segments: cot("\\boxed{2\\ln x}") };
  const doubted = checkPath(path);
  expect(doubted).toMatchObject({
    verdict: "unverifiable",
    method: null,
    reason: "can't tell whether 2\\ln x is \\ln x^2",
    answer: "2\\ln x",
    questions: [{ kind: "expression" }],
  });
  for (const [ruling, verdict] of [
    ["equal", "correct"],
    ["different", "incorrect"],
  ] as const) {
    const rulings = new Map(doubted.questions.map((question) => [questionKey(question), ruling]));
    expect(checkPath(path, rulings)).toMatchObject({ verdict, method: "symbolic", questions: [] });
  }
});

test("without an answer a path is in error, and the reason says so", () => {
  expect(checkPath({ reference: "5", segments: cot("I don't know.") })).toEqual({
    verdict: "error",
    method: null,
    reason: "no final answer was found in the path",
    answer: null,
    rule: null,
    questions: [],
  });
});

test("a stated answer comes before what the text says", () => {
  const path = { reference: "5", segments: cot("\\boxed{6}") };
  expect(checkPath({ ...path, statedAnswer: "$5$" })).toMatchObject({
    verdict: "correct",
    answer: "$5$",
    rule: "stated",
    questions: [],
  });
  expect(checkPath({ ...path, statedAnswer: " " })).toMatchObject({ verdict: "incorrect", rule: "boxed" });
  expect(checkPath({ ...path, statedAnswer: null })).toMatchObject({ verdict: "incorrect", rule: "boxed" });
});

test("the reference may be a whole solution", () => {
  expect(checkPath({ reference: "9 * 2 = <<9*2=18>>18\n#### 18", segments: cot("A: 18") }).verdict).toBe(
    "correct",
  );
});

test("of a path that was cut off only an answer that ends before the cut counts", () => {
  const check = (content: string) => checkPath({ reference: "12", segments: cot(content), truncated: true });
  expect(check("we have 12 and then")).toMatchObject({
    verdict: "error",
    reason: "the path was cut off before its final answer",
  });
  expect(check("The answer is 12")).toMatchObject({ verdict: "error" });
  expect(check("\\boxed{12")).toMatchObject({ verdict: "error" });
  expect(check("\\boxed{12} and then")).toMatchObject({ verdict: "correct" });
  expect(check("The answer is 12. Let me check")).toMatchObject({ verdict: "correct" });
});

test("a mixed path that declares nothing is checked by what its last program printed", () => {
  const segments = [
    { type: "text" as const, content: "Let us compute." },
    { type: "code" as const, content: "print(36 / 2)" },
    { type: "output" as const, content: "18.0\n" },
    { type: "text" as const, content: "She makes that much on 7 days." },
  ];
  expect(checkPath({ reference: "18", segments })).toEqual({
    verdict: "correct",
    method: "numeric",
    reason: "18.0 is 18",
    answer: "18.0",
    rule: "output",
    questions: [],
  });
});

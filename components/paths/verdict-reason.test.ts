import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkArithmetic } from "#lib/answers/arithmetic.ts";
import { compareAnswers } from "#lib/answers/equal.ts";
import { reasonPieces } from "./verdict-reason.ts";

const answersIn = (reason: string) =>
  reasonPieces(reason)
    .filter(({ isAnswer }) => isAnswer)
    .map(({ text }) => text);

describe("the pieces of a reason", () => {
  test("joined are the reason, whatever it says", () => {
    const words = fc.constantFrom(
      "expected ",
      ", found ",
      " is ",
      "both are ",
      "\\frac{1}{2}",
      " (a)",
      "…",
      "x\n",
    );
    const reason = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 8 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(reason, (each) => {
        expect(
          reasonPieces(each)
            .map(({ text }) => text)
            .join(""),
        ).toBe(each);
      }),
    );
  });

  test.each([
    ["\\frac{3}{4}", "\\frac{5}{7}"],
    ["(3, 4)", "(1, 2)"],
    ["\\frac{3}{4}", "0.75"],
    ["x^2", "x^2"],
    ["\\sqrt{2}", "20"],
  ])("hold both answers where %j is compared with %j", (reference, prediction) => {
    const { outcome, reason } = compareAnswers(reference, prediction);
    const found = answersIn(reason);
    if (reference === prediction) expect(found).toEqual([reference]);
    else expect(found.toSorted()).toEqual([reference, prediction].toSorted());
    expect(["equal", "different"]).toContain(outcome);
  });

  test("hold the formula of a wrong step, what it comes to and what was stated instead", () => {
    const [step] = checkArithmetic("Hence $\\frac{1}{2} \\times 8 = 5$.");
    expect(reasonPieces(step?.reason ?? "")).toEqual([
      { text: "\\frac{1}{2} \\times 8", isAnswer: true },
      { text: " is ", isAnswer: false },
      { text: "4", isAnswer: true },
      { text: ", not ", isAnswer: false },
      { text: "5", isAnswer: true },
    ]);
  });

  test("leave notes, and answers that were cut off, as they are written", () => {
    expect(answersIn("can't tell whether x+1 is \\frac{1 (too long to compare)")).toEqual([
      "x+1",
      "\\frac{1",
    ]);
    expect(answersIn("expected 18, found \\frac{1}{…")).toEqual(["18"]);
    expect(answersIn("no final answer was found in the path")).toEqual([]);
  });

  test("are cut in time even where a reason holds the form's words many times", () => {
    expect(reasonPieces(`expected ${", found ".repeat(20_000)}`).length).toBeGreaterThan(0);
    expect(reasonPieces(" (".repeat(20_000)).length).toBe(1);
  });
});

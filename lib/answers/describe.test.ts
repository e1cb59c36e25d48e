import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeAnswer } from "./describe.ts";
import { compareAnswers } from "./equal.ts";
import { bareAnswer } from "./extract.ts";
import { COMPARISON_STEPS } from "./steps.ts";
import { HOSTILE_PAIRS } from "./testing/hostile-pairs.ts";
import { LABELLED_PAIRS } from "./testing/labelled-pairs.ts";
import { anyExpression, inLatex } from "./testing/random-expressions.ts";

const ANSWERS = [...new Set(LABELLED_PAIRS.flatMap(({ reference, prediction }) => [reference, prediction]))];

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const closed = fc.oneof(
  whole.map(String),
  fc.tuple(whole, fc.integer({ min: 1, max: 9999 })).map(([n, d]) => `\\frac{${n}}{${d}}`),
  fc.tuple(whole, fc.nat(10 ** 8)).map(([a, b]) => `${a}.${b}`),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: -999, max: 999 }).map((n) => `${n}\\%`),
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 2, max: 999 }))
    .map(([a, b]) => `${a}\\sqrt{${b}}`),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 2, max: 36 }))
    .map(([a, b]) => `${a.toString(b)}_{${b}}`),
  anyExpression.map(inLatex),
);
const tail = fc.constantFrom("", " apples", "\\text{ km}", " hours", "^\\circ", ".", " m^2");
const number = fc
  .tuple(closed, tail, fc.constantFrom("", "x = ", "\\$"))
  .map(([value, end, start]) => start + value + end);

/** The outcome of comparing an answer with what it is said to be, or null where it is said to be no number. */
function withItsPlainForm(answer: string): string | null {
  const { plain } = describeAnswer(answer);
  return plain === null ? null : compareAnswers(bareAnswer(answer), plain).outcome;
}

describe("what a reference answer reads as", () => {
  test("is, where it is a number, the same answer as that number's plain form", () => {
    let numbers = 0;
    fc.assert(
      fc.property(number, (answer) => {
        const outcome = withItsPlainForm(answer);
        if (outcome === null) return;
        numbers += 1;
        expect({ answer, outcome }).toEqual({ answer, outcome: "equal" });
      }),
      { numRuns: 3000 },
    );
    expect(numbers).toBeGreaterThan(1000);
  });

  test("is, for every labelled answer that is a number, the same answer as its plain form", () => {
    const outcomes = ANSWERS.map((answer) => ({ answer, outcome: withItsPlainForm(answer) }));
    const wrong = outcomes.filter(({ outcome }) => outcome !== null && outcome !== "equal");
    expect(wrong).toEqual([]);
    expect(outcomes.filter(({ outcome }) => outcome === "equal").length).toBeGreaterThan(300);
  });

  test("names the very whole number that is written, whatever is counted", () => {
    fc.assert(
      fc.property(whole, whole, fc.constantFrom("", " apples", "\\text{ km}", " hours"), (a, b, end) => {
        const [p, q] = [describeAnswer(`${a}${end}`), describeAnswer(`${b}${end}`)];
        expect([p.plain, q.plain]).toEqual([String(a), String(b)]);
      }),
    );
  });

  test("doesn't change with dollar signs, a box or a final period around it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ANSWERS.filter((answer) => /^[-\d\\a-ik-z()+^,]+$/.test(answer))),
        (answer) => {
          const described = describeAnswer(answer);
          expect(describeAnswer(`$${answer}$`)).toEqual(described);
          expect(describeAnswer(`\\boxed{${answer}}`)).toEqual(described);
          expect(describeAnswer(` ${answer}. `)).toEqual(described);
        },
      ),
    );
  });

  test("is short and without an exception, whatever is written", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...ANSWERS), number), (answer) => {
        const { words, warning } = describeAnswer(answer);
        expect(words.length).toBeGreaterThan(0);
        expect(`${words}${warning ?? ""}`.length).toBeLessThan(500);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(HOSTILE_PAIRS)("comes in a bounded number of steps for %s", (_, a, b) => {
    for (const answer of [a, b]) {
      const from = performance.now();
      expect(describeAnswer(answer).words.length).toBeLessThan(200);
      // A step is some nanoseconds: far above what 300,000 of them take, far below what unbounded work would.
      expect(performance.now() - from).toBeLessThan(COMPARISON_STEPS / 100);
    }
  });

  test.each([
    ["18", "number", "the whole number 18"],
    ["3/4", "number", "the fraction 3/4 = 0.75"],
    ["\\frac{6}{8}", "number", "the fraction 3/4 = 0.75"],
    ["0.75", "number", "the decimal 0.75 = 3/4"],
    ["1/3", "number", "the fraction 1/3 ≈ 0.333333"],
    ["50\\%", "number", "the percentage that is 0.5"],
    ["12\\text{ km}", "number", "the whole number 12 with the unit km"],
    ["18 apples", "number", "the whole number 18, counting apples"],
    ["$7.50", "number", "the decimal 7.5 = 15/2 in dollars"],
    ["3\\pi", "number", "the number ≈ 9.42478"],
    ["1011_2", "number", "1011 in base 2 = 11"],
    ["1 hour 30 minutes", "number", "the whole number 90 with the unit minutes"],
    ["x = 3", "number", "the whole number 3, called x"],
    ["The answer is \\boxed{18}.", "number", "the whole number 18"],
    ["x^2+1", "expression", "an expression in x"],
    ["\\ln 2", "expression", "an exact value ≈ 0.693147"],
    ["1+2i", "expression", "an exact value ≈ 1 + 2i"],
    ["2x+y=4", "equation", "an equation in x and y"],
    ["y=2x+1", "equation", "an equation: y as an expression in x"],
    ["(1,2,3)", "tuple", "a tuple of 3"],
    ["(1,2)", "tuple", "a pair, or an open interval"],
    ["(1,2]", "interval", "a half-open interval"],
    ["[1,2,3]", "list", "a list of 3"],
    ["1, 2", "list", "2 values in any order"],
    ["\\{1,2\\}", "set", "a set of 2"],
    ["(-\\infty,1)\\cup(3,\\infty)", "union", "a union of 2 sets"],
    ["x>2", "region", "the real numbers of an interval, as values of x"],
    ["\\mathbb{R}", "region", "all real numbers"],
    ["\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "matrix", "a matrix 2×2"],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}", "matrix", "a column of 2"],
    ["1:2", "ratio", "a ratio"],
    ["(B)", "choice", "the choice B"],
    ["yes", "truth", "yes, as true or false"],
    ["no solution", "empty", "no solution, the empty set"],
    ["\\infty", "infinity", "infinity"],
    ["March 5, 2024", "date", "a date: 5 March 2024"],
    ["3:30 PM", "time", "a time of day: 15:30"],
    ["", "nothing", "no answer"],
  ])("of %s is known", (answer, kind, words) => {
    expect(describeAnswer(answer)).toMatchObject({ kind, words, warning: null });
  });

  test.each([
    ["even", "words", "Only the same words will be found correct."],
    ["x^2 \\foo y", "unread", "Only an answer that is written the same way will be found correct."],
    ["7".repeat(5000), "unread", "Only an answer that is written the same way will be found correct."],
    ["03/05/2024", "date", "Which is the day and which the month? Write the month in words."],
    [
      "1/2x",
      "expression",
      "It can be read in two ways, such as 1/2x. Put brackets around what is divided by.",
    ],
    [
      "(1, even)",
      "tuple",
      "Part 2, the words “even”, compared as text: Only the same words will be found correct.",
    ],
  ])("of %s warns of what it costs", (answer, kind, warning) => {
    expect(describeAnswer(answer)).toMatchObject({ kind, warning });
  });

  test("of a matrix tells its parts", () => {
    const { parts } = describeAnswer("\\begin{pmatrix}1&x\\end{pmatrix}");
    expect(parts.map(({ words }) => words)).toEqual(["the whole number 1", "an expression in x"]);
  });
});

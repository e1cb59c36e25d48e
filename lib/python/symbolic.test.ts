import { afterAll, expect, test } from "vitest";
import { compareAnswers } from "#lib/answers/equal.ts";
import type { Expression } from "#lib/answers/expression.ts";
import { type Question, questionKey } from "#lib/answers/questions.ts";
import { askSympy } from "./ask.ts";
import { openSandbox } from "./pool.ts";
import { HAS_SYMPY } from "./testing/sympy.ts";

const sandbox = openSandbox({ size: 1 });
afterAll(() => sandbox.close());

const withSympy = test.skipIf(!HAS_SYMPY);
const MINUTE = 60_000;

type Answer = "equal" | "different" | "unknown";

/** What SymPy says of the one question that comparing these answers asks. */
async function answers(pairs: readonly (readonly [string, string])[]): Promise<Answer[]> {
  const questions = pairs.map(([a, b]) => {
    const [question, second] = compareAnswers(a, b).questions;
    if (!question || second) throw new Error(`comparing ${a} with ${b} asks not one question`);
    return question;
  });
  return given(questions);
}

async function given(questions: readonly Question[]): Promise<Answer[]> {
  const { rulings, doubts, unavailable } = await askSympy(async () => sandbox, questions);
  expect(unavailable).toBeNull();
  const failed = [...doubts.values()].filter((doubt) => doubt !== "SymPy can't tell either");
  expect(failed).toEqual([]);
  return questions.map((question) => rulings.get(questionKey(question)) ?? "unknown");
}

async function expectAll(answer: Answer, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const found = await answers(pairs);
  expect(pairs.filter((_, at) => found[at] !== answer)).toEqual([]);
}

withSympy(
  "what SymPy can prove, wherever both sides are defined, is equal",
  () =>
    expectAll("equal", [
      ["\\ln x^2", "2\\ln x"],
      ["\\sqrt{x^3}", "x\\sqrt x"],
      ["\\sqrt x\\sqrt y", "\\sqrt{xy}"],
      ["\\sqrt{x^2+2x+1}", "|x+1|"],
      ["\\sqrt{3+2\\sqrt2}+x", "1+\\sqrt2+x"],
      ["\\sin^2\\frac{x}{2}", "\\frac{1-\\cos x}{2}"],
      ["\\tan\\frac{x}{2}", "\\frac{\\sin x}{1+\\cos x}"],
      ["\\cos 72^\\circ", "\\frac{\\sqrt5-1}{4}"],
      ["\\tan^{-1}1", "\\frac\\pi4"],
      ["\\cos(\\arcsin x)", "\\sqrt{1-x^2}"],
      ["e^{2\\ln x}", "x^2"],
      ["\\lfloor x+1\\rfloor", "\\lfloor x\\rfloor+1"],
      ["\\sqrt{i}", "\\frac{1+i}{\\sqrt2}"],
    ]),
  MINUTE,
);

withSympy(
  "an equation has the solutions of another where one is a multiple of the other, or they share their factors",
  () =>
    expectAll("equal", [
      ["1/x=2", "2x=1"],
      ["(x-3)^2=0", "x=3"],
      ["xy=1", "y=1/x"],
      ["\\ln x^2=y", "2\\ln x=y"],
    ]),
  MINUTE,
);

withSympy(
  "a solution that misses the other equation is a difference",
  () =>
    expectAll("different", [
      ["x^2+y^2=13", "x^2+y^2=12"],
      ["x^2=4", "x=2"],
      ["x^2-y^2=0", "x=y"],
      ["y=\\sqrt{x}", "y^2=x"],
      ["\\frac{x^2}{9}+\\frac{y^2}{4}=1", "\\frac{x^2}{4}+\\frac{y^2}{9}=1"],
    ]),
  MINUTE,
);

withSympy(
  "numbers that differ from the 26th digit on, or only where variables are negative, are no proof of anything",
  () =>
    expectAll("unknown", [
      ["|x|", "x"],
      ["\\sqrt{x^2}", "x"],
      ["\\log 100", "2"],
      ["\\ln x", "\\log x"],
      ["x+\\sqrt2+10^{-35}", "x+\\sqrt2"],
      ["(x-3)(x^2+1)=0", "x=3"],
      ["\\arctan x+\\arctan\\frac1x", "\\frac\\pi2"],
    ]),
  MINUTE,
);

const number = (n: string): Expression => ({ kind: "number", n, d: "1" });
const power = (base: Expression, exponent: Expression): Expression => ({ kind: "power", base, exponent });
const x = { kind: "variable", name: "x" } as const;
const nested = (depth: number, wrap: (inside: Expression) => Expression): Expression => {
  let inside: Expression = x;
  for (let count = 0; count < depth; count += 1) inside = wrap(inside);
  return inside;
};

withSympy(
  "a difference in the first digits is found where doubles can't hold the values",
  async () => {
    const large = power(number("10"), number("400"));
    const sum = (value: Expression): Expression => ({ kind: "sum", terms: [x, value] });
    const product = (factor: string): Expression => ({
      kind: "product",
      factors: [number(factor), large, x],
    });
    expect(
      await given([
        { left: product("2"), right: product("3"), kind: "expression" },
        { left: sum(product("2")), right: sum(product("2")), kind: "expression" },
      ]),
    ).toEqual(["different", "equal"]);
  },
  MINUTE,
);

withSympy(
  "what is too large is refused at once, and the questions beside it are answered",
  async () => {
    const nine = number("9");
    const hostile: Expression[] = [
      power(nine, power(nine, power(nine, nine))),
      power({ kind: "sum", terms: [x, number("1")] }, number("999999")),
      power(x, power(x, power(x, power(x, x)))),
      { kind: "call", name: "factorial", of: [number("99999999")] },
      { kind: "call", name: "binomial", of: [number("99999999"), number("44444444")] },
      nested(110, (inside) => ({ kind: "sum", terms: [number("1"), power(inside, number("-1"))] })),
      nested(110, (inside) => ({
        kind: "call",
        name: "root",
        of: [{ kind: "sum", terms: [inside, number("1")] }, number("2")],
      })),
      nested(400, (inside) => ({ kind: "call", name: "sin", of: [inside] })),
      { kind: "sum", terms: Array.from({ length: 500 }, (_, at) => power(x, number(String(at)))) },
      { kind: "constant", name: "infinity" },
    ];
    const easy: Question = {
      left: { kind: "call", name: "abs", of: [power(x, number("2"))] },
      right: power(x, number("2")),
      kind: "expression",
    };
    const questions = hostile.flatMap((left): Question[] => [
      { left, right: number("1"), kind: "expression" },
      {
        left: { kind: "sum", terms: [left, x] },
        right: { kind: "sum", terms: [left, number("-2"), x] },
        kind: "equation",
      },
    ]);
    const found = await given([...questions, easy]);
    expect(found.at(-1)).toBe("equal");
    expect(found.slice(0, -1)).not.toContain("equal");
  },
  MINUTE,
);

withSympy(
  "names that mean something to Python or SymPy are variables like any other",
  async () => {
    const named = (name: string): Expression => ({ kind: "variable", name });
    const questions = ["lambda", "E", "__import__('os')", "pi", "x_1"].map(
      (name): Question => ({
        left: { kind: "call", name: "abs", of: [power(named(name), number("2"))] },
        right: power(named(name), number("2")),
        kind: "expression",
      }),
    );
    expect(await given(questions)).toEqual(questions.map(() => "equal"));
  },
  MINUTE,
);

import fc from "fast-check";
import { expect, test } from "vitest";
import { Scanner } from "./arithmetic-scanner.ts";
import { tokeniseProse } from "./arithmetic-tokens.ts";
import { evaluate } from "./evaluate.ts";
import { newSteps } from "./steps.ts";

function scan(text: string) {
  const tokens = tokeniseProse(text, newSteps());
  const groups = new Set(tokens.flatMap(({ kind }, at) => (kind === "open" ? [at] : [])));
  return new Scanner(tokens, groups, 0).scan(newSteps());
}

const { term } = fc.letrec<{ term: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 1, max: 99 }).map(String),
    fc.tuple(tie("term"), tie("term")).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(tie("term"), tie("term")).map(([a, b]) => `${a} \\times ${b}`),
    fc.tuple(tie("term"), tie("term")).map(([a, b]) => `\\frac{${a}}{${b}}`),
    tie("term").map((a) => `\\sqrt{${a}}`),
    tie("term").map((a) => `(${a})^{2}`),
  ),
}));

test("closed arithmetic is read to its end, in a spelling that has the same value", () => {
  fc.assert(
    fc.property(term, (text) => {
      const { piece } = scan(`${text} = 5`);
      expect(piece?.end).toBe(text.length);
      expect(evaluate(piece?.spelling ?? "")).toEqual(evaluate(text.replaceAll("\\times", "*")));
    }),
  );
});

test.each([
  ["3 apples * 2 = 6", "3*2", 12],
  ["20% of the 50 students", "20%*50", 13],
  ["1 1/2 + 1/2", "1 1/2+1/2", 11],
  ["3 (as before)", "3", 1],
  ["3 + x", "3", 1],
  ["3(4)", "3(4)", 4],
  ["2\\pi r", "2\\pi ", 4],
  ["5 plus 3 divided by 2", "5+3/2", 21],
  ["16 - 3 - <<1+1=2>>2", "16-3-2", 19],
])("%s", (text, spelling, end) => {
  expect(scan(text).piece).toMatchObject({ spelling, end });
});

test("what begins with no operand is no piece, and reading goes on behind it", () => {
  expect(scan("x + 3")).toEqual({ piece: null, next: 1 });
  expect(scan("(3 + x) = 4").piece).toBeNull();
});

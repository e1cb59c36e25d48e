import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkArithmetic } from "./arithmetic.ts";
import { newSteps } from "./steps.ts";

type Term = { readonly text: string; readonly value: number };

const SIGNS = {
  "+": [" + ", "+", " plus "],
  "-": [" - ", "-", " − ", " minus "],
  "*": [" * ", "*", " x ", " × ", "·", "x", " times ", " multiplied by "],
  "/": [" / ", "/", " ÷ ", " divided by "],
} as const;
type Sign = keyof typeof SIGNS;

const grouped = (n: number): string => n.toLocaleString("en-US");

/** A whole number as people write it: bare, with thousands separators, as money, with what it counts. */
const written = (n: number) =>
  fc.constantFrom(String(n), grouped(n), `$${n}`, `$${grouped(n)}`, `${n}.00`, `${n} apples`);

/** Two or three whole numbers joined by signs, with their value; divisions come out even. */
const calculation: fc.Arbitrary<Term> = fc
  .record({
    a: fc.integer({ min: 2, max: 2000 }),
    b: fc.integer({ min: 2, max: 99 }),
    c: fc.integer({ min: 2, max: 99 }),
    first: fc.constantFrom<Sign>("+", "-", "*", "/"),
    second: fc.constantFrom<Sign | null>("+", "-", null),
    pick: fc.nat(7),
  })
  .chain(({ a, b, c, first, second, pick }) => {
    const left = first === "/" ? a * b : first === "-" ? a + b : a;
    const value = first === "+" ? a + b : first === "*" ? a * b : a;
    const sign = (of: Sign): string => SIGNS[of][pick % SIGNS[of].length] ?? of;
    const total = second === "+" ? value + c : second === "-" ? value - c : value;
    return fc.tuple(written(left), written(b), written(c)).map(([x, y, z]) => ({
      text: `${x}${sign(first)}${y}${second ? sign(second) + z : ""}`,
      value: total,
    }));
  })
  .filter(({ text, value }) => value >= 0 && !text.includes("applesx"));

const equalsSign = fc.constantFrom(" = ", "=", " =\n", "\n= ", " == ");
const relation = fc.oneof(equalsSign, fc.constant(" equals "));
const before = fc.constantFrom(
  "",
  "So ",
  "Tom has ",
  "- ",
  "1. ",
  "2) ",
  "The total is ",
  "(",
  "x = ",
  "Cost: ",
  "Ok.\n",
  "**",
);
const after = fc.constantFrom(
  "",
  ".",
  ", so",
  " apples.",
  "\nNext, 2x = 8.",
  ")",
  " in all",
  "!",
  " = y",
  "**",
  " (as before)",
);

const outcomes = (text: string): string[] => checkArithmetic(text).map(({ outcome }) => outcome);
describe("a stated calculation", () => {
  test("is right when it is true, however it is written and whatever stands around it", () => {
    fc.assert(
      fc.property(calculation, relation, before, after, ({ text, value }, sign, head, tail) => {
        const prose = `${head}${text}${sign}${value}${tail}`;
        const steps = checkArithmetic(prose);
        expect(steps.map(({ outcome, expected }) => [outcome, expected])).toEqual([["right", String(value)]]);
      }),
      { numRuns: 1000 },
    );
  });

  test("is wrong when its result is off, and the true result is told", () => {
    fc.assert(
      fc.property(
        calculation,
        fc.integer({ min: 1, max: 9 }),
        equalsSign,
        before,
        after,
        ({ text, value }, off, sign, head, tail) => {
          const steps = checkArithmetic(`${head}${text}${sign}${value + off}${tail}`);
          expect(steps.map(({ outcome, expected, stated }) => [outcome, expected, stated])).toEqual([
            ["wrong", String(value), String(value + off)],
          ]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("is one statement with the calculator mark in it, which does not change the verdict", () => {
    fc.assert(
      fc.property(calculation, fc.nat(5), before, after, ({ text, value }, off, head, tail) => {
        const plain = text.replace(/[$,]| apples/g, "").replace(/ (?:x|times|multiplied by) |x|[×·]/g, "*");
        const inner = plain
          .replace(/ (?:÷|divided by) /g, "/")
          .replace(/ (?:plus) /g, "+")
          .replace(/−| minus /g, "-");
        const prose = `${head}${text} = $<<${inner}=${value + off}>>${value + off}${tail}`;
        expect(outcomes(prose)).toEqual([off === 0 ? "right" : "wrong"]);
      }),
      { numRuns: 500 },
    );
  });

  test("stands where its offsets say, in UTF-16 units", () => {
    fc.assert(
      fc.property(calculation, before, after, ({ text, value }, head, tail) => {
        const prose = `🍎\n${head}${text} = ${value}${tail} 🍎`;
        const [step] = checkArithmetic(prose);
        expect(prose.slice(step?.start, step?.end)).toBe(step?.statement);
        expect(step?.statement).toContain(` = ${value}`);
        expect(step?.statement.endsWith(String(value)) || step?.statement.endsWith(`${value}**`)).toBe(true);
      }),
    );
  });

  test("is no statement at all where a variable takes part", () => {
    const variable = fc.constantFrom("x", "y", "n", "2x", "3n", "f(2)", "x^2", "(x + 1)", "a_1", "cost");
    const sign = fc.constantFrom(" + ", " - ", " * ", " / ", "+", "*");
    fc.assert(
      fc.property(
        variable,
        sign,
        fc.integer({ min: 1, max: 99 }),
        fc.nat(99),
        fc.boolean(),
        (name, by, n, m, swap) => {
          const left = swap ? `${n}${by}${name}` : `${name}${by}${n}`;
          expect(checkArithmetic(`${left} = ${m}`)).toEqual([]);
          expect(checkArithmetic(`${m} = ${left}`)).toEqual([]);
          expect(checkArithmetic(`${n} + 1 = ${name}${by}${m}`)).toEqual([]);
        },
      ),
    );
  });

  test("in one text is judged like the same statement alone", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(calculation, fc.nat(2)), { maxLength: 6 }), (lines) => {
        const written = lines.map(([{ text, value }, off]) => `He has ${text} = ${value + off}.`);
        expect(outcomes(written.join("\n"))).toEqual(written.flatMap(outcomes));
      }),
    );
  });
});

describe("hostile text", () => {
  const PARTS =
    "<<|>>|=|1|2.5|+|-|*|/|^|(|)|{|}|[|]|$|$$|\\frac|\\frac{|\\sqrt|\\boxed{|\\text{| |\n|x|a|of|is|%|9999|,|.|!|&|\\\\|~|≈|½|²|apples|dozen|**|🍎|\ud800".split(
      "|",
    );
  const PILES = PARTS.concat(
    "1+",
    "1=",
    "(1",
    "1*(",
    "9^",
    "1/",
    "20% of ",
    "1 is ",
    "<<1=1>>",
    "$<<",
    "- ",
    "1\n",
    "\\frac1",
    "1 a b c ",
    "1,111",
  );

  test("never throws, and every step stays inside the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        let last = -1;
        for (const { start, end, statement } of checkArithmetic(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(statement);
          last = start;
        }
      }),
      { numRuns: 3000 },
    );
  });

  test.each(PILES)("a pile of %j costs in proportion to its height", (part) => {
    const cost = (size: number): number => {
      const steps = newSteps();
      checkArithmetic(`${part.repeat(size)}1 = 2`, steps);
      return steps.taken;
    };
    expect(cost(8000)).toBeLessThan(2.2 * cost(4000) + 50_000);
    expect(cost(8000)).toBeLessThan(100 * 8000 * (part.length + 4));
  });

  test("is checked no further than its steps reach, and nothing is made up about the rest", () => {
    const text = "He has 2^13000 + 1 = 5. And 2 + 2 = 4. ".repeat(500);
    const steps = newSteps(20_000);
    expect(checkArithmetic(text, steps).filter(({ outcome }) => outcome === "wrong")).toEqual([]);
    expect(steps.taken).toBeGreaterThan(steps.limit);
  });
});

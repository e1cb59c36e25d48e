import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statementNumbers } from "./statement-numbers.ts";

const piece = fc.constantFrom(
  "5",
  "1,000",
  "$5.50",
  "20%",
  "$x^2$",
  "\\frac{3}{4}",
  " three ",
  " apples ",
  "twenty-five",
  "3/4",
  "$$",
  "$",
  "\n",
  "7th",
);

test("numbers lie in order and apart in any text, and are what their places say", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      let last = 0;
      for (const { start, end, value, written } of statementNumbers(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
        const source = text.slice(start, end);
        if (written === "digits") expect(Number(source.replace(/[^\d.]/g, ""))).toBe(value);
        expect(Number.isFinite(value) && value >= 0).toBe(true);
      }
    }),
  );
});

test("any whole number in a sentence is found with its value", () => {
  fc.assert(
    fc.property(fc.nat(999_999), (value) => {
      const [found, more] = statementNumbers(`Ada has ${value} apples.`);
      expect(found).toMatchObject({ value, written: "digits", name: null });
      expect(more).toBeUndefined();
      expect(statementNumbers(`It costs $${value.toLocaleString("en")} now.`)).toMatchObject([
        { value, money: true },
      ]);
    }),
  );
});

const values = (text: string) => statementNumbers(text).map(({ value }) => value);
const quantities = (text: string) =>
  statementNumbers(text).flatMap(({ value, name }) => (name === null ? value : []));

describe("numbers of a statement", () => {
  test.each([
    ["$5 to adults, 1,250.50 in all, 20% off and 7.5 left.", [5, 1250.5, 20, 7.5]],
    ["Let $f(x) = 3x^4 - 5x^2 + 2x - 7$. What is $f'(2)$?", [3, 4, 5, 2, 2, 7, 2]],
    ["$\\begin{pmatrix} 2 & -1 \\\\ 3 & 4 \\end{pmatrix}$", [2, 1, 3, 4]],
    ["$\\frac34 + \\frac{12}{5} + \\binom83$", [3, 4, 12, 5, 8, 3]],
    ["$x^23$ and $x^{23}$", [2, 3, 23]],
    ["the point $(1,200)$ and $1{,}200$ or $1,200$", [1, 200, 1200, 1200]],
    ["five of the twenty-one", [5, 21]],
    ["A4 paper, x2, H2O, B-52s and user_3", []],
  ])("are those of %j", (text, found) => {
    expect(values(text)).toEqual(found);
  });

  test.each([
    ["She was born on May 5 in 1987 at 7:30, the 3rd of 4 children.", [4]],
    ["In Room 12 of Route 66 there are 8 chairs.", [8]],
    ["There are 60 minutes in an hour and 7 days in a week; he works 6 hours.", [6]],
    ["Two-thirds of a two-digit number, and the two of them at 9 am.", []],
    ["He eats 1 1/2 pies and 3/4 of a cake.", [3, 4]],
    ["In 2010 she paid 2010 dollars.", [2010]],
    ["a 3-hour ride", [3]],
    ["$a_1 = 5$ and $a_8$", [5, 8]],
  ])("that count something, in %j", (text, found) => {
    expect(quantities(text)).toEqual(found);
  });

  test("tell how they are written and what they stand for", () => {
    expect(statementNumbers("$x^{10} + \\frac{1}{2}$")).toMatchObject([
      { value: 10, role: "exponent", token: false },
      { value: 1, fraction: "over" },
      { value: 2, fraction: "under" },
    ]);
    expect(statementNumbers("3/4 of 20\\% of 1,500")).toMatchObject([
      { fraction: "over" },
      { fraction: "under" },
      { percent: true },
      { separator: ",", percent: false },
    ]);
    expect(statementNumbers("$60\\%$ or 5 percent")).toMatchObject([
      { percent: true, math: true },
      { percent: true },
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { template as shape } from "../contract/variation.ts";
import { templateOf } from "./template-of.ts";

function parametersOf(statement: string, program: string) {
  const { template, reason } = templateOf(statement, program);
  if (!template) throw new Error(reason);
  return template.parameters.map(({ name, value, statement: s, program: p, scale }) =>
    scale === 1
      ? `${name}=${value} ${s.length}/${p.length}`
      : `${name}=${value}×${scale} ${s.length}/${p.length}`,
  );
}

const piece = fc.constantFrom(
  "5",
  "17",
  "20%",
  "1,000",
  "three",
  " apples ",
  "= ",
  "x",
  "\n",
  "[",
  "]",
  "print(",
  ")",
  "'",
  "#",
  "$",
);

test("never throws, and what it makes is a template whose places hold the parameters' values", () => {
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 25 })
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, text, (statement, program) => {
      const { template, reason } = templateOf(statement, program);
      if (!template) {
        expect(reason).toMatch(/\.$/);
        return;
      }
      expect(shape.safeParse(template).success).toBe(true);
      expect(template.statement).toBe(statement);
      for (const { program: places, value, scale } of template.parameters) {
        for (const { start, end } of places) {
          expect(Number(template.program.slice(start, end).replaceAll("_", ""))).toBeCloseTo(
            value * scale,
            9,
          );
        }
      }
      const taken = template.parameters.flatMap((each) => each.program.map(({ start }) => start));
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});

describe("a template", () => {
  test("has a parameter for each number that stands in the program", () => {
    expect(
      parametersOf(
        "Ada has 17 apples, $1,500 and three cats.",
        "apples = 17\nmoney = 1500\ncats = 3\nprint(apples)",
      ),
    ).toEqual(["apples=17 1/1", "money=1500 1/1", "cats=3 1/1"]);
  });

  test("takes equal numbers for one, since which is whose can't be told", () => {
    expect(parametersOf("He buys 17 pens at $17.", "pens = 17\nprice = 17\nprint(pens * price)")).toEqual([
      "pens=17 2/2",
    ]);
  });

  test("finds a percentage as a share, apart from a count of the same value", () => {
    expect(parametersOf("20% of 20 apples", "rate = 0.2\napples = 20\nprint(rate * apples)")).toEqual([
      "rate=20×0.01 1/1",
      "apples=20 1/1",
    ]);
    expect(parametersOf("35% of 80 apples", "print(80 * 35 / 100)")).toEqual(["a=35 1/1", "apples=80 1/1"]);
  });

  test("leaves fixed what the program doesn't use, and what may be meant otherwise", () => {
    expect(parametersOf("In 2 hours 45 cars pass, and half turn.", "cars = 45\nprint(cars / 2)")).toEqual([
      "cars=45 1/1",
    ]);
    expect(parametersOf("In 7 weeks he reads 45 pages a day.", "pages = 45\nprint(pages * 7)")).toEqual([
      "pages=45 1/1",
    ]);
    expect(parametersOf("3 of the other three are 45 long.", "a = 3\nlong = 45\nprint(a * long)")).toEqual([
      "long=45 1/1",
    ]);
  });

  test("tells by its name which of several literals a number is", () => {
    expect(
      parametersOf(
        "In 7 boxes are 45 pens each, a week long.",
        "boxes = 7\npens = 45\nprint(boxes * pens * 7)",
      ),
    ).toEqual(["boxes=7 1/1", "pens=45 1/1"]);
  });

  test("takes no 0 or 1 out of a calculation", () => {
    expect(
      parametersOf("A die has faces $1$ to $6$.", "faces = 6\nprint(sum(1 for face in range(1, faces + 1)))"),
    ).toEqual(["faces=6 1/1"]);
  });

  test("takes no index and no number of decimals", () => {
    expect(
      parametersOf("Let $A = (5, 8)$; 3 is last.", "A = [5, 8, 2]\nprint(round(A[2] / A[0], 3))"),
    ).toEqual(["a=5 1/1", "b=8 1/1"]);
  });

  test("takes exponents and ends of ranges that stand in the statement", () => {
    expect(parametersOf("What is $7^{45}$ modulo $11$?", "print(7 ** 45 % 11)")).toEqual([
      "a=7 1/1",
      "b=45 1/1",
      "c=11 1/1",
    ]);
    expect(parametersOf("Sum the first 45 squares.", "print(sum(k * k for k in range(45)))")).toEqual([
      "squares=45 1/1",
    ]);
  });

  test("is made of the program without its comments on numbers", () => {
    const { template } = templateOf(
      "Ada has 17 apples.",
      'def f():\n    """Ada has 17."""\n    return 17  # 17 apples\n',
    );
    expect(template?.program).toBe("def f():\n    return 17\n");
  });

  test.each([
    ["No numbers here.", "print(17)", /no numbers/],
    ["He was born in 1987.", "print(1987)", /no numbers/],
    ["He has 17 pens.", "print(3)", /surely stands/],
    ["He has 80 pens and loses 45.", "print(35 + 80)", /80 − 45, worked out by hand/],
    ["He has 80 pens.", "print(80 * 77)", /77 doesn't stand in the statement/],
    ["He has 17 pens.", "n = 17\nprint(f'{n * 3}')", /f-string/],
    ["He has 17 pens.", "n = 17\nprint('17 pens', n)", /surely stands/],
    ["Sum $18 - 12 + 8 - \\dots$", "a = 18\nprint(a)", /doesn't use 12, which stands in a formula/],
    ["He has 1 pen.", "pens = 1\nprint(pens)", /stay as they are/],
  ])("isn't made of %j and %j", (statement, program, reason) => {
    expect(templateOf(statement, program)).toEqual({ template: null, reason: expect.stringMatching(reason) });
  });
});

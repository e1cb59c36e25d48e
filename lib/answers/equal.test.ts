import fc from "fast-check";
import { expect, test } from "vitest";
import { compareAnswers } from "./equal.ts";
import { COMPARISON_STEPS, newSteps } from "./steps.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

const whole = fc.integer({ min: -9999, max: 9999 }).map(String);
const fraction = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }))
  .map(([n, d]) => `\\frac{${n}}{${d}}`);
const scalar = fc.oneof(
  whole,
  fraction,
  fc.tuple(whole, fc.nat(999)).map(([a, b]) => `${a}.${b}`),
  fc.nat(100).map((n) => `${n}\\%`),
  fc.integer({ min: 2, max: 50 }).map((n) => `3\\sqrt{${n}}`),
  fc.integer({ min: 2, max: 50 }).map((n) => `${n}\\pi`),
  fc.constantFrom(
    "x+1",
    "x^2-2x",
    "\\text{even}",
    "\\text{(B)}",
    "45^\\circ",
    "\\$7.50",
    "12\\text{ cm}",
    "2i",
  ),
);
const answer = fc.oneof(
  scalar,
  fc.array(scalar, { minLength: 2, maxLength: 3 }).map((items) => `(${items.join(",")})`),
  fc.array(scalar, { minLength: 2, maxLength: 3 }).map((items) => `\\{${items.join(", ")}\\}`),
  fc.array(scalar, { minLength: 2, maxLength: 3 }).map((items) => items.join(", ")),
  fc
    .array(scalar, { minLength: 2, maxLength: 2 })
    .map((items) => `\\begin{pmatrix} ${items.join(" \\\\ ")} \\end{pmatrix}`),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.nat(7))
    .map(([low, size, form]) => {
      const high = low + size;
      const forms = [
        `(${low}, ${high}]`,
        `${low} < x \\le ${high}`,
        `${high} \\ge x > ${low}`,
        `x > ${low}`,
        `(${low}, \\infty)`,
        `x < ${low} \\text{ or } x > ${high}`,
        `(-\\infty,${low})\\cup(${high},\\infty)`,
        `x \\ne ${low}`,
      ];
      return forms[form] ?? "";
    }),
  fc.constantFrom(
    "\\mathbb{R}",
    "\\mathbb{R}\\setminus\\{3\\}",
    "\\{x \\mid x > 2\\}",
    "x = 1, y = 2",
    "y=2, x=1",
    "(x,y)=(1,2)",
    "A(1,2)",
    "\\langle 1,2\\rangle",
    "[1, 2]",
    "(\\pm 1,2)",
    "\\mp 3",
    "1011_2",
    "11_{10}",
    "1011",
    "11",
    "March 5, 2024",
    "2024/03/05",
    "03/05/2024",
    "\\text{3:30 PM}",
    "3:30",
    "15:30",
    "1 hour 30 minutes",
    "90\\text{ minutes}",
    "180^\\circ",
    "\\text{third}",
    "3^{\\text{rd}}",
    "1:2",
    "2:4",
  ),
);

type Format = (text: string) => string;

const SETTINGS: Format[] = [
  (text) => `$${text}$`,
  (text) => `\\(${text}\\)`,
  (text) => ` ${text} .`,
  (text) => `\\boxed{${text}}`,
  (text) => `**${text}**`,
  (text) => `**$${text}$.**`,
];
const SPELLINGS: Format[] = [
  (text) => text,
  (text) => text.replaceAll("\\frac", "\\dfrac"),
  (text) => text.replace(/\\frac\{(-?\d+)\}\{(\d+)\}/g, "$1/$2"),
  (text) => text.replace(/\\frac\{(\d)\}\{(\d)\}/g, "\\frac$1$2"),
  (text) => text.replace(/(?<!\\)\(/g, "\\left(").replace(/(?<!\\)\)/g, "\\right)"),
  (text) => text.replace(/,(?! )/g, ",\\,"),
  (text) => text.replaceAll("\\text", "\\mbox"),
  (text) => text.replaceAll("-", "−"),
  (text) => text.replace(/\\sqrt\{(\d)\}/g, "\\sqrt$1"),
  (text) => text.replaceAll("pmatrix", "bmatrix"),
  (text) => text.replace(/\\pi/g, "π"),
];
const format = fc
  .tuple(fc.constantFrom(...SETTINGS), fc.constantFrom(...SPELLINGS), fc.constantFrom(...SPELLINGS))
  .map(
    ([set, spell, respell]): Format =>
      (text) =>
        set(spell(respell(text))),
  );

test("every string equals itself", () => {
  fc.assert(
    fc.property(fc.oneof(answer, fc.string({ unit: character })), (text) => {
      expect(compareAnswers(text, text).outcome).toBe("equal");
      expect(compareAnswers(text, ` ${text}\n`).outcome).toBe("equal");
    }),
  );
});

test("the outcome doesn't depend on which of the two is the reference", () => {
  fc.assert(
    fc.property(fc.oneof(answer, fc.string({ unit: character })), answer, (a, b) => {
      expect(compareAnswers(a, b).outcome).toBe(compareAnswers(b, a).outcome);
    }),
    { numRuns: 2000 },
  );
});

test("formatting either side never changes the outcome", () => {
  fc.assert(
    fc.property(answer, answer, format, format, (a, b, f, g) => {
      const plain = compareAnswers(a, b).outcome;
      expect(compareAnswers(f(a), b).outcome).toBe(plain);
      expect(compareAnswers(f(a), g(b)).outcome).toBe(plain);
      expect(compareAnswers(g(a), f(a)).outcome).toBe("equal");
    }),
    { numRuns: 2000 },
  );
});

test("two different whole numbers are different, whatever follows them", () => {
  fc.assert(
    fc.property(
      fc.bigInt(),
      fc.bigInt(),
      fc.constantFrom("", ".0", " apples", "\\text{ cm}", ".", "\\%"),
      (a, b, tail) => {
        fc.pre(a !== b);
        expect(compareAnswers(`${a}${tail}`, `${b}${tail}`).outcome).toBe("different");
      },
    ),
  );
});

const nasty = fc.constantFrom(
  ..."9^|9^{|(|[|\\{|\\frac{|\\sqrt{|1,|1/|\\pm |\\text{|\\text{a}|=|x=|-|9!|9^4000/|\\\\|&|and |\\cup|(1,2)\\cup|e^|π|((1,2),|sqrt(|a b|0.\\overline{3}+|1+1/3+|x<|1<x,|x\\ne 1, |[1 2] |{x: 1}, |1 hour |March 5, |Union(|Matrix([[1,|A(1,2), |i+2j+|\\begin{pmatrix}|\\setminus\\{|_2|:|x=1,|1 or ".split(
    "|",
  ),
);

test("hostile answers are compared in a bounded number of steps, without an exception", () => {
  fc.assert(
    fc.property(
      fc.array(nasty, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 4000 }),
      (parts, times) => {
        const unit = parts.join("");
        const text = unit.repeat(Math.ceil(times / unit.length)).slice(0, 4000);
        for (const other of ["1", `${text.slice(1)}1`]) {
          const steps = newSteps(COMPARISON_STEPS);
          expect(compareAnswers(text, other, { steps }).reason.length).toBeLessThan(300);
          expect(steps.taken).toBeLessThan(4 * COMPARISON_STEPS);
        }
      },
    ),
    { numRuns: 200 },
  );
  expect(compareAnswers("9^{9^{9^9}}", "1")).toMatchObject({ outcome: "undecided", method: "symbolic" });
  expect(compareAnswers("9^{9^{9^9}}", "$9^{9^{9^9}}$").outcome).toBe("equal");
});

test("when the steps run out the answer is that it can't be told", () => {
  expect(compareAnswers("\\{1,2\\}", "\\{2,1\\}", { steps: newSteps(20) })).toMatchObject({
    outcome: "undecided",
    reason: "can't tell whether \\{2,1\\} is \\{1,2\\} (too much work to compare)",
  });
});

test("answers too long to read are compared as they stand", () => {
  const long = "1 + ".repeat(2000);
  expect(compareAnswers(`${long}1`, `${long.replaceAll(" ", "  ")}1`).outcome).toBe("equal");
  expect(compareAnswers(`${long}1`, `${long}2`).outcome).toBe("undecided");
});

test("the reason is one line that a reviewer understands", () => {
  expect(compareAnswers("18", "18.0").reason).toBe("18.0 is 18");
  expect(compareAnswers("18", "18").reason).toBe("both are 18");
  expect(compareAnswers("18", "20").reason).toBe("expected 18, found 20");
  expect(compareAnswers("(1,2)", "(1,2,3)").reason).toBe(
    "expected (1,2), found (1,2,3) (2 values against 3)",
  );
  expect(compareAnswers("5", "")).toMatchObject({
    outcome: "undecided",
    reason: "can't tell whether nothing is 5 (one is empty)",
  });
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 500 }), answer, (a, b) => {
      const { reason } = compareAnswers(a, b);
      expect(reason).not.toContain("\n");
      expect(reason.length).toBeLessThan(300);
    }),
  );
});

test("two different answers aren't equal because there are no steps left to read them", () => {
  const steps = newSteps(10);
  steps.taken = 20;
  expect(compareAnswers("17", "\\frac{1}{2}", { steps }).outcome).toBe("undecided");
});

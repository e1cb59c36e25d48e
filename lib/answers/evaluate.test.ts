import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "./evaluate.ts";
import { COMPARISON_STEPS, newSteps } from "./steps.ts";
import { asDouble, type Value } from "./value.ts";

/** Any code point, lone surrogates included, ASCII more often than not. */
const character = fc
  .oneof(fc.nat(0x7f), fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .map((code) => String.fromCodePoint(code));

type Expression = { readonly text: string; readonly value: number };

/** Random arithmetic with the value that JavaScript gives it. */
const { expression } = fc.letrec<{ expression: Expression; leaf: Expression }>((tie) => ({
  leaf: fc.integer({ min: 1, max: 40 }).map((n) => ({ text: String(n), value: n })),
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie("leaf"),
    fc
      .tuple(tie("expression"), tie("expression"))
      .map(([a, b]) => ({ text: `(${a.text}+${b.text})`, value: a.value + b.value })),
    fc
      .tuple(tie("expression"), tie("expression"))
      .map(([a, b]) => ({ text: `${a.text}-(${b.text})`, value: a.value - b.value })),
    fc
      .tuple(tie("leaf"), tie("leaf"))
      .map(([a, b]) => ({ text: `${a.text}*${b.text}`, value: a.value * b.value })),
    fc
      .tuple(tie("leaf"), tie("leaf"))
      .map(([a, b]) => ({ text: `\\frac{${a.text}}{${b.text}}`, value: a.value / b.value })),
    tie("leaf").map((a) => ({ text: `\\sqrt{${a.text}}`, value: Math.sqrt(a.value) })),
    tie("leaf").map((a) => ({ text: `${a.text}^2`, value: a.value ** 2 })),
    tie("leaf").map((a) => ({ text: `${a.text}\\pi`, value: a.value * Math.PI })),
  ),
}));

function shown(text: string): string | number | null {
  const found = evaluate(text)?.value;
  if (!found) return null;
  return found.kind === "approximate" ? found.value : `${found.value.n}/${found.value.d}`;
}

const double = (value: Value | undefined): number =>
  value ? (asDouble(value)?.value ?? Number.NaN) : Number.NaN;

test("closed arithmetic has the value that a calculator gives", () => {
  fc.assert(
    fc.property(expression, ({ text, value }) => {
      const found = double(evaluate(text)?.value);
      expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(value)));
    }),
  );
});

test("exact results are exact", () => {
  expect(shown("1/3+1/6")).toBe("1/2");
  expect(shown("0.1+0.2")).toBe("3/10");
  expect(shown("2^10")).toBe("1024/1");
  expect(shown("2^-2")).toBe("1/4");
  expect(shown("2^3^2")).toBe("512/1");
  expect(shown("-2^2")).toBe("-4/1");
  expect(shown("\\sqrt{16}")).toBe("4/1");
  expect(shown("\\sqrt[3]{8}")).toBe("2/1");
  expect(shown("8^{1/3}")).toBe("2/1");
  expect(shown("5!")).toBe("120/1");
  expect(shown("1.2*10^3")).toBe("1200/1");
  expect(shown("1e3")).toBe("1000/1");
  expect(shown("0.\\overline{3}")).toBe("1/3");
  expect(shown("2(3)(4)")).toBe("24/1");
  expect(shown("--5")).toBe("5/1");
});

test("a whole number and a proper fraction are a mixed number", () => {
  expect(shown("1\\frac{1}{2}")).toBe("3/2");
  expect(shown("-1\\frac{1}{2}")).toBe("-3/2");
  expect(shown("1 1/2")).toBe("3/2");
  expect(shown("2*\\frac{1}{2}")).toBe("1/1");
  expect(shown("2\\frac{3}{2}")).toBeNull();
});

test("what is not closed arithmetic has no value", () => {
  for (const text of [
    "",
    "x",
    "2x",
    "1 2",
    "1+",
    "(1",
    "1)",
    "\\sin{1}",
    "1/0",
    "0^0",
    "\\sqrt{-1}",
    "()",
    "2 3",
  ]) {
    expect(evaluate(text), text).toBeNull();
  }
});

test("the number of decimals and digits that were written is part of the result", () => {
  expect(evaluate("18.0")).toMatchObject({ decimal: true, significant: 3 });
  expect(evaluate("0.0012")).toMatchObject({ decimal: true, significant: 2 });
  expect(evaluate("18")).toMatchObject({ decimal: false, significant: 0 });
});

test("hostile towers, chains and nestings are refused within the step limit, without being computed", () => {
  const hostile = [
    "9^{9^{9^9}}",
    "9^9^9^9^9",
    "(9^4000)^4000",
    "1e4000*".repeat(500).concat("1"),
    "9^4000/7^3999*".repeat(200).concat("1"),
    "500!".repeat(900),
    "(".repeat(4000),
    "-".repeat(4000),
    "\\frac{1}{".repeat(400).concat("2", "}".repeat(400)),
    "9".repeat(4000).concat("/", "7".repeat(90)),
    "\\sqrt{".repeat(600),
  ];
  for (const text of hostile) {
    const steps = newSteps(COMPARISON_STEPS);
    evaluate(text, steps);
    expect(steps.taken, text.slice(0, 20)).toBeLessThan(2 * COMPARISON_STEPS);
  }
  expect(evaluate("9^{9^{9^9}}")).toBeNull();
  expect(evaluate("-".repeat(3999).concat("1"))?.value).toEqual({ kind: "exact", value: { n: -1n, d: 1n } });
});

test("any string is read without an exception", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: character }), fc.stringMatching(/^[-0-9+*/^(){}.!e \\]{0,60}$/)),
      (text) => {
        const found = evaluate(text, newSteps(COMPARISON_STEPS));
        expect(found === null || typeof found.significant === "number").toBe(true);
      },
    ),
  );
});

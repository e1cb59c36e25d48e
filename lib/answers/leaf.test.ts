import fc from "fast-check";
import { expect, test } from "vitest";
import { spellLatex } from "./latex.ts";
import { type Leaf, readLeaf } from "./leaf.ts";
import { newSteps } from "./steps.ts";

const leaf = (text: string): Leaf => readLeaf(spellLatex(text, newSteps()), newSteps());

test("the order of a sum's terms doesn't count in the key, their signs do", () => {
  const term = fc.constantFrom("x", "2y", "3x^2", "11", "\\sqrt{2}", "(a-b)^2", "\\frac{1}{x}");
  const sum = fc.array(fc.tuple(term, fc.constantFrom("+", "-")), { minLength: 2, maxLength: 5 });
  const text = (terms: [string, string][]): string =>
    terms
      .map(([each, sign]) => sign + each)
      .join("")
      .replace(/^\+/, "");
  fc.assert(
    fc.property(sum, fc.array(fc.nat(100)), (terms, order) => {
      const shuffled = terms.map((each, at) => ({ each, by: order[at] ?? at })).sort((a, b) => a.by - b.by);
      expect(leaf(text(shuffled.map(({ each }) => each))).key).toBe(leaf(text(terms)).key);
    }),
  );
  expect(leaf("x-1").key).not.toBe(leaf("1-x").key);
  expect(leaf("x+y=5").key).toBe(leaf("5=y+x").key);
  expect(leaf("x<y").key).not.toBe(leaf("y<x").key);
});

test("signs of multiplication between letters don't count in the key, between numbers they do", () => {
  expect(leaf("2*x*y").key).toBe(leaf("2xy").key);
  expect(leaf("2\\cdot 3x").key).not.toBe(leaf("23x").key);
  expect(leaf("2*\\frac{1}{3}x").key).not.toBe(leaf("2\\frac{1}{3}x").key);
});

test("spaces go, but for those between digits, words, and a command and its letter", () => {
  expect(leaf("2 x + 1").text).toBe("2x+1");
  expect(leaf("1 1/2").text).toBe("1 1/2");
  expect(leaf("not possible").text).toBe("not possible");
  expect(leaf("2\\pi r").text).toBe("2\\pi r");
});

test("names, units, money, approximations and number words are read", () => {
  expect(leaf("x = 3")).toMatchObject({ name: "x", text: "3" });
  expect(leaf("\\text{Area} = 5\\text{ cm}^2")).toMatchObject({
    name: "Area",
    text: "5",
    unit: { dimension: "length^2" },
  });
  expect(leaf("\\$5")).toMatchObject({ text: "5", unit: { dimension: "money" } });
  expect(leaf("\\approx 3.14").text).toBe("3.14");
  expect(leaf("about 5 miles").text).toBe("5");
  expect(leaf("four").number?.written).toMatchObject({ value: { n: 4n } });
  expect(leaf("1.5 million dollars")).toMatchObject({ text: "1.5*10^6", unit: { dimension: "money" } });
  expect(leaf("50 percent").text).toBe("50%");
  expect(leaf("3 dozen").text).toBe("3*12");
});

test("degrees stay on what trigonometry takes, where they decide the value", () => {
  expect(leaf("30^\\circ").text).toBe("30");
  expect(leaf("\\cos 58^\\circ").text).not.toBe(leaf("\\cos 58").text);
});

test("a relation read backwards has the same key", () => {
  expect(leaf("f(2) < f(1) < f(4)").key).toBe(leaf("f(4) > f(1) > f(2)").key);
  expect(leaf("y \\le 2x+1").key).toBe(leaf("1 + 2x \\ge y").key);
  expect(leaf("x \\ne y").key).toBe(leaf("y \\ne x").key);
});

test("decimals that go on, scientific notation, ordinals and amounts in two units have their value", () => {
  expect(leaf("0.1666...").number?.written).toMatchObject({ value: { n: 1n, d: 6n } });
  expect(leaf("0.1818...").number?.written).toMatchObject({ value: { n: 2n, d: 11n } });
  expect(leaf("0.33...").number).toBeNull();
  expect(leaf("1.2 x 10^3").number?.written).toMatchObject({ value: { n: 1200n } });
  expect(leaf("21st").number?.written).toMatchObject({ value: { n: 21n } });
  expect(leaf("1 hour 30 minutes")).toMatchObject({ text: "90", unit: { dimension: "time" } });
  expect(leaf("the year 1999").text).toBe("1999");
});

test("what only looks like a number has none", () => {
  expect(leaf("2024-03-05")).toMatchObject({ number: null, special: { kind: "day" } });
  expect(leaf("1011_2")).toMatchObject({ number: null, special: { kind: "based" } });
  expect(leaf("a hyperbola").text).toBe("a hyperbola");
});

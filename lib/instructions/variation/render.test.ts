import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programLiterals } from "./program-literals.ts";
import { renderVariant } from "./render.ts";
import { statementNumbers } from "./statement-numbers.ts";
import { templateOf } from "./template-of.ts";

function templateFor(statement: string, program: string) {
  const { template, reason } = templateOf(statement, program);
  if (!template) throw new Error(reason);
  return template;
}

test("with the seed's own values a template is the seed", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 90_000 }), { minLength: 1, maxLength: 5 }), (numbers) => {
      const statement = numbers.map((n) => `He has ${n.toLocaleString("en")} things.`).join(" ");
      const program = numbers.map((n, at) => `v${at} = ${n}`).join("\n");
      const { template } = templateOf(statement, program);
      if (!template) return;
      const own = Object.fromEntries(template.parameters.map(({ name, value }) => [name, value]));
      expect(renderVariant(template, own)).toEqual({ text: statement, program });
    }),
  );
});

test("other values stand in the statement and in the program alike, and nothing else changes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 99_999 }), fc.integer({ min: 2, max: 99_999 }), (one, other) => {
      const template = templateFor(
        "He pays $1,234 for 17 things.",
        "cost = 1234\nthings = 17\nprint(cost / things)",
      );
      const { text, program } = renderVariant(template, { cost: one, things: other });
      expect(statementNumbers(text).map(({ value }) => value)).toEqual([one, other]);
      expect(programLiterals(program).map(({ value }) => value)).toEqual([one, other]);
      expect(text.replace(/[\d,]+/g, "#")).toBe("He pays $# for # things.");
    }),
  );
});

describe("a variant keeps how its numbers are written", () => {
  test.each([
    ["It costs $5.50.", "cost = 5.5", { cost: 7 }, "It costs $7.00.", "cost = 7.0"],
    ["It costs $80,000.", "cost = 80000", { cost: 120_000 }, "It costs $120,000.", "cost = 120000"],
    ["It costs $1,800.", "cost = 1800", { cost: 900 }, "It costs $900.", "cost = 900"],
    ["$1{,}800$ men", "men = 1800", { men: 2500 }, "$2{,}500$ men", "men = 2500"],
    ["Ten men", "men = 10", { men: 12 }, "Twelve men", "men = 12"],
    ["ten men", "men = 10", { men: 35 }, "35 men", "men = 35"],
    ["20% of it", "rate = 0.2", { rate: 35 }, "35% of it", "rate = 0.35"],
    ["an 8-foot wall", "foot = 8", { foot: 6 }, "a 6-foot wall", "foot = 6"],
    ["A 45-foot wall", "foot = 45", { foot: 80 }, "An 80-foot wall", "foot = 80"],
    ["an $8 fee", "fee = 8", { fee: 9 }, "a $9 fee", "fee = 9"],
    ["$x^8$", "x = 3**8", { a: 10 }, "$x^{10}$", "x = 3**10"],
    ["$\\frac38$", "f = [3, 8]", { b: 15 }, "$\\frac3{15}$", "f = [3, 15]"],
    ["$x - 9$", "c = -9", { c: 4 }, "$x - 4$", "c = -4"],
  ])("%j", (statement, program, values, text, code) => {
    expect(renderVariant(templateFor(statement, program), values)).toEqual({ text, program: code });
  });
});

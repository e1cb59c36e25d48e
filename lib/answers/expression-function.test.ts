import { expect, test } from "vitest";
import { Cursor } from "./expression-cursor.ts";
import { functionExpression, type Grammar } from "./expression-function.ts";
import { tokeniseExpression } from "./expression-tokens.ts";
import { newSteps } from "./steps.ts";

/** A grammar in which every operand is one token, and a bracket holds one. */
function grammarOver(text: string): Grammar {
  const cursor = new Cursor(tokeniseExpression(text, newSteps()) ?? []);
  const one = () => {
    const token = cursor.next();
    cursor.skip();
    if (token?.kind === "number") return { kind: "number", n: token.digits, d: "1" } as const;
    return token?.kind === "variable" || token?.kind === "constant" ? token : null;
  };
  const bracket = () => {
    cursor.skip();
    const inside = one();
    cursor.skip();
    return inside;
  };
  return { cursor, sum: one, power: one, exponent: one, bracket };
}

function read(text: string) {
  const grammar = grammarOver(text);
  const token = grammar.cursor.next();
  if (token?.kind !== "function") throw new Error(`${text} begins with no function`);
  grammar.cursor.skip();
  const found = functionExpression(token.name, grammar);
  return found && { ...found, rest: !grammar.cursor.done };
}

const x = { kind: "variable", name: "x" };

test("powers and bases before the argument are told from the argument", () => {
  const sine = { kind: "call", name: "sin", of: [x] };
  expect(read("\\sin x")).toEqual({ ...sine, rest: false });
  expect(read("\\sin^2x")).toEqual({
    kind: "power",
    base: sine,
    exponent: { kind: "number", n: "2", d: "1" },
    rest: false,
  });
  expect(read("\\log_2x")).toMatchObject({ name: "log", of: [x, { n: "2" }] });
  expect(read("\\log_25")).toMatchObject({ name: "log", of: [{ n: "5" }, { n: "2" }] });
  expect(read("\\sin_2x")).toBeNull();
  expect(read("\\log_2_3x")).toBeNull();
});

test("an argument without brackets goes on over letters and ends at a sign, a bracket or another function", () => {
  expect(read("\\cos2x+1")).toMatchObject({ name: "cos", of: [{ factors: [{ n: "2" }, x] }], rest: true });
  expect(read("\\cos x\\sin x")).toMatchObject({ of: [x], rest: true });
  expect(read("\\cos x(x)")).toMatchObject({ of: [x], rest: true });
  expect(read("\\cos2(x)")).toBeNull();
  expect(read("\\cos x/2")).toBeNull();
});

test("functions that need their brackets are refused without them, roots with a degree that is none", () => {
  expect(read("\\sqrt x")).toBeNull();
  expect(read("\\exp x")).toBeNull();
  expect(read("\\sqrt[3]{x}")).toMatchObject({ name: "root", of: [x, { n: "3" }] });
  expect(read("\\sqrt[65]{x}")).toBeNull();
  expect(read("\\sqrt[x]{x}")).toBeNull();
});

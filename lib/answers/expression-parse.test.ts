import fc from "fast-check";
import { expect, test } from "vitest";
import { ExpressionParser } from "./expression-parse.ts";
import { tokeniseExpression } from "./expression-tokens.ts";
import { newSteps } from "./steps.ts";

const parserOf = (text: string, tight = false, limit = Number.POSITIVE_INFINITY): ExpressionParser =>
  new ExpressionParser(tokeniseExpression(text, newSteps()) ?? [], newSteps(limit), tight);

test("brackets around the whole change nothing, of whatever kind, up to a depth", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("x+1", "2x", "x^2-y", "\\sqrt{x}"),
      fc.constantFrom("()", "[]", "{}"),
      fc.integer({ min: 1, max: 9 }),
      (text, pair, depth) => {
        const wrapped = pair.charAt(0).repeat(depth) + text + pair.charAt(1).repeat(depth);
        expect(parserOf(wrapped).whole()).toEqual(parserOf(text).whole());
      },
    ),
  );
  expect(parserOf(`${"(".repeat(61)}x${")".repeat(61)}`).whole()).toBeNull();
});

test("a slash before a product is doubtful, and read tightly divides by all of it", () => {
  const [loose, tight, plain] = [parserOf("1/2x"), parserOf("1/2x", true), parserOf("1/(2x)")];
  expect(tight.whole()).toEqual(plain.whole());
  expect(loose.whole()).not.toEqual(plain.whole());
  expect([loose.doubtful, plain.doubtful]).toEqual([true, false]);
});

test("a bar closes what a bar opened, and brackets must match", () => {
  expect(parserOf("|x|y|z|").whole()).toMatchObject({
    factors: [{ name: "abs" }, { name: "y" }, { name: "abs" }],
  });
  expect(parserOf("|(x|)").whole()).toBeNull();
  expect(parserOf("(x]").whole()).toBeNull();
  expect(parserOf("x)").whole()).toBeNull();
});

test("the longest decimal counts its digits, and without steps nothing is read", () => {
  const parser = parserOf("0.050x+1.25+1234");
  parser.whole();
  expect(parser.significant).toBe(3);
  expect(parserOf("x+1", false, 2).whole()).toBeNull();
});

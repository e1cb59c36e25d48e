import fc from "fast-check";
import { expect, test } from "vitest";
import { tokeniseExpression } from "./expression-tokens.ts";
import { newSteps } from "./steps.ts";

const short = (text: string): string[] | null =>
  tokeniseExpression(text, newSteps())?.map((token) => {
    if (token.kind === "symbol") return token.text;
    if (token.kind === "number") return `${token.digits}e-${token.scale}`;
    return token.kind === "gap" ? "gap" : `${token.kind}:${token.name}`;
  }) ?? null;

test("a run of letters is a product of variables, constants and functions, or one word as a whole", () => {
  expect(short("xsiny")).toEqual(["variable:x", "function:sin", "variable:y"]);
  expect(short("arcsinx")).toEqual(["function:arcsin", "variable:x"]);
  expect(short("aei")).toEqual(["variable:a", "constant:e", "constant:i"]);
  expect(short("theta")).toEqual(["variable:theta"]);
  expect(short("2pi")).toEqual(["2e-0", "constant:pi"]);
  expect(short("58degrees")).toEqual(["58e-0", "°"]);
});

test("subscripts belong to the name, of variables and of what would be a constant", () => {
  expect(short("x_12")).toEqual(["variable:x_12"]);
  expect(short("a_{n+1}b")).toEqual(["variable:a_n+1", "variable:b"]);
  expect(short("e_1")).toEqual(["variable:e_1"]);
  expect(short("\\alpha_2")).toEqual(["variable:alpha_2"]);
});

test("prose, unknown commands and unknown functions are refused", () => {
  for (const text of ["apples", "is odd", "x or", "all", "\\foo", "f(x)", "f^-1(x)", "x%", "x=1", "é"])
    expect(short(text), text).toBeNull();
  expect(short("f+1")).toEqual(["variable:f", "+", "1e-0"]);
});

test("a number that could be a number times e is refused", () => {
  expect(short("4e+2")).toBeNull();
  expect(short("1.5e-3x")).toBeNull();
  expect(short("1.5e-3")).toEqual(["15e-4"]);
  expect(short("4e+x")).toEqual(["4e-0", "constant:e", "+", "variable:x"]);
});

test("any text is read in steps that its length bounds, and none where the steps are out", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const steps = newSteps();
      tokeniseExpression(text, steps);
      expect(steps.taken).toBeLessThanOrEqual(3 * text.length + 3);
      if (text !== "") expect(tokeniseExpression(text, newSteps(1))).toBeNull();
    }),
  );
});

import { expect, test } from "vitest";
import { Cursor } from "./expression-cursor.ts";
import { tokeniseExpression } from "./expression-tokens.ts";
import { newSteps } from "./steps.ts";

const over = (text: string): Cursor => new Cursor(tokeniseExpression(text, newSteps()) ?? []);

test("a cursor takes only what stands there, and knows what it has just passed", () => {
  const cursor = over("i)x");
  expect([cursor.take(")"), cursor.symbol(), cursor.symbol(1), cursor.done]).toEqual([
    false,
    null,
    ")",
    false,
  ]);
  cursor.skip();
  expect([cursor.follows("constant", "i"), cursor.take(")"), cursor.follows("symbol", ")")]).toEqual([
    true,
    true,
    true,
  ]);
  expect(cursor.next()).toEqual({ kind: "variable", name: "x" });
  cursor.skip();
  expect([cursor.done, cursor.next(), cursor.symbol(), cursor.take(")")]).toEqual([
    true,
    undefined,
    null,
    false,
  ]);
});

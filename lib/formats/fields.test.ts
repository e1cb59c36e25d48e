import { expect, test } from "vitest";
import { hasTexts, leftover, plainOf, textOf } from "./fields.ts";

test("a text is one that isn't blank, and a number may stand for one", () => {
  expect([textOf("a"), textOf(" "), textOf(5), textOf(null)]).toEqual(["a", undefined, undefined, undefined]);
  expect([plainOf(5), plainOf("a"), plainOf(Number.NaN), plainOf([])]).toEqual([
    "5",
    "a",
    undefined,
    undefined,
  ]);
});

test("a row has texts only where each key holds one", () => {
  expect(hasTexts({ a: "x", b: "y" }, "a", "b")).toBe(true);
  expect(hasTexts({ a: "x", b: "" }, "a", "b")).toBe(false);
  expect(hasTexts(["x"], "0")).toBe(false);
});

test("what is left over has no key that was read, no null, and isn't there when empty", () => {
  expect(leftover({ a: 1, b: null, c: 0 }, ["a"])).toEqual({ c: 0 });
  expect(leftover({ a: 1, b: null }, ["a"])).toBeUndefined();
});

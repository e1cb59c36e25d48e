import { expect, test } from "vitest";
import { figureText, scoreText } from "./scorer-words.ts";

test("a critique is of ten, a reward has its sign", () => {
  expect([9, 8.25, 10].map((value) => scoreText("critique", value))).toEqual(["9", "8.3", "10"]);
  expect([1.5, -0.254, 0].map((value) => scoreText("reward", value))).toEqual(["+1.50", "−0.25", "0.00"]);
});

test("what is undefined is no number", () => {
  expect([0.98765, 0, null].map(figureText)).toEqual(["0.988", "0.000", "—"]);
});

import { expect, test } from "vitest";
import { equationsOf } from "./equations.ts";

const text = (content: string) => [{ type: "text" as const, content }];

test("calculator marks are the equations, in their order, however they are spaced", () => {
  const one = "She has 16 - 3 - 4 = <<16-3-4=9>>9 left.\nShe makes 9 * 2 = $<<9*2=18>>18.";
  const other = "9 eggs are left, since 16-3-4=<<16 - 3 - 4 = 9>>9. So 9*2=<<9*2=18>>18 dollars.";
  expect(equationsOf(text(one))).toEqual(["16-3-4=9", "9*2=18"]);
  expect(equationsOf(text(other))).toEqual(equationsOf(text(one)));
});

test("arithmetic in prose counts without marks", () => {
  expect(equationsOf(text("First 48/2 = 24. Then 48 + 24 = 72."))).toEqual(["48/2=24", "48+24=72"]);
});

test("another order is another way", () => {
  expect(equationsOf(text("1 + 2 = 3, then 3 * 4 = 12."))).not.toEqual(
    equationsOf(text("3 * 4 = 12, and 1 + 2 = 3.")),
  );
});

test("a text without arithmetic gives its formulas that are equations", () => {
  expect(equationsOf(text("Since $x^2 = 4y$ and \\[ y \\, = z, \\] the set $S$ is empty."))).toEqual([
    "x^2=4y",
    "y=z,",
  ]);
});

test("code and its output are no equations of the text", () => {
  expect(
    equationsOf([
      { type: "code", content: "x = 1 + 2" },
      { type: "output", content: "1 + 2 = 3" },
    ]),
  ).toEqual([]);
});

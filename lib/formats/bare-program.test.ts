import fc from "fast-check";
import { expect, test } from "vitest";
import { isBareProgram } from "./bare-program.ts";
import { traceText } from "./testing/arbitraries.ts";

test("blank lines around and inside a text never change whether it is a program", () => {
  fc.assert(
    fc.property(traceText, (text) => {
      expect(isBareProgram(`\n${text.replaceAll("\n", "\n\n")}\n \n`)).toBe(isBareProgram(text));
    }),
  );
});

test.each([
  ["def solution():\n    x = 5\n    return x * 2\n\nprint(solution())"],
  ["import math\n\nn = 5\nprint(math.factorial(n))"],
  ["from sympy import symbols, solve\nx = symbols('x')\nsolve(x - 2, x)\nprint(x)"],
  ["# Eggs a day\neggs = 16\nsold = eggs - 3 - 4\nprint(sold * 2)"],
  ['def f():\n    """How many eggs are there?\n    Count them all, please.\n    """\n    return 3'],
  ["values = [\n    1,\n    2,\n]\nfor v in values:\n    print(v)"],
])("a program is told: %j", (text) => {
  expect(isBareProgram(text)).toBe(true);
});

test.each([
  ["print(5)"],
  ["x + y = 10\nx = 4\ny = 6"],
  ["# Step 1\nWe add the numbers.\n# Step 2\nWe print(5)."],
  ["Import taxes are high.\nFrom 2 to 3 there is 1.\nThe answer is 1."],
  ["for each bag, there are 3:\nso 4 bags hold 12."],
  ["import math\nprint(5)\nSo the answer is 5, since five is what was printed."],
  [""],
])("prose and equations are no program: %j", (text) => {
  expect(isBareProgram(text)).toBe(false);
});

test("long lines of a model gone astray are read within a second", () => {
  const start = performance.now();
  for (const line of [
    "for a in ".repeat(100_000),
    "(".repeat(1e6),
    ": ".repeat(500_000),
    "a, ".repeat(300_000),
  ]) {
    expect(isBareProgram(`import math\n${line}\n${line}`)).toBe(false);
  }
  expect(performance.now() - start).toBeLessThan(1000);
});

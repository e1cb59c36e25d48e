import fc from "fast-check";
import { expect, test } from "vitest";
import { programLiterals, programStrings } from "./program-literals.ts";

test("a literal's place holds its spelling, whatever number is written there", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(99_999), { minLength: 1, maxLength: 8 }), (numbers) => {
      const source = numbers.map((number, at) => `v${at} = ${number}`).join("\n");
      const literals = programLiterals(source);
      expect(literals.map(({ value }) => value)).toEqual(numbers);
      expect(literals.map(({ start, end }) => Number(source.slice(start, end)))).toEqual(numbers);
      expect(literals.map(({ role, name }) => [role, name])).toEqual(
        numbers.map((_, at) => ["given", `v${at}`]),
      );
    }),
  );
});

const roles = (source: string) =>
  programLiterals(source).map(({ value, role, negative }) => `${negative ? "-" : ""}${value} ${role}`);

test.each([
  ["x = -5", ["-5 given"]],
  ["y = x - 5", ["5 operand"]],
  ["y = f(-5) - 3", ["-5 operand", "3 operand"]],
  ["return -2", ["-2 operand"]],
  ["y = x ** 2 + 3 * x", ["2 exponent", "3 operand"]],
  ["M = [[2, -1], [3, 4]]", ["2 given", "-1 given", "3 given", "4 given"]],
  ["M[1][0] * row[2:5]", ["1 index", "0 index", "2 index", "5 index"]],
  ["for i in range(1, n + 7): pass", ["1 range", "7 range"]],
  ["round(x / 4, 2)", ["4 operand", "2 index"]],
  ["f(size=6, other=7)", ["6 given", "7 given"]],
  ["a = 1_000; b = 1e3; c = 0x10; d = 2j", ["1000 given", "1000 given", "16 given"]],
  ["x2 = 'in 5' # 6\ns = f'{x:.2f}'", []],
])("tells the roles of %j", (source, found) => {
  expect(roles(source)).toEqual(found);
});

test("gives the program's strings", () => {
  expect(programStrings("x = 'a 5'; y = f\"{x}\"")).toEqual(["'a 5'", 'f"{x}"']);
});

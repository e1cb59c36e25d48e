import fc from "fast-check";
import { expect, test } from "vitest";
import { bareCode } from "./bare-code.ts";
import { programLiterals } from "./program-literals.ts";

const line = fc.constantFrom(
  "x = 5  # five",
  "# 3 apples",
  "# a note",
  "def f():",
  '    """Of 4 things."""',
  "    return 2",
  'print("3 left")',
  "",
);

test("leaves every literal as it is, and nothing more to leave out", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const source = lines.join("\n");
      const bare = bareCode(source);
      expect(programLiterals(bare).map(({ value }) => value)).toEqual(
        programLiterals(source).map(({ value }) => value),
      );
      expect(bareCode(bare)).toBe(bare);
      expect(bare).not.toMatch(/# (?:3|five)/);
    }),
  );
});

test.each([
  ["x = 5  # five of them\ny = 6", "x = 5\ny = 6"],
  ["# 16 eggs\nx = 5", "x = 5"],
  ["x = 5\n# 16 eggs", "x = 5"],
  ["# no numbers here\nx = 5", "# no numbers here\nx = 5"],
  ['def f():\n    """Ada has 5."""\n    x = 5\n    return x', "def f():\n    x = 5\n    return x"],
  ['def f():\n    """Ada has 5."""\nf()', "def f():\n    pass\nf()"],
  ['x = "5 apples"', 'x = "5 apples"'],
])("of %j leaves %j", (source, bare) => {
  expect(bareCode(source)).toBe(bare);
});

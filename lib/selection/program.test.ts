import fc from "fast-check";
import { expect, test } from "vitest";
import { programOf } from "./program.ts";

const program = (...blocks: string[]) =>
  programOf(blocks.map((content) => ({ type: "code" as const, content })));

test("comments, blank lines, docstrings and spaces make no other program", () => {
  const bare = "def solve(n):\n    total = n+1\n    return total\nprint(solve(3))";
  const dressed =
    '"""Solves it."""\n# first\ndef  solve( n ):\n    """Adds one."""\n\n    total = n + 1  # one more\n    return total\n\nprint( solve(3) )\n';
  expect(program(dressed)).toEqual(program(bare));
});

test("names that the program gives are its own affair", () => {
  expect(program("eggs = 16\nleft = eggs - 3\nfor day in range(7):\n    print(left, day)")).toEqual(
    program("x = 16\ny = x - 3\nfor d in range(7):\n    print(y, d)"),
  );
});

test("other numbers, other calls, another order and another nesting are another program", () => {
  const base = "a = 1\nb = a + 2\nprint(b)";
  for (const other of [
    "a = 1\nb = a + 3\nprint(b)",
    "a = 1\nb = a + 2\nprint(a)",
    "b = 1 + 2\nprint(b)",
    "a = 1\nb = a + 2\nif b:\n    print(b)",
  ]) {
    expect(program(other)).not.toEqual(program(base));
  }
  expect(program("if a:\n    x = 1\n    print(x)")).not.toEqual(program("if a:\n    x = 1\nprint(x)"));
});

test("names from elsewhere and attributes keep their names", () => {
  expect(program("import math\nprint(math.sqrt(4))")).not.toEqual(
    program("import math\nprint(math.floor(4))"),
  );
  expect(program("sqrt = 2\nprint(m.sqrt, sqrt)")).toEqual(program("s = 2\nprint(m.sqrt, s)"));
});

test("blocks are one program, and a path without code has none", () => {
  expect(program("a = 1", "print(a)")).toEqual(program("a = 1\nprint(a)"));
  expect(programOf([{ type: "text", content: "a = 1" }])).toBeNull();
});

test("anything can be read, and reading takes no longer than its length warrants", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(Array.isArray(program(text))).toBe(true);
    }),
  );
  expect(program(`x = ${"(".repeat(50_000)}`)?.length).toBe(50_002);
});

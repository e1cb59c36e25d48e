import fc from "fast-check";
import { expect, test } from "vitest";
import { programOf } from "./program.ts";

const code = fc
  .array(fc.constantFrom("x = 1", "print(x)", "def f():", "    return 2", "# note", "s = 'a ` b'"), {
    minLength: 1,
  })
  .map((lines) => lines.join("\n"));
const fence = fc.constantFrom("```", "````", "~~~");
const language = fc.constantFrom("", "python", "py", "Python", "python3");

test("fenced blocks come back as they are, in order, whatever text stands around them", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(code, fence, language), { minLength: 1, maxLength: 4 }), (blocks) => {
      const text = blocks.map(([block, mark, name]) => `Let's see.\n${mark}${name}\n${block}\n${mark}\nSo.`);
      expect(programOf(text.join("\n\n"))).toEqual({ blocks: blocks.map(([block]) => block) });
    }),
  );
});

test("a text without a fence is one block, with any line ends", () => {
  fc.assert(
    fc.property(code, (block) => {
      expect(programOf(block)).toEqual({ blocks: [block] });
    }),
  );
  expect(programOf("```python\r\nx = 1\r\nx\r\n```\r\n")).toEqual({ blocks: ["x = 1\nx"] });
});

test("outputs and other languages aren't code", () => {
  const text = "```python\nprint(1)\n```\n```output\n1\n```\n```json\n{}\n```\n```python\nprint(2)\n```";
  expect(programOf(text)).toEqual({ blocks: ["print(1)", "print(2)"] });
  expect(programOf("```output\n1\n```")).toBeNull();
});

test("a fence that the end of the text cut off still holds code", () => {
  expect(programOf("So:\n```python\nprint(1)")).toEqual({ blocks: ["print(1)"] });
});

test("a transcript of the shell gives its input alone", () => {
  expect(programOf(">>> x = 2\n>>> for i in range(x):\n...     print(i)\n...\n0\n1\n>>> x\n2")).toEqual({
    blocks: ["x = 2\nfor i in range(x):\n    print(i)\n\nx"],
  });
});

test("where there is no code there is no program", () => {
  expect(programOf("")).toBeNull();
  expect(programOf(" \n\t")).toBeNull();
  expect(programOf("```python\n```")).toBeNull();
});

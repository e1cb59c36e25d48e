import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restoreFormulas, splitInline, toMarkdown } from "./math-markdown.ts";

describe("toMarkdown", () => {
  test("restoring the formulas gives the text back, but for the stars that it escaped", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("$x_1$", "\\[a*b\\]", "*b*", "3*4", "`*`", "$5 ", "word ", "\n", "\\boxed{2}"),
          {
            maxLength: 12,
          },
        ),
        (parts) => {
          const text = parts.join("");
          const { markdown, formulas } = toMarkdown(text);
          expect(restoreFormulas(markdown, formulas).replaceAll("\\*", "*")).toBe(text);
        },
      ),
    );
  });

  test("nothing of a formula is left for Markdown to take for its own", () => {
    const { markdown, formulas } = toMarkdown("so $a_1 * b_1$ and $c_2 * d_2$");
    expect(markdown).not.toMatch(/[_*]/);
    expect(formulas.map((formula) => formula.tex)).toEqual(["a_1 * b_1", "c_2 * d_2"]);
  });

  test.each([
    ["3*4*5", "3\\*4\\*5"],
    ["(a+b)*(c)", "(a+b)\\*(c)"],
    ["2**10", "2\\*\\*10"],
    ["`3*4`", "`3*4`"],
    ["*really*", "*really*"],
    ["**Step 1:** go", "**Step 1:** go"],
    ["a **bold** word", "a **bold** word"],
    ["3 * 4 * 5", "3 * 4 * 5"],
  ])("%j becomes %j: stars that multiply are escaped, emphasis isn't", (text, markdown) => {
    expect(toMarkdown(text).markdown).toBe(markdown);
  });

  test("a text can't forge a placeholder", () => {
    const { markdown } = toMarkdown("\uE0000\uE001 and $x$");
    expect(markdown.match(/\uE000/g)).toHaveLength(1);
  });
});

describe("splitInline", () => {
  test("formulas, calculator marks and line breaks come apart, the text between them stays", () => {
    expect(splitInline("a \uE0000\uE001\n16-3=<<16-3=13>>13")).toEqual([
      { kind: "text", text: "a " },
      { kind: "formula", index: 0 },
      { kind: "break" },
      { kind: "text", text: "16-3=" },
      { kind: "calculation", text: "<<16-3=13>>" },
      { kind: "text", text: "13" },
    ]);
  });
});

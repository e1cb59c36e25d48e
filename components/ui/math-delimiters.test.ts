import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitMath } from "./math-delimiters.ts";

function maths(text: string): string[] {
  return splitMath(text).flatMap((piece) => ("tex" in piece ? [piece.tex] : []));
}

const fragments = fc.array(
  fc.oneof(
    fc.constantFrom(
      "$",
      "$$",
      "\\(",
      "\\)",
      "\\[",
      "\\]",
      "\\",
      "`",
      "```",
      "\n",
      "\n\n",
      " ",
      "{",
      "}",
      "~~~",
    ),
    fc.constantFrom("\\begin{pmatrix}", "\\end{pmatrix}", "\\boxed{", "<<1+1=2>>", "5", "x", "and", "\\$"),
    fc.string({ maxLength: 4 }),
  ),
  { maxLength: 40 },
);

describe("splitMath", () => {
  test("its pieces joined are the text, whatever the text", () => {
    fc.assert(
      fc.property(fragments, (parts) => {
        const text = parts.join("");
        expect(
          splitMath(text)
            .map((piece) => piece.source)
            .join(""),
        ).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test("no formula is empty, and none of the pieces is", () => {
    fc.assert(
      fc.property(fragments, (parts) => {
        for (const piece of splitMath(parts.join(""))) {
          expect(piece.source).not.toBe("");
          if ("tex" in piece) expect(piece.tex.trim()).not.toBe("");
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("amounts of money in prose are never maths", () => {
    const amount = fc
      .tuple(fc.nat({ max: 99_999 }), fc.constantFrom("", ".50", ",000"))
      .map(([n, tail]) => `$${n}${tail}`);
    const words = fc.constantFrom(
      " and ",
      " to ",
      " each. She pays ",
      ", or ",
      " for a box, then ",
      "\n",
      "-",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, words), { minLength: 1, maxLength: 6 }), (parts) => {
        expect(maths(`It costs ${parts.flat().join("")}in all.`)).toEqual([]);
      }),
    );
  });

  test("a formula between delimiters in prose is found, and only it", () => {
    const tex = fc.constantFrom(
      "x",
      "x^2",
      "\\frac{1}{2}",
      "5",
      "12",
      "a_1 + b",
      "\\sin x",
      "n \\text{ is even}",
      "2x + 3y = 7",
    );
    const wrap = fc.constantFrom(["$", "$"], ["\\(", "\\)"], ["\\[", "\\]"], ["$$", "$$"]);
    fc.assert(
      fc.property(tex, wrap, (inside, [open, close]) => {
        expect(maths(`So ${open}${inside}${close}, as we said.`)).toEqual([inside]);
      }),
    );
  });

  test.each([
    "$x ",
    "\\(",
    "\\(\\\\)",
    "$$ ",
    "` `` ``` ",
    "``a `` ` ",
    "\\boxed{",
    "\n```\n~~~",
    "$ a a a a",
    "\\begin{cases}",
  ])("a hundred thousand characters of %j take no longer than a moment", (opener) => {
    const text = opener.repeat(Math.ceil(100_000 / opener.length));
    const began = performance.now();
    splitMath(text);
    splitMath(`${text}${"\\end{cases}".repeat(2000)}`);
    // A quadratic search took 14 seconds here.
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe("money", () => {
  test.each([
    "It costs $5 and $7.",
    "It costs \\$5 and \\$7.",
    "He has $5; she has 10$.",
    "between $5-$7 a day",
    "She makes 9 * 2 = $<<9*2=18>>18 every day and 5 * 2 = $<<5*2=10>>10 more.",
    "He pays 5$/kg and later 7$/kg.",
    "about $1,000.50 (roughly US$ 900)",
    "$20 for the shirt, $30 for the shoes$",
    "Total: $18\nPer day: 20$",
    "a lone $",
    "$ 16 = $ 8 + $ 8",
    "$ 5 and 6 $",
    "$5",
  ])("%j holds no maths", (text) => {
    expect(maths(text)).toEqual([]);
  });
});

describe("maths", () => {
  test.each([
    ["$x$ costs $5", ["x"]],
    ["$5$", ["5"]],
    ["$12 \\text{ apples}$", ["12 \\text{ apples}"]],
    ["if $3 \\mid n$ then", ["3 \\mid n"]],
    ["$-1$ or $.5$", ["-1", ".5"]],
    ["$\\$5$", ["\\$5"]],
    ["\\(a\\) and \\[b\\]", ["a", "b"]],
    ["$$\na\n= b\n$$", ["\na\n= b\n"]],
    [
      "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
      ["\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}"],
    ],
    [
      "\\begin{cases} \\begin{cases} a \\end{cases} \\end{cases} x",
      ["\\begin{cases} \\begin{cases} a \\end{cases} \\end{cases}"],
    ],
    ["so \\boxed{\\frac{1}{2}}.", ["\\boxed{\\frac{1}{2}}"]],
    ["$\\begin{matrix} 1 \\end{matrix}$", ["\\begin{matrix} 1 \\end{matrix}"]],
    ["$\\boxed{7}$", ["\\boxed{7}"]],
    ["so $ b = -\\alpha $, and $ x = 1, -2$.", [" b = -\\alpha ", " x = 1, -2"]],
    ["$ 130\\cdot 20$", [" 130\\cdot 20"]],
    [
      "a salary of $\\$$1,200 and $\\triangle ABC + \\triangle DEF - \\triangle GHI$",
      ["\\$", "\\triangle ABC + \\triangle DEF - \\triangle GHI"],
    ],
    ["50$\\%$ of 5$\\pi$", ["\\%", "\\pi"]],
    ["$$16(\\$2.50)=\\$40$$", ["16(\\$2.50)=\\$40"]],
    ["the sequence $243, 81, x,\ny, 3, \\ldots$ is", ["243, 81, x,\ny, 3, \\ldots"]],
  ])("%j holds %j", (text, expected) => {
    expect(maths(text)).toEqual(expected);
  });

  test.each([
    ["an inline formula doesn't cross a paragraph", "\\(a\n\nb\\)"],
    ["a backslash can be escaped", "\\\\(a\\\\)"],
    ["a document's environment isn't maths", "\\begin{itemize} \\item \\end{itemize}"],
    ["an opener alone is text", "\\[ x"],
  ])("%s", (_, text) => {
    expect(maths(text)).toEqual([]);
  });
});

describe("code", () => {
  test.each([
    ["between backticks", "`$x$`"],
    ["between more backticks", "``a ` $x$``"],
    ["in a fence", "```python\nprint('$x$')\n```"],
    ["in a fence that is never closed", "```\n$x$\n"],
    ["in a tilde fence", "~~~\n$x$\n~~~"],
  ])("a formula %s is left alone", (_, text) => {
    expect(maths(text)).toEqual([]);
  });

  test("a single backtick hides nothing", () => {
    expect(maths("a ` b $x$")).toEqual(["x"]);
  });

  test("after a fence maths is maths again", () => {
    expect(maths("```\n$x$\n```\n$y$")).toEqual(["y"]);
  });
});

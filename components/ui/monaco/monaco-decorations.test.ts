import { describe, expect, test } from "vitest";
import { literalMarkdown, toMonacoDecorations, toMonacoSpans } from "./monaco-decorations.ts";

describe("toMonacoDecorations", () => {
  test("whole lines get the class, its edge and a hover; glyphs get theirs", () => {
    const [line, glyph] = toMonacoDecorations(
      [{ startLine: 2, endLine: 4, className: "mt-code", hover: "a *b*" }],
      [{ line: 3, tone: "good" }],
      10,
    );
    expect(line?.range).toMatchObject({ startLineNumber: 2, endLineNumber: 4 });
    expect(line?.options).toMatchObject({
      isWholeLine: true,
      className: "mt-code",
      linesDecorationsClassName: "mt-edge mt-code-edge",
      hoverMessage: { value: "a \\*b\\*" },
    });
    expect(glyph?.options.glyphMarginClassName).toBe("mt-glyph mt-glyph-good");
  });

  test("what lies outside the text is left out or cut to it", () => {
    const all = toMonacoDecorations(
      [
        { startLine: 8, endLine: 9, className: "x" },
        { startLine: 4, endLine: 9, className: "x" },
        { startLine: 3, endLine: 2, className: "x" },
      ],
      [
        { line: 0, tone: "bad" },
        { line: 6, tone: "bad" },
      ],
      5,
    );
    expect(all.map((each) => [each.range.startLineNumber, each.range.endLineNumber])).toEqual([[4, 5]]);
  });

  test("a glyph's sign goes beside its tone", () => {
    const [glyph] = toMonacoDecorations([], [{ line: 1, tone: "bad", sign: "cross" }], 1);
    expect(glyph?.options.glyphMarginClassName).toBe("mt-glyph mt-glyph-bad mt-sign mt-sign-cross");
  });
});

describe("toMonacoSpans", () => {
  test("parts of lines get their class and a hover; those that begin outside the text are left out", () => {
    const place = { startColumn: 3, endLine: 5, endColumn: 4, className: "mt-wrong" };
    const all = toMonacoSpans(
      [
        { ...place, startLine: 5, hover: "48/2 is 24" },
        { ...place, startLine: 6 },
        { ...place, startLine: 0 },
      ],
      5,
    );
    expect(all).toEqual([
      {
        range: { startLineNumber: 5, startColumn: 3, endLineNumber: 5, endColumn: 4 },
        options: { inlineClassName: "mt-wrong", hoverMessage: { value: "48/2 is 24" } },
      },
    ]);
  });
});

describe("literalMarkdown", () => {
  test("links, pictures and HTML from data stay text", () => {
    expect(literalMarkdown("![x](http://e.org) <b>")).toBe("\\!\\[x\\]\\(http://e\\.org\\) \\<b\\>");
  });
});

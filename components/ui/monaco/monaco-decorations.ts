import type { editor } from "monaco-editor/editor/editor.api.js";
import type { Tone } from "../tone.ts";

export type LineDecoration = {
  /** From 1, both ends included. */
  startLine: number;
  endLine: number;
  className: string;
  /** Plain text. */
  hover?: string | undefined;
};

export type Glyph = { line: number; tone: Tone; hover?: string | undefined };

/** Text as Markdown that shows just that text: hovers take Markdown, and ours come from data. */
export function literalMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>~|&$]/g, "\\$&").replace(/\n/g, "  \n");
}

/** Our decorations and glyphs in Monaco's form, those outside the text's `lines` left out. */
export function toMonacoDecorations(
  decorations: readonly LineDecoration[],
  glyphs: readonly Glyph[],
  lines: number,
): editor.IModelDeltaDecoration[] {
  const hover = (text: string | undefined) =>
    text === undefined ? {} : { hoverMessage: { value: literalMarkdown(text) } };
  const range = (start: number, end: number) => ({
    startLineNumber: Math.max(1, start),
    startColumn: 1,
    endLineNumber: Math.min(lines, end),
    endColumn: 1,
  });
  return [
    ...decorations
      .filter((each) => each.startLine <= lines && each.endLine >= each.startLine && each.endLine >= 1)
      .map((each) => ({
        range: range(each.startLine, each.endLine),
        options: {
          isWholeLine: true,
          className: each.className,
          linesDecorationsClassName: `mt-edge ${each.className}-edge`,
          ...hover(each.hover),
        },
      })),
    ...glyphs
      .filter((glyph) => glyph.line >= 1 && glyph.line <= lines)
      .map((glyph) => ({
        range: range(glyph.line, glyph.line),
        options: {
          glyphMarginClassName: `mt-glyph mt-glyph-${glyph.tone}`,
          ...(glyph.hover === undefined
            ? {}
            : { glyphMarginHoverMessage: { value: literalMarkdown(glyph.hover) } }),
        },
      })),
  ];
}

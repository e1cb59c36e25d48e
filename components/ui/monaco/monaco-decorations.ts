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

/** From a column up to another; columns count UTF-16 units from 1, the last one is excluded. */
export type TextPlace = { startLine: number; startColumn: number; endLine: number; endColumn: number };

export type SpanDecoration = TextPlace & {
  className: string;
  /** Plain text. */
  hover?: string | undefined;
};

/** A mark in the margin: the tone's own (a circle, a square, a diamond), or a sign. */
type GlyphSign = "tick" | "cross" | "cross-first" | "differs" | "open";

export type Glyph = {
  line: number;
  tone: Tone;
  sign?: GlyphSign | undefined;
  hover?: string | undefined;
};

/** Text as Markdown that shows just that text: hovers take Markdown, and ours come from data. */
export function literalMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>~|&$]/g, "\\$&").replace(/\n/g, "  \n");
}

const hover = (text: string | undefined) =>
  text === undefined ? {} : { hoverMessage: { value: literalMarkdown(text) } };

/** Our decorations and glyphs in Monaco's form, those outside the text's `lines` left out. */
export function toMonacoDecorations(
  decorations: readonly LineDecoration[],
  glyphs: readonly Glyph[],
  lines: number,
): editor.IModelDeltaDecoration[] {
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
          glyphMarginClassName: `mt-glyph mt-glyph-${glyph.tone}${glyph.sign ? ` mt-sign mt-sign-${glyph.sign}` : ""}`,
          ...(glyph.hover === undefined
            ? {}
            : { glyphMarginHoverMessage: { value: literalMarkdown(glyph.hover) } }),
        },
      })),
  ];
}

/** A place in Monaco's form. */
export function toMonacoRange({ startLine, startColumn, endLine, endColumn }: TextPlace) {
  return { startLineNumber: startLine, startColumn, endLineNumber: endLine, endColumn };
}

/** Decorations of parts of lines in Monaco's form, those that begin outside the text's `lines` left out. */
export function toMonacoSpans(
  spans: readonly SpanDecoration[],
  lines: number,
): editor.IModelDeltaDecoration[] {
  return spans
    .filter((span) => span.startLine >= 1 && span.startLine <= lines)
    .map((span) => ({
      range: toMonacoRange(span),
      options: { inlineClassName: span.className, ...hover(span.hover) },
    }));
}

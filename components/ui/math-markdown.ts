import { splitMath } from "./math-delimiters.ts";

/** One formula that a placeholder in the Markdown stands for. */
export type Formula = { display: boolean; tex: string; source: string };

// From Unicode's private use area: Markdown takes them for letters, so nothing around them changes its meaning.
const open = "\uE000";
const close = "\uE001";
const placeholder = /\uE000(\d+)\uE001/g;

/**
 * Markdown in which each formula is a placeholder, so that Markdown can't eat its backslashes, underscores and
 * stars, and in which stars that multiply (`3*4*5`, `2**10`) are escaped, so that they aren't taken for emphasis.
 */
export function toMarkdown(text: string): { markdown: string; formulas: Formula[] } {
  const formulas: Formula[] = [];
  const pieces = splitMath(text.replace(/[\uE000\uE001]/g, "\uFFFD"));
  const parts = pieces.map((piece) => {
    if (!("tex" in piece)) return piece.source;
    formulas.push({ display: piece.kind === "display", tex: piece.tex, source: piece.source });
    return `${open}${formulas.length - 1}${close}`;
  });
  const markdown = parts.map((part, index) => {
    if (pieces[index]?.kind !== "text") return part;
    const before = parts[index - 1]?.slice(-1) ?? "";
    const after = parts[index + 1]?.slice(0, 1) ?? "";
    const escaped = escapeProducts(before + part + after);
    return escaped.slice(before.length, escaped.length - after.length);
  });
  return { markdown: markdown.join(""), formulas };
}

function escapeProducts(text: string): string {
  return text
    .replace(/(?<=[0-9A-Za-z)\]}%\uE001])\*(?=[0-9A-Za-z([\\$.\uE000-])/g, "\\*")
    .replace(/(?<=[0-9)\]\uE001])\*\*(?=[0-9A-Za-z(\uE000-])|(?<=[A-Za-z])\*\*(?=[0-9(])/g, "\\*\\*");
}

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "formula"; index: number }
  | { kind: "calculation"; text: string }
  | { kind: "break" };

const special = /\uE000(\d+)\uE001|(<<[^<>\n]{1,200}>>)|(\n)/g;

/** The parts of a Markdown text node: text, formulas, GSM8K's calculator marks `<<3*4=12>>`, line breaks. */
export function splitInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(special)) {
    if (match.index > from) parts.push({ kind: "text", text: text.slice(from, match.index) });
    if (match[1] !== undefined) parts.push({ kind: "formula", index: Number(match[1]) });
    else if (match[2] !== undefined) parts.push({ kind: "calculation", text: match[2] });
    else parts.push({ kind: "break" });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}

/** The text with its placeholders turned back into what they stand for: for code, addresses and titles. */
export function restoreFormulas(text: string, formulas: readonly Formula[]): string {
  return text.replace(placeholder, (_, index) => formulas[Number(index)]?.source ?? "");
}

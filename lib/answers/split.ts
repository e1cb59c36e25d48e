import { withoutMarks } from "./marks.ts";
import { type Steps, spend } from "./steps.ts";

const OPENING = /^(?:[([{]|\\\{|\\langle|\\begin)$/;
const CLOSING = /^(?:[)\]}]|\\\}|\\rangle|\\end)$/;
const PIECE = /\\(?:[A-Za-z]+|[^A-Za-z])|[A-Za-z]+|[^\\A-Za-z]/gu;

/** A run of letters, a command or a single character, and how deep in brackets it stands. */
export type Piece = { readonly text: string; readonly start: number; readonly depth: number };

/**
 * Cuts a spelled answer into pieces. A bracket, or the begin or end of an environment, has the depth outside it; brackets of all shapes count alike, since
 * half-open intervals mix them. Null where a bracket closes that was never opened, or one stays open.
 */
export function pieces(text: string, steps: Steps): Piece[] | null {
  const found: Piece[] = [];
  let depth = 0;
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    if (!spend(steps, piece.length)) return null;
    if (CLOSING.test(piece)) depth -= 1;
    if (depth < 0) return null;
    found.push({ text: piece, start: match.index, depth });
    if (OPENING.test(piece)) depth += 1;
  }
  return depth === 0 ? found : null;
}

/** The parts of `text` between the separators that stand outside all brackets; empty parts are left out. */
export function splitAt(
  text: string,
  all: readonly Piece[],
  isSeparator: (piece: string) => boolean,
): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const piece of all) {
    if (piece.depth > 0 || !isSeparator(piece.text)) continue;
    parts.push(text.slice(from, piece.start));
    from = piece.start + piece.text.length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => withoutMarks(part).trim() !== "");
}

import { type Leaf, readLeaf } from "./leaf.ts";
import { TEXT_END, TEXT_START, withoutMarks } from "./marks.ts";
import { matrixCells } from "./matrix.ts";
import { splitName } from "./names.ts";
import { type Piece, pieces, splitAt } from "./split.ts";
import type { Steps } from "./steps.ts";
import { joinThousands } from "./thousands.ts";

/**
 * Several values. `bare`: without brackets, `1, 2`; `set`: `\{1, 2\}`; `round`: `(1, 2)`, a tuple or an open
 * interval; `square`: `[1, 2]`, a list or a closed interval; `left` and `right`: closed on that side only.
 */
export type Sequence = {
  readonly kind: "sequence";
  readonly style: "bare" | "set" | "round" | "square" | "left" | "right" | "ratio";
  readonly items: readonly Answer[];
};
export type Union = { readonly kind: "union"; readonly items: readonly Answer[] };
export type Matrix = { readonly kind: "matrix"; readonly rows: readonly (readonly Answer[])[] };
export type Answer = Leaf | Sequence | Union | Matrix;

const MAX_DEPTH = 8;

const STYLES = new Map<string, Sequence["style"]>([
  ["()", "round"],
  ["[]", "square"],
  ["[)", "left"],
  ["(]", "right"],
  ["\\{\\}", "set"],
  ["\\langle\\rangle", "round"],
]);

const isListSeparator = (piece: string): boolean =>
  piece === "," || piece === ";" || /^(?:and|or)$/i.test(piece);
const isComma = (piece: string): boolean => piece === "," || piece === ";";

/**
 * Marks that lost their partner when the text was cut in the middle of a `\text{}` mean nothing any more, nor do
 * marks around the whole.
 */
function withPairedMarks(untrimmed: string): string {
  const part = untrimmed.trim();
  const starts = part.split(TEXT_START).length;
  const paired = starts === part.split(TEXT_END).length && part.indexOf(TEXT_START) <= part.indexOf(TEXT_END);
  const wrapped = part.indexOf(TEXT_END) === part.length - 1 && part.lastIndexOf(TEXT_START) === 0;
  return paired && !wrapped ? part : withoutMarks(part).trim();
}

function sequence(style: Sequence["style"], items: readonly Answer[]): Sequence {
  const flat = items.flatMap((item) =>
    item.kind === "sequence" && item.style === "bare" && (style === "bare" || style === "set")
      ? item.items
      : [item],
  );
  return { kind: "sequence", style, items: flat };
}

function parseParts(parts: readonly string[], steps: Steps, depth: number): Answer[] {
  return parts.map((part) => parse(withPairedMarks(part), steps, depth + 1));
}

/** The inside of a text that one pair of brackets encloses. */
function bracketed(text: string, steps: Steps): { style: Sequence["style"]; inside: string } | null {
  const all = pieces(text, steps);
  const first = all?.[0];
  const last = all?.at(-1);
  if (!all || !first || !last || first === last) return null;
  const style = STYLES.get(first.text + last.text);
  if (!style || all.some((piece) => piece.depth === 0 && piece !== first && piece !== last)) return null;
  return { style, inside: text.slice(first.text.length, last.start).trim() };
}

function parseBracketed(text: string, steps: Steps, depth: number): Answer | null {
  const found = bracketed(text, steps);
  if (!found) return null;
  const all = pieces(found.inside, steps);
  if (!all || found.inside === "") return null;
  const items = parseParts(splitAt(found.inside, all, isComma), steps, depth);
  const [only] = items;
  if (!only) return null;
  const trailing = /[,;]$/.test(found.inside);
  const single = items.length === 1 && !trailing && (found.style === "round" || only.kind === "matrix");
  return single ? only : sequence(found.style, items);
}

/** `\pm` stands for two values. */
function parsePlusMinus(text: string, steps: Steps, depth: number): Answer | null {
  const at = text.indexOf("\\pm");
  if (at < 0 || text.indexOf("\\pm", at + 1) >= 0 || text.includes("\\mp")) return null;
  const { value } = splitName(text);
  const parts = ["+", "-"].map((sign) => value.replace(/\\pm ?/, sign).replace(/^\+/, ""));
  return sequence("bare", parseParts(parts, steps, depth));
}

function parseRatio(text: string, steps: Steps): Answer | null {
  const parts = text.split(":");
  if (parts.length < 2 || !/^[\d. :]+$/.test(text) || parts.some((part) => part.trim() === "")) return null;
  return { kind: "sequence", style: "ratio", items: parts.map((part) => readLeaf(part.trim(), steps)) };
}

/** Sets and intervals joined by a union sign, or by the letter U between brackets. */
function parseUnion(text: string, all: readonly Piece[], steps: Steps, depth: number): Answer | null {
  const parts = splitAt(text, all, (piece) => piece === "\\cup" || piece === "U").map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => /^(?:[([]|\\\{).*[)\]}]$/.test(part))) return null;
  return { kind: "union", items: parseParts(parts, steps, depth) };
}

/** `(x, y) = (1, 2)` and `x \in [0, 1]`: the name goes, if what it names has parts. */
function parseNamed(text: string, steps: Steps, depth: number): Answer | null {
  const { name, value } = splitName(text);
  if (name === null || !/[([]|\\[{b]/.test(value)) return null;
  const named = parse(value, steps, depth + 1);
  return named.kind === "leaf" ? null : named;
}

function parse(text: string, steps: Steps, depth: number): Answer {
  if (depth > MAX_DEPTH) return readLeaf(text, steps);
  const cells = matrixCells(text);
  if (cells) return { kind: "matrix", rows: cells.map((row) => parseParts(row, steps, depth)) };
  const joined = joinThousands(text);
  const isPlain = /^[-+\w.^ *]*$/.test(joined) && !/\b(?:and|or)\b/i.test(joined);
  const all = isPlain ? null : pieces(joined, steps);
  if (!all) return readLeaf(joined, steps);
  const list = splitAt(joined, all, isListSeparator);
  if (list.length > 1) return sequence("bare", parseParts(list, steps, depth));
  const [only] = list;
  if (only !== undefined && only.length < joined.length)
    return parse(withPairedMarks(only), steps, depth + 1);
  return (
    parseNamed(joined, steps, depth) ??
    parseUnion(joined, all, steps, depth) ??
    parseBracketed(joined, steps, depth) ??
    parsePlusMinus(joined, steps, depth) ??
    parseRatio(joined, steps) ??
    readLeaf(joined, steps)
  );
}

/** Reads a spelled answer (see `spellLatex`) into its parts, down to values that have none. */
export function parseAnswer(spelling: string, steps: Steps): Answer {
  return parse(withPairedMarks(spelling), steps, 0);
}

import { type Answer, type Sequence, sequence, withNames } from "./answer.ts";
import { balanced } from "./balance.ts";
import { evaluate } from "./evaluate.ts";
import { readInequality } from "./inequality.ts";
import { ALL_REALS, complement, intersection } from "./interval.ts";
import { readLeaf } from "./leaf.ts";
import { withoutMarks, withPairedMarks } from "./marks.ts";
import { expandedDeterminant, listedRows, matrixCells, transposed } from "./matrix.ts";
import { splitName } from "./names.ts";
import { bothSigns } from "./plus-minus.ts";
import { numberSetOf } from "./region.ts";
import { builderCondition, readReals } from "./set-builder.ts";
import { readSpecial } from "./special.ts";
import { type Piece, pieces, splitAt } from "./split.ts";
import type { Steps } from "./steps.ts";
import { joinThousands } from "./thousands.ts";
import { vectorComponents } from "./unit-vectors.ts";
import { readChoice } from "./words.ts";

const MAX_DEPTH = 8;

const STYLES = new Map<string, Sequence["style"]>([
  ["()", "round"],
  ["[]", "square"],
  ["[)", "left"],
  ["(]", "right"],
  ["\\{\\}", "set"],
  ["\\langle\\rangle", "vector"],
]);

/** `<1, 2>`, a vector as people type it. */
const ANGLES = /^<([^<>]+,[^<>]+)>$/;

const isListSeparator = (piece: string): boolean =>
  piece === "," || piece === ";" || /^(?:and|or)$/i.test(piece);
const isComma = (piece: string): boolean => piece === "," || piece === ";";

function parseParts(parts: readonly string[], steps: Steps, depth: number): Answer[] {
  return parts.map((part) => parse(withPairedMarks(part), steps, depth + 1));
}

/** The inside of a text that one pair of brackets encloses. */
function bracketed(text: string, steps: Steps): { style: Sequence["style"]; inside: string } | null {
  const angle = ANGLES.exec(text)?.[1];
  if (angle !== undefined) return { style: "vector", inside: angle };
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
  if (!all) return null;
  if (found.inside === "") return found.style === "square" ? sequence("square", []) : null;
  const items = parseParts(splitAt(found.inside, all, isComma), steps, depth);
  const [only] = items;
  if (!only) return null;
  const trailing = /[,;]$/.test(found.inside);
  const isBracket = found.style === "round" || only.kind === "matrix";
  return items.length === 1 && !trailing && isBracket ? only : sequence(found.style, items);
}

/** `]1, 2[` is `(1, 2)` where brackets are turned outwards (ISO 31-11). */
function parseOutwards(text: string, steps: Steps, depth: number): Answer | null {
  const [, open, inside, close] = /^([[\]])([^[\]]+,[^[\]]+)([[\]])$/.exec(text) ?? [];
  if (open === undefined || inside === undefined || (open === "[" && close === "]")) return null;
  return parseBracketed(`${open === "]" ? "(" : "["}${inside}${close === "[" ? ")" : "]"}`, steps, depth);
}

/** `\pm` stands for two values, also in a tuple: `(\pm 1, 2)` is two of them. */
function parsePlusMinus(text: string, steps: Steps, depth: number): Answer | null {
  if (!/\\[pm][mp](?![A-Za-z])/.test(text) || /^(?:\[|\\\{)/.test(text)) return null;
  const both = bothSigns(splitName(text).value);
  if (both) return sequence("bare", parseParts(both, steps, depth));
  return text.startsWith("(") ? readLeaf(text, steps) : null;
}

function parseRatio(text: string, steps: Steps): Answer | null {
  const parts = text.split(":");
  if (parts.length < 2 || !/^[\d. :]+$/.test(text) || parts.some((part) => part.trim() === "")) return null;
  return { kind: "sequence", style: "ratio", items: parts.map((part) => readLeaf(part.trim(), steps)) };
}

/** Sets and intervals joined by a union sign, or by the letter U between brackets. */
function parseUnion(text: string, all: readonly Piece[], steps: Steps, depth: number): Answer | null {
  const parts = splitAt(text, all, (piece) => piece === "\\cup" || piece === "\\bigcup" || piece === "U").map(
    (part) => part.trim(),
  );
  if (parts.length < 2 || !parts.every((part) => /^(?:[([]|\\\{).*[)\]}]$/.test(part))) return null;
  return { kind: "union", items: parseParts(parts, steps, depth) };
}

/** `[0, 5] \setminus \{2\}` and `[1, 3] \cap (2, 4)`. */
function parseDifference(text: string, all: readonly Piece[], steps: Steps, depth: number): Answer | null {
  const sign = all.find(
    (piece) => piece.depth === 0 && /^\\(?:setminus|backslash|cap)$/.test(piece.text),
  )?.text;
  if (sign === undefined) return null;
  const parts = parseParts(
    splitAt(text, all, (piece) => piece === sign),
    steps,
    depth,
  );
  const [left, right, more] = parts.map(numberSetOf);
  if (!left || !right || more !== undefined) return null;
  const second = sign === "\\cap" ? right.intervals : complement(right.intervals, steps);
  const intervals = second && intersection(left.intervals, second, steps);
  return intervals && { kind: "region", variable: null, intervals };
}

/** `\mathbb{R}`, `\mathbb{R} \setminus \{3\}`, and the same in words. */
function parseReals(text: string, steps: Steps, depth: number): Answer | null {
  if (!/\\mathbb|real/i.test(text)) return null;
  const reals = readReals(withoutMarks(text));
  if (!reals) return null;
  if (reals.without === null) return { kind: "region", variable: null, intervals: ALL_REALS };
  const left = numberSetOf(parse(reals.without, steps, depth + 1));
  const intervals = left && complement(left.intervals, steps);
  return intervals && { kind: "region", variable: null, intervals };
}

/** `x > 2`, `x < 1 or x > 3` and `\{x | x > 2\}`. */
function parseCondition(text: string, steps: Steps, depth: number): Answer | null {
  const solution = readInequality(text, steps);
  if (solution) return { kind: "region", ...solution };
  const condition = builderCondition(text);
  const set = condition === null ? null : parse(condition, steps, depth + 1);
  if (set?.kind === "region") return { ...set, variable: null };
  return set?.kind === "union" || (set?.kind === "sequence" && condition?.includes("\\in ")) ? set : null;
}

/** `(x, y) = (1, 2)`, `x \in [0, 1]` and `A(1, 2)`: the name goes, if what it names has parts. */
function parseNamed(text: string, steps: Steps, depth: number): Answer | null {
  const point = /^[A-Z](?:_?\d|')? ?(\(.{3,}\))$/.exec(text)?.[1];
  const counts = /^[CP] ?\(\d+, ?\d+\)$/.test(text);
  const { name, value } = point !== undefined && !counts ? { name: "", value: point } : splitName(text);
  if (name === null || !/[([]|\\[{bl]|\\mathbb/.test(value)) return null;
  const named = parse(value, steps, depth + 1);
  if (named.kind === "leaf") return null;
  return named.kind === "region" && text.includes("\\in")
    ? { ...named, variable: name }
    : withNames(named, name);
}

function parseMatrix(text: string, steps: Steps, depth: number): Answer | null {
  const listed = listedRows(text);
  if (listed) return sequence("bare", parseParts(listed, steps, depth));
  const determinant = expandedDeterminant(text);
  if (determinant) return readLeaf(determinant, steps);
  const power = /\^(?:T|\{?\\(?:top|intercal|mathsf T|prime)\}?|\{T\})$/.exec(text)?.[0] ?? "";
  const bare = text.slice(0, text.length - power.length).trim();
  const cells = matrixCells(bare);
  if (cells) {
    const rows = power === "" ? cells : transposed(cells);
    return { kind: "matrix", rows: rows.map((row) => parseParts(row, steps, depth)) };
  }
  if (power !== "" && bare.startsWith("(")) return parseBracketed(bare, steps, depth);
  const at = text.indexOf("\\begin");
  const factor = at > 0 ? text.slice(0, at).replace(/[* ]+$/, "") : "";
  const scaled = factor === "" ? null : matrixCells(text.slice(at));
  const known = factor === "-" ? "-1" : factor;
  if (!scaled || !evaluate(known, steps)) return null;
  return {
    kind: "matrix",
    rows: scaled.map((row) =>
      parseParts(
        row.map((cell) => `(${known})*(${cell})`),
        steps,
        depth,
      ),
    ),
  };
}

function parseVector(text: string, steps: Steps, depth: number): Answer | null {
  const components = vectorComponents(text);
  return components && sequence("vector", parseParts(components, steps, depth));
}

function parse(text: string, steps: Steps, depth: number): Answer {
  if (depth > MAX_DEPTH) return readLeaf(text, steps);
  const matrix = /\\begin|\)\^/.test(text) ? parseMatrix(text, steps, depth) : null;
  if (matrix) return matrix;
  const joined = joinThousands(text);
  const reals = parseReals(joined, steps, depth);
  if (reals) return reals;
  const isPlain = /^[-+\w.^ *]*$/.test(joined) && !/\b(?:and|or)\b|j/i.test(joined);
  const all = isPlain ? null : pieces(joined, steps);
  if (!all) return parseOutwards(joined, steps, depth) ?? readLeaf(joined, steps);
  const words = withoutMarks(joined).replace(/ {2,}/g, " ");
  if (!/^[\d:. ]+$/.test(words) && readSpecial(words, steps)) return readLeaf(joined, steps);
  const condition = parseCondition(joined, steps, depth);
  if (condition) return condition;
  if (ANGLES.test(joined)) return parseBracketed(joined, steps, depth) ?? readLeaf(joined, steps);
  const list = splitAt(joined, all, isListSeparator);
  if (list.length > 1) return sequence("bare", parseParts(list, steps, depth));
  const [only] = list;
  if (only !== undefined && only.length < joined.length)
    return parse(withPairedMarks(only), steps, depth + 1);
  return (
    parseNamed(joined, steps, depth) ??
    parseUnion(joined, all, steps, depth) ??
    parseDifference(joined, all, steps, depth) ??
    parsePlusMinus(joined, steps, depth) ??
    parseBracketed(joined, steps, depth) ??
    parseVector(joined, steps, depth) ??
    parseRatio(joined, steps) ??
    readLeaf(joined, steps)
  );
}

const ANNOUNCEMENT =
  /^(?:so |thus |therefore,? )?the (?:final |correct )?(?:answer|option|choice)(?: is)?:? ?/i;

/**
 * Reads a spelled answer (see `spellLatex`) into its parts, down to values that have none. "The answer is" in front
 * goes; brackets that don't pair are repaired where nothing else can be read.
 */
export function parseAnswer(spelling: string, steps: Steps): Answer {
  const text = withPairedMarks(spelling).replace(/(?: ?\\\\)+ ?$/, "");
  const plain = withoutMarks(text);
  const announced = ANNOUNCEMENT.exec(plain)?.[0].length ?? 0;
  const bare = announced > 0 && announced < plain.length ? plain.slice(announced) : text;
  const isOutwards = /^[[\]][^[\]]*[[\]]$/.test(bare);
  return parse((isOutwards || readChoice(bare) ? null : balanced(bare, steps)) ?? bare, steps, 0);
}

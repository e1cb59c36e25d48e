import { formulaSpans, type Span } from "./formula-spans.ts";
import { nameReason } from "./number-names.ts";
import { NUMBER_WORD, wordValue } from "./number-words.ts";

/** A number of a statement: what stands from `start` up to `end` is its digits, without sign, currency and per cent. */
export interface StatementNumber extends Span {
  /** Without its sign: a minus stays where it is. */
  value: number;
  written: "digits" | "word";
  /** Digits after the point. */
  decimals: number;
  /** What groups its digits by three, or would, as in its statement; empty where nothing does. */
  separator: "," | "{,}" | "\\," | "";
  percent: boolean;
  money: boolean;
  /** It stands in a formula. */
  math: boolean;
  /** A single TeX token, such as the 2 of `x^2` or `\frac12`: more digits need braces. */
  token: boolean;
  role: "plain" | "exponent" | "subscript";
  /** For the parts of a fraction such as 3/4 or \frac{3}{4}. */
  fraction: "over" | "under" | null;
  /** Why it counts nothing that could be another number, as in "Room 12"; null for a quantity. */
  name: string | null;
}

const DIGITS = /\d{1,3}(?:(,|\{,\}|\\,)\d{3})(?:\1\d{3})*(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+/g;
const TOKENS = /(?:[\^_]|\\[dt]?frac\s*\d?|\\d?binom\s*\d?|\\sqrt)\s*$/;
const MAX_NUMBERS = 200;

function spansAt(spans: readonly Span[], at: number): Span | undefined {
  return spans.find(({ start, end }) => at >= start && at < end);
}

/** Digits as a statement has them: their places, where one or more TeX tokens are told apart. */
function* digitsOf(
  text: string,
  formulas: readonly Span[],
): Generator<{ start: number; source: string; formula: Span | undefined }> {
  const next = new RegExp(DIGITS);
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const formula = spansAt(formulas, found.index);
    let source = found[0];
    if (formula !== undefined) {
      const before = text.slice(formula.start, found.index);
      if (TOKENS.test(before)) source = source.slice(0, 1);
      // In a formula "(1,200)" may be a point; only what stands alone is one number.
      else if (source.includes(",") && found[1] === "," && !isAlone(text, formula, found.index, source)) {
        source = source.slice(0, source.indexOf(","));
      }
    }
    next.lastIndex = found.index + source.length;
    yield { start: found.index, source, formula };
  }
}

function isAlone(text: string, formula: Span, start: number, source: string): boolean {
  const rest = text.slice(formula.start, start) + text.slice(start + source.length, formula.end);
  const bare = rest.replace(/\\[()[\]]|\$/g, "");
  return /^\s*\\?%?\s*(?:\\(?:text|mathrm)\s*\{[^{}]*\})?\s*$/.test(bare);
}

/** In the middle of a word, an identifier, a date, a time or a version. */
function isPartOfWord(before: string, after: string, math: boolean): boolean {
  if (math) return /(?:^|[^\\A-Za-z])[A-Za-z]+$/.test(before) && !/\\[A-Za-z]+$/.test(before);
  return (
    /[\p{L}\p{N}_#@]$/u.test(before) ||
    /(?<!\p{L})\p{Lu}-$/u.test(before) ||
    /\d[.:,]$/.test(before) ||
    /^(?:[.:]\d|_)/.test(after) ||
    (/^\p{L}/u.test(after) &&
      !/^(?:kg|mg|g|cm|mm|km|m|ml|l|L|lbs?|oz|ft|in|hrs?|h|min|s|mph|st|nd|rd|th|am|pm|AM|PM)(?![\p{L}\p{N}])/u.test(
        after,
      ))
  );
}

function fractionOf(before: string, after: string): StatementNumber["fraction"] {
  if (/^\s?\/\s?\d/.test(after) || /\\[dt]?frac\s*\{?$/.test(before)) return "over";
  if (/\d\s?\/\s?$/.test(before) || /\\[dt]?frac\s*(?:\d|\{[^{}]*\})\s*\{?$/.test(before)) return "under";
  return null;
}

function roleOf(before: string): StatementNumber["role"] {
  if (/\^\s*\{?$/.test(before)) return "exponent";
  return /_\s*\{?$/.test(before) ? "subscript" : "plain";
}

function separatorOf(source: string): StatementNumber["separator"] {
  if (source.includes("{,}")) return "{,}";
  if (source.includes("\\,")) return "\\,";
  return source.includes(",") ? "," : "";
}

/**
 * The numbers of a statement with their places, in order: digits with thousands separators and decimals, in prose and
 * in LaTeX, and number words from two on in prose. Not those in the middle of words. Signs don't belong to them. At
 * most 200.
 */
export function statementNumbers(text: string): StatementNumber[] {
  const formulas = formulaSpans(text);
  const numbers: StatementNumber[] = [];
  for (const { start, source, formula } of digitsOf(text, formulas)) {
    const end = start + source.length;
    const before = text.slice(Math.max(0, start - 60, formula?.start ?? 0), start);
    const after = text.slice(end, Math.min(end + 60, formula?.end ?? text.length));
    const math = formula !== undefined;
    if (isPartOfWord(before, after, math)) continue;
    const around = { before: text.slice(Math.max(0, start - 60), start), after: text.slice(end, end + 60) };
    const number = {
      start,
      end,
      value: Number(source.replace(/[^\d.]/g, "")),
      written: "digits" as const,
      decimals: /\.(\d+)$/.exec(source)?.[1]?.length ?? 0,
      separator: separatorOf(source),
      percent: /^\s?\\?%|^\$?\s?\\?%|^\s?per ?cents?\b/i.test(around.after),
      money: /\\?[$€£]\s?$/.test(math ? before.slice(1) : before),
      math,
      token: math && TOKENS.test(before),
      role: math ? roleOf(before) : ("plain" as const),
      fraction: fractionOf(before, after),
    };
    numbers.push({ ...number, name: nameReason(number, around) });
  }
  for (const found of text.matchAll(NUMBER_WORD)) {
    const value = wordValue(found[0]);
    if (value === null || spansAt(formulas, found.index)) continue;
    const end = found.index + found[0].length;
    const around = {
      before: text.slice(Math.max(0, found.index - 60), found.index),
      after: text.slice(end, end + 60),
    };
    const number = {
      start: found.index,
      end,
      value,
      written: "word" as const,
      decimals: 0,
      separator: "" as const,
      percent: /^\s?%|^\s?per ?cents?\b/i.test(around.after),
      money: false,
      math: false,
      token: false,
      role: "plain" as const,
      fraction: null,
    };
    numbers.push({ ...number, name: nameReason(number, around) });
  }
  return numbers.toSorted((a, b) => a.start - b.start).slice(0, MAX_NUMBERS);
}

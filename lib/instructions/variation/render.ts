import type { Template } from "../contract/variation.ts";
import { articleFor } from "./article.ts";
import type { Values } from "./constraint.ts";
import { tidy } from "./default-range.ts";
import { numberWord } from "./number-words.ts";
import { type StatementNumber, statementNumbers } from "./statement-numbers.ts";

export interface Rendered {
  text: string;
  program: string;
}

interface Change {
  start: number;
  end: number;
  text: string;
}

function applied(text: string, changes: readonly Change[]): string {
  let result = text;
  for (const { start, end, text: written } of changes.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + written + result.slice(end);
  }
  return result;
}

function grouped(whole: string, separator: string): string {
  return separator === "" ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** The number as the statement writes its own: with its decimals, separators, or as a word. */
function written(value: number, like: StatementNumber, own: string, separator: string): string {
  if (like.written === "word") {
    const word = numberWord(value, own);
    if (word !== null) return word;
  }
  const fixed = like.decimals > 0 ? value.toFixed(like.decimals) : String(tidy(value));
  const [whole = "", fraction] = fixed.split(".");
  const isLong = like.separator !== "" || whole.length > 4 || (like.money && whole.length > 3);
  const digits = grouped(whole, isLong ? like.separator || separator : "");
  const text = fraction === undefined ? digits : `${digits}.${fraction}`;
  return like.token && text.length > 1 ? `{${text}}` : text;
}

const ARTICLE = /(?<![\p{L}\p{N}])(an?)(\s(?:\$|\\\$)?)$/iu;

/** The changed number, and with it the article before it. */
function changeOf(statement: string, number: StatementNumber, text: string): Change {
  const before = ARTICLE.exec(statement.slice(0, number.start));
  if (!before || number.math) return { start: number.start, end: number.end, text };
  const [, article = "", gap = ""] = before;
  return { start: before.index, end: number.end, text: articleFor(article, text) + gap + text };
}

function literal(value: number, own: string): string {
  const text = String(tidy(value));
  return /[.eE]/.test(own) && Number.isInteger(value) ? `${text}.0` : text;
}

/**
 * A template with other values: the statement keeps how its numbers are written (separators, decimals, words, braces
 * in TeX), and its articles fit; the program keeps whole numbers whole and floats floats. Values that are missing stay
 * the seed's.
 */
export function renderVariant({ statement, program, parameters }: Template, values: Values): Rendered {
  const numbers = new Map(statementNumbers(statement).map((number) => [number.start, number]));
  const separator = [...numbers.values()].find((number) => number.separator !== "")?.separator ?? "";
  const inStatement: Change[] = [];
  const inProgram: Change[] = [];
  for (const parameter of parameters) {
    const value = values[parameter.name] ?? parameter.value;
    if (value === parameter.value) continue;
    for (const { start, end } of parameter.statement) {
      const number = numbers.get(start);
      if (!number || number.end !== end) continue;
      const text = written(value, number, statement.slice(start, end), number.math ? "" : separator);
      inStatement.push(changeOf(statement, number, text));
    }
    for (const place of parameter.program) {
      const own = program.slice(place.start, place.end);
      inProgram.push({ ...place, text: literal(tidy(value * parameter.scale), own) });
    }
  }
  return { text: applied(statement, inStatement), program: applied(program, inProgram) };
}

import { readCommand } from "./arithmetic-commands.ts";
import { type ProseToken, Reader, type TokenKind } from "./arithmetic-reader.ts";
import { type Steps, spend } from "./steps.ts";

const SPACE = /[^\S\n]+/y;
const NUMBER = /(?:(?:\d{1,3}(?:(?:,|\{,\}|\\,|,\\!)\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)/y;
/** Two digits behind a sign, as computers print it: in `2e+9` the letter may be a variable. */
const EXPONENT = /[eE](?:[-+]\d{2,3}|\d{1,3})(?![\dA-Za-z.])/y;
const RECURRING = /(?:\.\d{0,50})?\\overline\{\d{1,50}\}/y;
/** What makes a number something else: a time, a ratio, a list without spaces, a version, an ordinal. */
const NOT_A_NUMBER = /(?:[:,.]\d[\d:,.]*|(?:st|nd|rd|th|am|pm|a\.m|p\.m)(?![A-Za-z]))/y;
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*/uy;
const IDENTIFIER = /[\p{L}\p{M}\d_]+/uy;
const JOINED_WORD = /[-/] ?\p{L}[\p{L}\p{M}]*(?![\d_(])/uy;
const MARK = /<<[^<>\n]{1,400}>>/y;
const STOP = /[-=]{1,4}>|<[-=]{1,4}|[<>!:+*/-]=|\.{2,}|\.(?!\d)|[≤≥≠→⇒<>—;:,?"“”…•]/y;
/** Ticks, emoji, ornaments: they stand between sentences. */
const SYMBOL = /(?:\p{So}|\p{Extended_Pictographic})\ufe0f?/uy;
const EQUALS = /={1,2}|≈|≅|~(?=[ $]?[\d.])/y;
const DEGREE = /°|\^ ?\{? ?\\circ ?\}?/y;
const BULLET = /[-*+•] /y;
const TIMES = /[xX](?=[ ]{0,2}(?:\\?\$)? ?(?:[\d(]|\.\d|\\[dt]?frac|<<))/y;
const VERB =
  /(?:is|are|was|were|equals?)(?: equal to| exactly| about| approximately)?(?=:? ?[*$\\<~-]{0,3}\.?\d|:? ?\$?<<)/y;
const SIGNS = new Map([
  ..."+-*/^".split("").map((sign): [string, string] => [sign, sign]),
  ..."×⋅·∙∗".split("").map((sign): [string, string] => [sign, "*"]),
  ..."÷⁄∕".split("").map((sign): [string, string] => [sign, "/"]),
  ..."−–‐‑﹣".split("").map((sign): [string, string] => [sign, "-"]),
]);
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const FRACTIONS = new Map([
  ["½", "12"],
  ["⅓", "13"],
  ["⅔", "23"],
  ["¼", "14"],
  ["¾", "34"],
]);

const MARKS_AN_OPERAND = new Set<TokenKind>(["number", "close", "percent", "degree", "end-argument"]);

function touchesOperand({ last, at }: Reader): boolean {
  return last?.end === at && MARKS_AN_OPERAND.has(last.kind);
}

function readNumber(reader: Reader): boolean {
  const digits = reader.match(NUMBER);
  if (digits === null) return false;
  if (reader.wanted > 0) {
    const length = reader.wantedBy === "\\frac" ? 1 : digits.length;
    reader.bareArgument("number", length);
    return true;
  }
  const begin = reader.at;
  reader.at += digits.length;
  const recurring = reader.match(reader.latex ? RECURRING : EXPONENT) ?? "";
  reader.at += recurring.length;
  const spoiled = reader.match(NOT_A_NUMBER);
  reader.at = begin;
  if (spoiled !== null || /^0\d/.test(digits)) {
    reader.push("opaque", digits.length + recurring.length + (spoiled?.length ?? 0));
  } else {
    const plain = digits.replace(/[,{}\\!]/g, "") + recurring;
    const spelled = plain.startsWith(".") ? `0${plain}` : plain;
    reader.push("number", digits.length + recurring.length, spelled);
  }
  return true;
}

/** `x` between two operands is a times sign; a verb before a number is a relation; the rest are words. */
function readLetters(reader: Reader): boolean {
  const word = reader.match(WORD);
  if (word === null) return false;
  const before = reader.last?.kind ?? "break";
  const free = !/\p{L}/u.test(reader.text.charAt(reader.at - 1));
  if (free && reader.match(TIMES) !== null && (MARKS_AN_OPERAND.has(before) || before === "word")) {
    reader.push("operator", 1, "*");
    return true;
  }
  const verb = reader.match(VERB);
  if (verb !== null) {
    reader.push("relation", verb.length, /about|approx/.test(verb) ? "≈" : "is");
    return true;
  }
  if (word === "sqrt" && /^\s?\(/.test(reader.text.slice(reader.at + 4, reader.at + 6))) {
    reader.push("command", 4, "\\sqrt");
    return true;
  }
  const name = reader.match(IDENTIFIER) ?? word;
  if (name.length > word.length && /[\d_]/.test(name)) reader.push("opaque", name.length);
  else reader.push("word", word.length);
  return true;
}

function readBrackets(reader: Reader): boolean {
  const { char } = reader;
  if (char === "(" || char === "[") reader.push("open", 1, "(");
  else if (char === ")" || char === "]") reader.push("close", 1, ")");
  else if (char === "}") reader.closeBrace();
  else if (char === "{") {
    const { last } = reader;
    const power = last?.kind === "operator" && last.text === "^";
    const wrapper = last?.kind === "quiet" && last.text.startsWith("\\") && last.end === reader.at;
    reader.openBrace(reader.wanted > 0 || power ? "argument" : wrapper ? "quiet" : "opaque");
  } else return false;
  return true;
}

/** A star pair is a power where operands touch it, and bold type elsewhere. */
function readStars(reader: Reader): boolean {
  if (!reader.text.startsWith("**", reader.at)) return false;
  const power = /[\d(]/.test(reader.text.charAt(reader.at + 2)) && touchesOperand(reader);
  reader.push(power ? "operator" : "quiet", 2, power ? "^" : "**");
  return true;
}

/** `/hour` and `-pound` touching a number or a word are part of a unit. */
function readJoinedWord(reader: Reader): boolean {
  const joined = reader.match(JOINED_WORD);
  if (joined === null) return false;
  const { last } = reader;
  const touches = last?.end === reader.at;
  const named = last?.kind === "word" || last?.kind === "number" || last?.kind === "quiet";
  const letters = joined.replace(/^[-/] ?/, "");
  const slash = joined.startsWith("/");
  if (!named || !(slash || touches) || (letters.length < 2 && !(last.kind === "word" && touches)))
    return false;
  reader.push("word", joined.length, joined.replace(" ", ""));
  return true;
}

function readSign(reader: Reader): boolean {
  const { char, text, at } = reader;
  const digit = SUPERSCRIPTS.indexOf(char);
  const fraction = FRACTIONS.get(char);
  if (digit >= 0) {
    reader.push("operator", 0, "^");
    reader.push("number", 1, String(digit));
  } else if (fraction !== undefined) {
    reader.push("command", 0, "\\frac");
    reader.wanted = 2;
    reader.bareArgument("number", 0, fraction.charAt(0));
    reader.bareArgument("number", 1, fraction.charAt(1));
  } else if (char === "√") {
    reader.push("command", 1, "\\sqrt");
    reader.wanted = 1;
    reader.wantedBy = "\\sqrt";
  } else if (char === "π") reader.push("command", 1, "\\pi ");
  else if (char === "%") reader.push("percent", 1);
  else if (char === "!" && touchesOperand(reader)) {
    // "7!" at the end of a sentence is a cheer as often as a factorial.
    const ends =
      !reader.latex &&
      /^!(?:\s|$)/.test(text.slice(at, at + 2)) &&
      !/^!\s?[-+*/=)]/.test(text.slice(at, at + 3));
    reader.push(ends ? "break" : "operator", 1);
  } else if (SIGNS.has(char)) reader.push("operator", 1, SIGNS.get(char));
  else return false;
  return true;
}

function readOne(reader: Reader): void {
  const { last, text, at } = reader;
  const mark = reader.match(MARK);
  const equals = reader.match(EQUALS);
  const degree = reader.match(DEGREE);
  const fresh = last === undefined || last.kind === "line";
  const bullet = fresh ? reader.match(BULLET) : null;
  const stop = reader.match(STOP);
  if (mark !== null) reader.push("mark", mark.length);
  else if (bullet !== null) reader.push("break", 1);
  else if (stop !== null && !(stop === "!=" && touchesOperand(reader))) reader.push("break", stop.length);
  else if (equals !== null) reader.push("relation", equals.length, equals.startsWith("=") ? "=" : "≈");
  else if (degree !== null) reader.push("degree", degree.length);
  else if (text.startsWith("$$", at)) reader.push("break", 2);
  else if (reader.char === "$" || reader.char === "`" || "€£¥₹".includes(reader.char))
    reader.push("quiet", 1);
  else if (readStars(reader) || readNumber(reader) || readLetters(reader) || readBrackets(reader)) return;
  else if (readCommand(reader) || readJoinedWord(reader) || readSign(reader)) return;
  else {
    const symbol = reader.match(SYMBOL);
    reader.push(symbol === null ? "opaque" : "break", symbol?.length ?? 1);
  }
}

/** A line that ends in a sign goes on in the next. */
const joinsLines = (last: ProseToken | undefined): boolean =>
  last?.kind === "relation" || last?.kind === "operator";

/** Splits prose into tokens, in one pass; what lies beyond the end of `steps` is left unread. */
export function tokeniseProse(text: string, steps: Steps): readonly ProseToken[] {
  const reader = new Reader(text);
  while (reader.at < text.length) {
    const from = reader.at;
    const space = reader.match(SPACE);
    if (space !== null) reader.skip(space.length);
    else if (reader.char === "\n") joinsLines(reader.last) ? reader.skip(1) : reader.push("line", 1);
    else readOne(reader);
    if (!spend(steps, Math.max(1, reader.at - from))) break;
  }
  return reader.tokens;
}

import { type PythonToken, pythonTokens } from "./python-tokens.ts";

/** A numeric literal of a program. */
export interface ProgramLiteral {
  start: number;
  end: number;
  /** Without its sign. */
  value: number;
  /** A minus that stands before it is its sign, and no subtraction. */
  negative: boolean;
  /** It has a point or an exponent. */
  float: boolean;
  /**
   * given: the program gives it a name, or lists it among data; operand: it stands in a calculation; exponent; range:
   * it bounds a `range`; index: it says which, or to how many places, and is no quantity.
   */
  role: "given" | "operand" | "exponent" | "range" | "index";
  /** The name that it is given, where it is given one. */
  name: string | null;
}

const NEVER_BEFORE_MINUS = new Set([")", "]", "}"]);
const KEYWORDS = new Set([
  "return",
  "in",
  "and",
  "or",
  "not",
  "if",
  "else",
  "elif",
  "while",
  "lambda",
  "yield",
  "print",
]);
const ENDS = new Set([",", ")", "]", "}", ";"]);

function isOperand(token: PythonToken | undefined): boolean {
  if (token === undefined || token.kind === "newline" || token.kind === "comment") return false;
  if (token.kind === "name") return !KEYWORDS.has(token.text);
  return token.kind !== "operator" || NEVER_BEFORE_MINUS.has(token.text);
}

interface Open {
  /** The bracket, and the name that is called or indexed before it. */
  bracket: string;
  of: string | null;
  /** How many commas stand in it so far. */
  commas: number;
}

const ROUNDING = new Set(["round", "evalf", "N"]);

function roleOf(
  tokens: readonly PythonToken[],
  at: number,
  first: number,
  open: readonly Open[],
): Pick<ProgramLiteral, "role" | "name"> {
  const [before, after] = [tokens[first - 1], tokens[at + 1]];
  const inside = open.at(-1);
  const as = (role: ProgramLiteral["role"], name: string | null = null) => ({ role, name });
  if (open.some(({ bracket, of }) => bracket === "[" && of !== null)) return as("index");
  if (
    inside?.of !== null &&
    inside !== undefined &&
    ROUNDING.has(inside.of) &&
    (inside.commas > 0 || inside.of === "evalf")
  )
    return as("index");
  if (before?.text === "**") return as("exponent");
  if (open.some(({ bracket, of }) => bracket === "(" && of === "range")) return as("range");
  const ends =
    after === undefined || after.kind === "newline" || after.kind === "comment" || ENDS.has(after.text);
  if (before?.text === "=" && ends)
    return as("given", tokens[first - 2]?.kind === "name" ? (tokens[first - 2]?.text ?? null) : null);
  const lists =
    before !== undefined &&
    (before.text === "[" || before.text === "," || before.text === "(" || before.text === ":");
  if (lists && ends && inside !== undefined && inside.bracket !== "(") return as("given");
  return as("operand");
}

/** The value of a literal's spelling; null for imaginary ones. */
function literalValue(text: string): number | null {
  const value = Number(text.replaceAll("_", "").replace(/\.$/, ""));
  return Number.isFinite(value) ? value : null;
}

/**
 * The numeric literals of a Python program with their places, in order: not those in strings, comments and names. A
 * sign in front is told but not part of its place.
 */
export function programLiterals(source: string): ProgramLiteral[] {
  const tokens = pythonTokens(source);
  const open: Open[] = [];
  const literals: ProgramLiteral[] = [];
  for (const [at, token] of tokens.entries()) {
    const last = open.at(-1);
    if (token.kind === "operator") {
      if (/^[([{]$/.test(token.text)) {
        const before = tokens[at - 1];
        const of = isOperand(before) ? (before?.kind === "name" ? before.text : "") : null;
        open.push({ bracket: token.text, of, commas: 0 });
      } else if (/^[)\]}]$/.test(token.text)) open.pop();
      else if (token.text === "," && last) last.commas += 1;
    }
    const value = token.kind === "number" ? literalValue(token.text) : null;
    if (value === null) continue;
    const negative = tokens[at - 1]?.text === "-" && !isOperand(tokens[at - 2]);
    const float = /[.eE]/.test(token.text) && !/^0[xX]/.test(token.text);
    literals.push({
      start: token.start,
      end: token.end,
      value,
      negative,
      float,
      ...roleOf(tokens, at, negative ? at - 1 : at, open),
    });
  }
  return literals;
}

/** Text of the program's strings, in which numbers may stand too. */
export function programStrings(source: string): string[] {
  return pythonTokens(source)
    .filter(({ kind }) => kind === "string")
    .map(({ text }) => text);
}

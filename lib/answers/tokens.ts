import { type Steps, spend } from "./steps.ts";

/** A piece of a closed arithmetic expression. `gap` is a space between two digits, as in `1 1/2`. */
export type Token =
  | { readonly kind: "number"; readonly digits: string; readonly scale: number; readonly repeating: string }
  | { readonly kind: "symbol"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "gap" };

export type NumberToken = Extract<Token, { kind: "number" }>;

/** Larger exponents in scientific notation are refused. */
const MAX_SCALE = 4000;

const NUMBER = /(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,5})(?![\dA-Za-z.]))?/y;
const REPEATING = /\\(?:overline|bar)\{(\d{1,100})\}/y;
const DIGIT = /\d/;
const NAME = /\\?[A-Za-z]+/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The number that begins at `at`, and where it ends. */
export function numberAt(text: string, at: number): { token: NumberToken; end: number } | null {
  const found = match(NUMBER, text, at);
  if (!found) return null;
  const [whole, before = "", after, exponent] = found;
  if (before === "" && !after) return null;
  const repeat =
    after === undefined || exponent !== undefined ? null : match(REPEATING, text, at + whole.length);
  const scale = (after?.length ?? 0) - Number(exponent ?? 0);
  if (Math.abs(scale) > MAX_SCALE) return null;
  const token: NumberToken = {
    kind: "number",
    digits: before + (after ?? ""),
    scale,
    repeating: repeat?.[1] ?? "",
  };
  return { token, end: at + whole.length + (repeat?.[0].length ?? 0) };
}

/**
 * Splits an expression in canonical spelling (see `spellLatex`) into tokens: numbers with their power of ten,
 * signs and brackets, and names such as `\frac` and `pi`. Null where a character belongs to no arithmetic.
 */
export function tokenise(text: string, steps: Steps): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (!spend(steps, 1)) return null;
    const char = text.charAt(at);
    if (char === " ") {
      if (DIGIT.test(text.charAt(at - 1)) && DIGIT.test(text.charAt(at + 1))) tokens.push({ kind: "gap" });
      at += 1;
    } else if ((char >= "0" && char <= "9") || char === ".") {
      const number = numberAt(text, at);
      if (!number || !spend(steps, number.end - at)) return null;
      tokens.push(number.token);
      at = number.end;
    } else if ("+-*/^(){}[]!".includes(char)) {
      tokens.push({ kind: "symbol", text: char });
      at += 1;
    } else {
      const name = match(NAME, text, at)?.[0];
      if (!name || !spend(steps, name.length)) return null;
      tokens.push({ kind: "name", text: name.startsWith("\\") ? name.slice(1) : name });
      at += name.length;
    }
  }
  return tokens;
}

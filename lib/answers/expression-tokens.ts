import type { FunctionName } from "./expression.ts";
import { type Steps, spend } from "./steps.ts";
import { type NumberToken, numberAt } from "./tokens.ts";

/** A piece of an expression. `gap` is a space between two digits, as in `1 1/2`. */
export type ExpressionToken =
  | NumberToken
  | { readonly kind: "symbol"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "constant"; readonly name: "e" | "i" | "infinity" | "pi" }
  | { readonly kind: "function"; readonly name: FunctionName | "cis" | "exp" | "sqrt" | "cbrt" | "frac" }
  | { readonly kind: "gap" };

type Written = Extract<ExpressionToken, { kind: "function" }>["name"];

const functions = (text: string): [string, Written][] =>
  text.split(" ").map((pair) => {
    const [written = "", name = written] = pair.split(":");
    // The right sides below are all function names; the type can't follow a split.
    return [written, name as Written];
  });

/** Functions whose argument may stand without brackets. */
const APPLIED = new Map(
  functions(
    "cis sin cos tan cot sec csc cosec:csc sinh cosh tanh ln log arcsin arccos arctan asin:arcsin acos:arccos atan:arctan",
  ),
);
/** Functions that are only read with a bracket behind them. */
const BRACKETED = new Map(
  functions("exp sqrt cbrt abs floor ceil ceiling:ceil factorial binomial frac binom:binomial"),
);

const GREEK = new Set(
  (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho sigma tau " +
    "phi varphi chi psi omega Gamma Delta Theta Lambda Sigma Phi Psi Omega ell"
  ).split(" "),
);
const BRACKETS = new Map([
  ["lfloor", "⌊"],
  ["rfloor", "⌋"],
  ["lceil", "⌈"],
  ["rceil", "⌉"],
]);
/** Short words of prose that are no product of variables. */
const PROSE = new Set("all and any are as at for has if in is let mod nor not odd of or the to".split(" "));
/** Functions whose name before a bracket is no factor: `f(x)`. */
const UNKNOWN_FUNCTION = /[fgFG]/;

/** A longer run of variables is taken for a word. */
const MAX_RUN = 5;
const LETTERS = /[A-Za-z]+/y;
const COMMAND = /\\([A-Za-z]+)/y;
const SUBSCRIPT = /_(?:\{([A-Za-z0-9,+-]{1,12})\}|(\d{1,3}|[A-Za-z]))/y;
const SYMBOLS = "+-*/^(){}[]|!_,";

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

type Read = { tokens: ExpressionToken[]; end: number };

function variable(name: string, text: string, end: number): Read {
  const found = match(SUBSCRIPT, text, end);
  const subscript = found?.[1] ?? found?.[2];
  if (!found || subscript === undefined) return { tokens: [{ kind: "variable", name }], end };
  return {
    tokens: [{ kind: "variable", name: `${name}_${subscript}` }],
    end: end + found[0].length,
  };
}

/** A command, or a run of letters that is one word as a whole. */
function word(name: string, text: string, end: number): Read | null {
  if (name === "pi") return { tokens: [{ kind: "constant", name: "pi" }], end };
  if (name === "infty") return { tokens: [{ kind: "constant", name: "infinity" }], end };
  if (/^degrees?$/.test(name)) return { tokens: [{ kind: "symbol", text: "°" }], end };
  if (GREEK.has(name)) return variable(name, text, end);
  const applied = APPLIED.get(name) ?? BRACKETED.get(name);
  return applied ? { tokens: [{ kind: "function", name: applied }], end } : null;
}

function functionAt(run: string, at: number): string | null {
  for (let length = Math.min(6, run.length - at); length > 1; length -= 1) {
    const name = run.slice(at, at + length);
    if (APPLIED.has(name) || (BRACKETED.has(name) && at + length === run.length)) return name;
  }
  return null;
}

const letterToken = (letter: string): ExpressionToken =>
  letter === "e" || letter === "i" ? { kind: "constant", name: letter } : { kind: "variable", name: letter };

/** A run of letters: one word, or a product of variables and functions, as in `xsin2x`. */
function letters(run: string, text: string, start: number): Read | null {
  const end = start + run.length;
  const whole = word(run, text, end);
  if (whole) return whole;
  if (PROSE.has(run.toLowerCase())) return null;
  const tokens: ExpressionToken[] = [];
  let variables = 0;
  for (let at = 0; at < run.length; ) {
    const name = functionAt(run, at);
    const applied = name === null ? undefined : (APPLIED.get(name) ?? BRACKETED.get(name));
    if (name !== null && applied) {
      tokens.push({ kind: "function", name: applied });
      variables = 0;
      at += name.length;
      continue;
    }
    variables += 1;
    if (variables > MAX_RUN) return null;
    tokens.push(letterToken(run.charAt(at)));
    at += 1;
  }
  const last = run.charAt(run.length - 1);
  if (variables === 0) return { tokens, end };
  if (UNKNOWN_FUNCTION.test(last) && /^(?:\^-1)?\(/.test(text.slice(end, end + 4))) return null;
  const named = variable(last, text, end);
  return named.end === end
    ? { tokens, end }
    : { tokens: [...tokens.slice(0, -1), ...named.tokens], end: named.end };
}

/** `4e+2` may be 400 or `4e + 2`, and `1.5e-3x` may be `1.5e - 3x`. */
const isDoubtful = (written: string, rest: string): boolean =>
  /^\d+[eE][-+]\d$/.test(written) || /^[eE][-+]?\d/.test(rest);

function readAt(text: string, at: number): Read | null {
  const char = text.charAt(at);
  if (char === " ") {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    if (/[A-Za-z]/.test(after) && /(?:^|[^\\A-Za-z])[A-Za-z]+$/.test(text.slice(Math.max(0, at - 40), at)))
      return null;
    return { tokens: /\d/.test(before) && /\d/.test(after) ? [{ kind: "gap" }] : [], end: at + 1 };
  }
  if (/[\d.]/.test(char)) {
    const number = numberAt(text, at);
    if (!number || isDoubtful(text.slice(at, number.end), text.slice(number.end, number.end + 3)))
      return null;
    return { tokens: [number.token], end: number.end };
  }
  if (SYMBOLS.includes(char)) return { tokens: [{ kind: "symbol", text: char }], end: at + 1 };
  const command = match(COMMAND, text, at);
  if (command) {
    const [whole, name = ""] = command;
    const bracket = BRACKETS.get(name);
    const end = at + whole.length;
    return bracket ? { tokens: [{ kind: "symbol", text: bracket }], end } : word(name, text, end);
  }
  const run = match(LETTERS, text, at)?.[0];
  return run ? letters(run, text, at) : null;
}

/** Splits an expression in canonical spelling (see `spellLatex`) into tokens, or null where it is no expression. */
export function tokeniseExpression(text: string, steps: Steps): ExpressionToken[] | null {
  const tokens: ExpressionToken[] = [];
  let at = 0;
  while (at < text.length) {
    const read = readAt(text, at);
    if (!read || !spend(steps, 2 + read.end - at)) return null;
    tokens.push(...read.tokens);
    at = read.end;
  }
  return tokens;
}

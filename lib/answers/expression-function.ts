import type { Expression, FunctionName } from "./expression.ts";
import {
  call,
  constant,
  fraction,
  integerOf,
  negativeOf,
  powerOf,
  productOf,
  quotientOf,
} from "./expression-build.ts";
import type { Cursor } from "./expression-cursor.ts";
import type { ExpressionToken } from "./expression-tokens.ts";

/** What reading a function needs of the rest of the grammar. Each part is null where it can't be read. */
export type Grammar = {
  readonly cursor: Cursor;
  readonly sum: () => Expression | null;
  readonly power: () => Expression | null;
  readonly exponent: () => Expression | null;
  readonly bracket: () => Expression | null;
};

type Written = Extract<ExpressionToken, { kind: "function" }>["name"];

const MAX_DEGREE = 64;
const OPENING = new Set(["(", "[", "{", "|", "⌊", "⌈"]);

function group(grammar: Grammar): Expression | null {
  const symbol = grammar.cursor.symbol();
  return symbol === "{" || symbol === "(" ? grammar.bracket() : null;
}

/** The function whose name the cursor has just passed, with its arguments; null where it can't be read in one way. */
export function functionExpression(name: Written, grammar: Grammar): Expression | null {
  if (name === "frac" || name === "binomial") return two(name, grammar);
  if (name === "sqrt" || name === "cbrt") {
    const degree = name === "cbrt" ? integerOf(3) : rootDegree(grammar);
    const inside = degree && group(grammar);
    return inside && call("root", inside, degree);
  }
  if (name === "exp") {
    const inside = group(grammar);
    return inside && powerOf(constant("e"), inside);
  }
  if (name === "abs" || name === "floor" || name === "ceil" || name === "factorial") {
    const inside = group(grammar);
    return inside && call(name, inside);
  }
  return applied(name, grammar);
}

/** `\frac{a}{b}`, `\binom{n}{k}`, and, as programs write it, `binomial(n, k)`. */
function two(name: "frac" | "binomial", grammar: Grammar): Expression | null {
  const { cursor } = grammar;
  const round = name === "binomial" && cursor.take("(");
  const top = round ? grammar.sum() : group(grammar);
  if (!top || (round && !cursor.take(","))) return null;
  const bottom = round ? grammar.sum() : group(grammar);
  if (!bottom || (round && !cursor.take(")"))) return null;
  return name === "frac" ? quotientOf(top, bottom) : call("binomial", top, bottom);
}

function rootDegree(grammar: Grammar): Expression | null {
  if (grammar.cursor.symbol() !== "[") return integerOf(2);
  const degree = grammar.bracket();
  if (degree?.kind !== "number" || degree.d !== "1") return null;
  return Number(degree.n) >= 1 && Number(degree.n) <= MAX_DEGREE ? degree : null;
}

/** `\sin^{-1}` is the inverse function; no other function has a negative power before its argument. */
function inverseOf(name: FunctionName, exponent: Expression): FunctionName | null {
  if (exponent.kind !== "number" || exponent.n !== "-1" || exponent.d !== "1") return null;
  if (name === "sin") return "arcsin";
  if (name === "cos") return "arccos";
  return name === "tan" ? "arctan" : null;
}

const isNegative = (exponent: Expression | null): boolean =>
  exponent?.kind === "number" && exponent.n.startsWith("-");

/** The exponent of the function itself: the space after a number counts for nothing (`\sin^2 15`). */
function ownExponent(grammar: Grammar): Expression | null {
  const token = grammar.cursor.next();
  if (token?.kind !== "number" || token.scale !== 0 || token.digits.length > 3) return grammar.exponent();
  grammar.cursor.skip();
  if (grammar.cursor.next()?.kind === "gap") grammar.cursor.skip();
  return integerOf(Number(token.digits));
}

/** A function whose argument may stand without brackets, with a power (`\sin^2 x`) or a base (`\log_2 x`) first. */
function applied(name: FunctionName | "cis", grammar: Grammar): Expression | null {
  const { cursor } = grammar;
  let exponent: Expression | null = null;
  let base: Base | null = null;
  while (cursor.symbol() === "^" || cursor.symbol() === "_") {
    if (cursor.take("_")) {
      base = name === "log" && !base ? readBase(grammar) : null;
      if (!base) return null;
    } else {
      cursor.skip();
      exponent = exponent ? null : ownExponent(grammar);
      if (!exponent) return null;
    }
  }
  if (name === "cis") {
    const angle = exponent || base ? null : readArgument(grammar);
    return angle && powerOf(constant("e"), productOf([constant("i"), angle]));
  }
  const inverse = exponent && isNegative(exponent) ? inverseOf(name, exponent) : name;
  const argument = base?.argument ?? readArgument(grammar);
  if (!inverse || !argument) return null;
  const value = base ? call(inverse, argument, base.base) : call(inverse, argument);
  return exponent && !isNegative(exponent) ? powerOf(value, exponent) : value;
}

type Base = { readonly base: Expression; readonly argument: Expression | null };

/** The space after the base counts for nothing; where no argument follows, `\log_23` is the logarithm of 3. */
function readBase(grammar: Grammar): Base | null {
  const { cursor } = grammar;
  const token = cursor.next();
  if (token?.kind !== "number") {
    const base = token?.kind === "symbol" ? grammar.bracket() : grammar.power();
    return base && { base, argument: null };
  }
  const { digits, scale } = token;
  if (scale !== 0 || digits.length > 20) return null;
  cursor.skip();
  const next = cursor.next();
  if (next?.kind === "gap") cursor.skip();
  const ends = next === undefined || (next.kind === "symbol" && !OPENING.has(next.text) && next.text !== "^");
  const own = ends && digits.length > 1 ? 1 : digits.length;
  const base = fraction(BigInt(digits.slice(0, own)), 1n);
  const rest = digits.slice(own);
  return base && { base, argument: rest === "" ? null : fraction(BigInt(rest), 1n) };
}

/**
 * In brackets, or the factors up to the next sign, function or bracket: `\sin 2x`, `\ln x^2`. Where the argument
 * could end in two places (`\sin x/2`, `\sin 2(x+1)`) there is none.
 */
function readArgument(grammar: Grammar): Expression | null {
  const { cursor } = grammar;
  const minus = cursor.take("-");
  if (cursor.symbol() !== null) return minus ? null : grammar.bracket();
  const factors: Expression[] = [];
  while (factors.length === 0 || continues(cursor)) {
    const factor = grammar.power();
    if (!factor) return null;
    factors.push(factor);
  }
  const plain = factors.every((factor) => factor.kind === "number");
  const after = cursor.symbol() ?? "";
  if (after === "/" || (plain && ["(", "[", "*"].includes(after))) return null;
  const argument = productOf(factors);
  return minus ? negativeOf(argument) : argument;
}

function continues(cursor: Cursor): boolean {
  const token = cursor.next();
  if (token?.kind === "function") return token.name === "frac" || token.name === "sqrt";
  return token?.kind === "variable" || token?.kind === "constant";
}

import { integer, MAX_DIGITS, rational } from "./rational.ts";
import { newSteps, type Steps, spend } from "./steps.ts";
import { type Token, tokenise } from "./tokens.ts";
import { add, divide, E, exact, multiply, negate, PI, power, root, type Value, whole } from "./value.ts";

/**
 * The value of a closed expression. `decimal`: a decimal point was written in it; `significant`: the most
 * significant digits that any of its decimals shows.
 */
export type Evaluated = { readonly value: Value; readonly decimal: boolean; readonly significant: number };

const MAX_DEPTH = 100;
const MAX_FACTORIAL = 500n;

/** Recursive descent; a null anywhere means "not closed arithmetic, or too large". */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #steps: Steps;
  #at = 0;
  #depth = 0;
  decimal = false;
  significant = 0;

  constructor(tokens: readonly Token[], steps: Steps) {
    this.#tokens = tokens;
    this.#steps = steps;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  #is(text: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead];
    return token?.kind === "symbol" && token.text === text;
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at += 1;
    return true;
  }

  sum(): Value | null {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH || !spend(this.#steps, 1)) return null;
    let total = this.#product();
    while (total && (this.#is("+") || this.#is("-"))) {
      const minus = this.#is("-");
      this.#at += 1;
      const next = this.#product();
      total = next && add(total, minus ? negate(next) : next, this.#steps);
    }
    this.#depth -= 1;
    return total;
  }

  #product(): Value | null {
    let result = this.#signed();
    while (result) {
      if (this.#take("*")) {
        const next = this.#signed();
        result = next && multiply(result, next, this.#steps);
      } else if (this.#take("/")) {
        const next = this.#signed();
        result = next && divide(result, next, this.#steps);
      } else if (this.#startsFactor()) {
        const next = this.#power();
        result = next && multiply(result, next, this.#steps);
      } else break;
    }
    return result;
  }

  /** Does a factor follow without a sign, as in `2\pi` or `3(4)`? A number never does: `2 3` is no product. */
  #startsFactor(): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === "name" || this.#is("(") || this.#is("{");
  }

  #signed(): Value | null {
    let minus = false;
    while (this.#is("-") || this.#is("+")) {
      minus = this.#is("-") !== minus;
      this.#at += 1;
    }
    const value = this.#power();
    return value && minus ? negate(value) : value;
  }

  #power(): Value | null {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) return null;
    let value = this.#atom();
    while (value && this.#take("!")) value = this.#factorial(value);
    if (value && this.#take("^")) {
      let minus = false;
      while (this.#take("-")) minus = !minus;
      const exponent = this.#power();
      value = exponent && power(value, minus ? negate(exponent) : exponent, this.#steps);
    }
    this.#depth -= 1;
    return value;
  }

  #factorial(value: Value): Value | null {
    if (value.kind !== "exact" || value.value.d !== 1n) return null;
    const n = value.value.n;
    if (n < 0n || n > MAX_FACTORIAL) return null;
    let product = 1n;
    for (let factor = 2n; factor <= n; factor += 1n) {
      if (!spend(this.#steps, 8)) return null;
      product *= factor;
    }
    return whole(product);
  }

  #atom(): Value | null {
    const token = this.#tokens[this.#at];
    if (!token || !spend(this.#steps, 1)) return null;
    if (token.kind === "number") return this.#number(token);
    if (token.kind === "name") return this.#named(token.text);
    if (this.#take("(")) return this.#until(")");
    if (this.#take("{")) return this.#until("}");
    return null;
  }

  #until(close: string): Value | null {
    const value = this.sum();
    return value && this.#take(close) ? value : null;
  }

  #group(): Value | null {
    return this.#take("{") ? this.#until("}") : null;
  }

  #named(name: string): Value | null {
    this.#at += 1;
    if (name === "pi") return PI;
    if (name === "e") return E;
    if (name === "frac") {
      const top = this.#group();
      const bottom = top && this.#group();
      return bottom && divide(top, bottom, this.#steps);
    }
    if (name !== "sqrt") return null;
    let degree = 2;
    if (this.#take("[")) {
      const token = this.#tokens[this.#at];
      if (token?.kind !== "number" || token.scale !== 0) return null;
      degree = Number(token.digits);
      this.#at += 1;
      if (!this.#take("]")) return null;
    }
    const inside = this.#take("(") ? this.#until(")") : this.#group();
    return inside && root(inside, degree, this.#steps);
  }

  #number(token: Extract<Token, { kind: "number" }>): Value | null {
    this.#at += 1;
    if (token.digits.length > MAX_DIGITS) return null;
    const { digits, scale, repeating } = token;
    if (scale > 0 && !repeating) {
      this.decimal = true;
      this.significant = Math.max(this.significant, digits.replace(/^0+/, "").length);
    }
    if (repeating) {
      const top = BigInt(digits + repeating) - BigInt(digits || "0");
      const bottom = 10n ** BigInt(scale) * (10n ** BigInt(repeating.length) - 1n);
      const value = rational(top, bottom, this.#steps);
      return value && exact(value);
    }
    if (!spend(this.#steps, Math.abs(scale) + digits.length)) return null;
    const n = BigInt(digits);
    if (scale === 0) return this.#mixed(n);
    const ten = 10n ** BigInt(Math.abs(scale));
    const value = scale > 0 ? rational(n, ten, this.#steps) : rational(n * ten, 1n, this.#steps);
    return value && exact(value);
  }

  /** A whole number, with the fraction that makes it a mixed number where one follows: `1\frac{1}{2}`, `1 1/2`. */
  #mixed(n: bigint): Value | null {
    const plain = this.#fraction(["gap", "number", "/", "number"]);
    const latex = plain ?? this.#fraction(["frac", "{", "number", "}", "{", "number", "}"]);
    if (!latex) return whole(n);
    if (latex.top >= latex.bottom) return null;
    const part = rational(latex.top, latex.bottom, this.#steps);
    return part && add(exact(integer(n)), exact(part), this.#steps);
  }

  #fraction(shape: readonly string[]): { top: bigint; bottom: bigint } | null {
    const found: bigint[] = [];
    for (const [offset, wanted] of shape.entries()) {
      const token = this.#tokens[this.#at + offset];
      if (!token) return null;
      if (token.kind === "number") {
        if (wanted !== "number" || token.scale !== 0 || token.digits.length > 100) return null;
        found.push(BigInt(token.digits));
      } else if (wanted !== (token.kind === "gap" ? "gap" : token.text)) return null;
    }
    const [top, bottom] = found;
    if (top === undefined || !bottom) return null;
    this.#at += shape.length;
    return { top, bottom };
  }
}

/**
 * Evaluates closed arithmetic in canonical spelling: `+ - * / ^ !`, brackets, `\frac`, `\sqrt[n]`, `\pi`, `e`,
 * mixed numbers, repeating decimals (`0.\overline{3}`) and juxtaposition, left to right as written. Exact wherever
 * the result is rational. Null where the text is anything else, where the value is not a real number, and where
 * exact digits or steps would pass their limits (`9^{9^{9^9}}`); nothing of that size is computed.
 */
export function evaluate(text: string, steps: Steps = newSteps()): Evaluated | null {
  if (text.length === 0 || text.length > MAX_DIGITS + 100) return null;
  const tokens = tokenise(text, steps);
  if (!tokens) return null;
  const parser = new Parser(tokens, steps);
  const value = parser.sum();
  if (!value || !parser.done) return null;
  return { value, decimal: parser.decimal, significant: parser.significant };
}

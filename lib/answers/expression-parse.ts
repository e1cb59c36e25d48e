import type { Expression } from "./expression.ts";
import {
  call,
  constant,
  fraction,
  negativeOf,
  powerOf,
  productOf,
  quotientOf,
  sumOf,
} from "./expression-build.ts";
import { Cursor } from "./expression-cursor.ts";
import { functionExpression, type Grammar } from "./expression-function.ts";
import { numberExpression } from "./expression-number.ts";
import type { ExpressionToken } from "./expression-tokens.ts";
import { type Steps, spend } from "./steps.ts";

const MAX_DEPTH = 60;
const CLOSING = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["⌊", "⌋"],
  ["⌈", "⌉"],
]);

/**
 * Recursive descent; a null anywhere means that the text can't be read, or not in one way only. `tight`: in `1/2x`
 * all of `2x` divides; `doubtful` becomes true where that makes a difference. `significant`: the most significant
 * digits of any decimal so far.
 */
export class ExpressionParser {
  readonly #cursor: Cursor;
  readonly #steps: Steps;
  readonly #tight: boolean;
  #depth = 0;
  /** The brackets that are open; a bar closes only what a bar opened. */
  readonly #open: string[] = [];
  doubtful = false;
  significant = 0;

  constructor(tokens: readonly ExpressionToken[], steps: Steps, tight: boolean) {
    this.#cursor = new Cursor(tokens);
    this.#steps = steps;
    this.#tight = tight;
  }

  /** All tokens as one expression. */
  whole(): Expression | null {
    const expression = this.#sum();
    return this.#cursor.done ? expression : null;
  }

  #sum(): Expression | null {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH || !spend(this.#steps, 1)) return null;
    const terms: Expression[] = [];
    let minus = false;
    do {
      const term = this.#product();
      if (!term) return null;
      terms.push(minus ? negativeOf(term) : term);
      minus = this.#cursor.symbol() === "-";
    } while (this.#cursor.take("+") || this.#cursor.take("-"));
    this.#depth -= 1;
    return sumOf(terms);
  }

  #product(): Expression | null {
    let result = this.#signed();
    while (result) {
      if (this.#cursor.take("*")) {
        const next = this.#signed();
        result = next && productOf([result, next]);
      } else if (this.#cursor.take("/")) {
        const bottom = this.#divisor();
        result = bottom && quotientOf(result, bottom);
      } else if (this.#startsFactor()) {
        const next = this.#power();
        result = next && productOf([result, next]);
      } else break;
    }
    return result;
  }

  /** What stands behind a slash: one factor, or, read tightly, all factors without a sign between them. */
  #divisor(): Expression | null {
    let bottom = this.#signed();
    if (bottom && this.#startsFactor()) this.doubtful = true;
    while (bottom && this.#tight && this.#startsFactor()) {
      const next = this.#power();
      bottom = next && productOf([bottom, next]);
    }
    return bottom;
  }

  /** Does a factor follow without a sign? A number does only in `n!2`, `(x+1)2` and `i2`: `2 3` is no product. */
  #startsFactor(): boolean {
    const token = this.#cursor.next();
    if (token?.kind === "symbol")
      return CLOSING.has(token.text) || (token.text === "|" && this.#open.at(-1) !== "|");
    if (token?.kind === "number")
      return (
        [")", "!"].some((sign) => this.#cursor.follows("symbol", sign)) ||
        this.#cursor.follows("constant", "i")
      );
    return token !== undefined && token.kind !== "gap";
  }

  #signed(): Expression | null {
    let minus = false;
    for (;;) {
      if (this.#cursor.take("-")) minus = !minus;
      else if (!this.#cursor.take("+")) break;
    }
    const value = this.#power();
    return value && minus ? negativeOf(value) : value;
  }

  #power(): Expression | null {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) return null;
    let value = this.#atom();
    if (value && this.#cursor.take("!"))
      value = this.#cursor.symbol() === "!" ? null : call("factorial", value);
    if (value && this.#cursor.take("°")) {
      const degree = fraction(1n, 180n);
      value = degree && productOf([value, constant("pi"), degree]);
    }
    if (value && this.#cursor.take("^")) {
      const exponent = this.#exponent();
      value = exponent && powerOf(value, exponent);
    }
    this.#depth -= 1;
    return value;
  }

  #exponent(): Expression | null {
    let minus = false;
    while (this.#cursor.take("-")) minus = !minus;
    const exponent = this.#power();
    return exponent && minus ? negativeOf(exponent) : exponent;
  }

  #atom(): Expression | null {
    const token = this.#cursor.next();
    if (!token || !spend(this.#steps, 2)) return null;
    if (token.kind === "symbol") return this.#bracket();
    this.#cursor.skip();
    if (token.kind === "variable" || token.kind === "constant") return token;
    if (token.kind === "function") return functionExpression(token.name, this.#grammar());
    if (token.kind === "gap") return null;
    if (token.scale > 0 && token.repeating === "")
      this.significant = Math.max(this.significant, token.digits.replace(/^0+/, "").length);
    return numberExpression(token, this.#cursor, this.#steps);
  }

  #grammar(): Grammar {
    return {
      cursor: this.#cursor,
      sum: () => this.#sum(),
      power: () => this.#power(),
      exponent: () => this.#exponent(),
      bracket: () => this.#bracket(),
    };
  }

  /** A group in brackets or bars, or a floor or ceiling. */
  #bracket(): Expression | null {
    const open = this.#cursor.symbol() ?? "";
    const close = open === "|" ? "|" : CLOSING.get(open);
    if (close === undefined) return null;
    this.#cursor.skip();
    this.#open.push(open);
    const inside = this.#sum();
    this.#open.pop();
    if (!inside || !this.#cursor.take(close)) return null;
    if (open === "|") return call("abs", inside);
    if (open === "⌊") return call("floor", inside);
    return open === "⌈" ? call("ceil", inside) : inside;
  }
}

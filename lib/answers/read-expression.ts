import type { Expression } from "./expression.ts";
import { ExpressionParser } from "./expression-parse.ts";
import { tokeniseExpression } from "./expression-tokens.ts";
import type { Steps } from "./steps.ts";

/**
 * An expression that has been read. `other`: its other reading, where it can be read in two ways (`1/2x`);
 * `significant`: the most significant digits that any decimal in it shows, 0 without decimals.
 */
export type Reading = {
  readonly expression: Expression;
  readonly other: Expression | null;
  readonly significant: number;
};

/** Longer texts are no expressions that anybody answers with. */
const MAX_LENGTH = 1000;

/**
 * Reads an expression in canonical spelling (see `spellLatex`, `readLeaf`): variables with subscripts, numbers, π, e,
 * i, ∞, `+ - * / ^ !`, implicit products, roots, fractions, binomials, bars, floors and ceilings, and the functions
 * of `FunctionName`, in LaTeX or as programs write them. Null where the text is anything else or too large.
 */
export function readExpression(text: string, steps: Steps): Reading | null {
  if (text === "" || text.length > MAX_LENGTH) return null;
  const tokens = tokeniseExpression(text, steps);
  if (!tokens) return null;
  const parser = new ExpressionParser(tokens, steps, false);
  const expression = parser.whole();
  if (!expression) return null;
  const { doubtful, significant } = parser;
  const other = doubtful ? new ExpressionParser(tokens, steps, true).whole() : null;
  return { expression, other, significant };
}

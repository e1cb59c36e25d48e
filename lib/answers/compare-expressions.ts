import type { Ball } from "./ball.ts";
import { compareSolutions, equate, readEquation } from "./equation.ts";
import { type Expression, variablesOf, walk } from "./expression.ts";
import { type Finding, finding, undecided } from "./finding.ts";
import { hasOpenBase, identify } from "./identity.ts";
import type { Leaf } from "./leaf.ts";
import { topLevelEquals } from "./names.ts";
import { compareNumbers, type NumericAnswer } from "./number.ts";
import { askAbout, type Question, questionKey, type Work } from "./questions.ts";
import { type Reading, readExpression } from "./read-expression.ts";
import { valueAt } from "./sample.ts";
import type { Steps } from "./steps.ts";
import { approximate } from "./value.ts";
import { isWords } from "./words.ts";

/** A decimal of so many digits may be rounded, and then differs by less than `ROUNDING` of the value. */
const ROUNDED_DIGITS = 7;
const ROUNDING = 1e-6;
const ROUNDED = "the difference may be rounding";
/** Larger questions are not worth a symbolic system's time. */
const MAX_QUESTION = 4000;
const MAX_WORD = 3;

const isInfinite = (expression: Expression): boolean =>
  walk(expression).some((each) => each.kind === "constant" && each.name === "infinity");

/** What has been ruled on it, or the question itself. */
function ask(a: Expression, b: Expression, kind: Question["kind"], work: Work): Finding {
  const question = askAbout(a, b, kind);
  const key = questionKey(question);
  const ruling = work.rulings.get(key);
  if (ruling) return finding(ruling, "symbolic");
  const worth = key.length <= MAX_QUESTION && !isInfinite(a) && !isInfinite(b);
  return undecided(null, worth ? [question] : []);
}

function renamed(expression: Expression, names: ReadonlyMap<string, string>): Expression {
  const all = (parts: readonly Expression[]): Expression[] => parts.map((part) => renamed(part, names));
  if (expression.kind === "variable")
    return { kind: "variable", name: names.get(expression.name) ?? expression.name };
  if (expression.kind === "sum") return { kind: "sum", terms: all(expression.terms) };
  if (expression.kind === "product") return { kind: "product", factors: all(expression.factors) };
  if (expression.kind === "call") return { ...expression, of: all(expression.of) };
  if (expression.kind !== "power") return expression;
  return {
    kind: "power",
    base: renamed(expression.base, names),
    exponent: renamed(expression.exponent, names),
  };
}

/** Are they the same but for the letters, taken in the order in which they appear? */
function differInLetters(a: Expression, b: Expression, steps: Steps): boolean {
  const [p, q] = [variablesOf(a), variablesOf(b)];
  if (p.length !== q.length || p.every((name) => q.includes(name))) return false;
  const names = new Map(q.map((name, at) => [name, p[at] ?? name]));
  return identify(a, renamed(b, names), steps).kind === "equal";
}

const isClosed = (reading: Reading): boolean => variablesOf(reading.expression).length === 0;

function ballOf(reading: Reading, steps: Steps): Ball | null {
  return valueAt(reading.expression, { variables: new Map(), complex: true, openBase: "e" }, steps);
}

/** The leaf's number, or that of the closed expression which it is; null where that isn't real. */
function numberOf(leaf: Leaf, reading: Reading, steps: Steps): NumericAnswer | null {
  if (leaf.number) return leaf.number;
  const value = ballOf(reading, steps);
  const written = value?.real ? approximate(value.re, value.error) : null;
  return (
    written && { written, percent: false, decimal: reading.significant > 0, significant: reading.significant }
  );
}

/** A closed expression against a decimal: rounding counts as it does between numbers. Null where it isn't that. */
function compareDecimals(a: Leaf, b: Leaf, p: Reading, q: Reading, work: Work): Finding | null {
  const decimal = a.number?.decimal || b.number?.decimal;
  if (!decimal || !isClosed(p) || !isClosed(q)) return null;
  if ([p, q].some(({ expression }) => hasOpenBase(expression))) return null;
  const [x, y] = [numberOf(a, p, work), numberOf(b, q, work)];
  const outcome = x && y ? compareNumbers(x, y, work) : "unclear";
  return outcome === "unclear" ? null : finding(outcome, "numeric");
}

function compareReadings(p: Reading, q: Reading, work: Work): Finding {
  const [a, b] = [p.expression, q.expression];
  const found = identify(a, b, work);
  const closed = isClosed(p) && isClosed(q);
  if (found.kind === "equal") return finding("equal", closed ? "numeric" : "symbolic");
  const significant = Math.max(p.significant, q.significant);
  if (found.kind === "open")
    return significant >= ROUNDED_DIGITS ? undecided(ROUNDED) : ask(a, b, "expression", work);
  if (found.kind === "negative") {
    const ruled = ask(a, b, "expression", work);
    return { ...ruled, note: ruled.note ?? "they differ where a variable is negative" };
  }
  if (differInLetters(a, b, work)) return undecided("the same in other letters");
  const rounded = significant >= ROUNDED_DIGITS && found.gap < ROUNDING;
  return rounded ? undecided(ROUNDED) : finding("different", found.by);
}

/** `1/2x` in its other reading. What holds in one reading only is doubted. */
function compareBothWays(p: Reading, q: Reading, work: Work): Finding {
  const first = compareReadings(p, q, work);
  if ((!p.other && !q.other) || first.outcome !== "different") return first;
  const others = [p.other ?? p.expression, p.expression].flatMap((a) =>
    [q.other ?? q.expression, q.expression].map((b) => identify(a, b, work)),
  );
  const doubtful = others.some(({ kind }) => kind !== "different");
  return doubtful ? undecided("a quotient can be read in two ways") : first;
}

const APPLIED = /^[a-z]?(?:sin|cos|tan|sec|csc|cot|ln|log)[a-z]$/;

/** Long words, and capitals that name points, are no products of variables. */
export function isExpression({ text }: Leaf): boolean {
  if (!isWords(text) || text.length === 1 || APPLIED.test(text)) return true;
  return text.length <= MAX_WORD && text === text.toLowerCase();
}

const unitsDiffer = (a: Leaf, b: Leaf): boolean =>
  a.unit !== null &&
  b.unit !== null &&
  (a.unit.dimension !== b.unit.dimension || a.unit.factor.n !== b.unit.factor.n);

/**
 * Compares two leaves as expressions; symmetric. What can't be read is undecided; what is read and not certain is
 * undecided with a question, unless it has been ruled on.
 */
export function compareExpressions(a: Leaf, b: Leaf, work: Work): Finding {
  if (!isExpression(a) || !isExpression(b)) return undecided();
  const p = readExpression(a.text, work);
  const q = p && readExpression(b.text, work);
  if (!p || !q) return undecided();
  const found = compareDecimals(a, b, p, q, work) ?? compareBothWays(p, q, work);
  const measured = found.outcome === "equal" && unitsDiffer(a, b);
  return measured ? undecided("the expressions agree, but their units differ") : found;
}

const isEquation = (leaf: Leaf): boolean => topLevelEquals(leaf.text).length > 0;

function equationOf(leaf: Leaf, steps: Steps): Expression | null {
  if (isEquation(leaf)) return leaf.name === null ? readEquation(leaf.text, steps) : null;
  return leaf.name === null ? null : equate(leaf.name, leaf.text, steps);
}

function mentions(text: string, name: string | null, steps: Steps): boolean {
  const reading = readExpression(text, steps);
  return name !== null && reading !== null && variablesOf(reading.expression).includes(name);
}

/**
 * Compares two leaves as equations, where both are one and they are not just values under one name or none:
 * `2x+y=4` and `y=4-2x`, `x=2y` and `y=x/2`. Null where they aren't two such equations.
 */
export function compareEquations(a: Leaf, b: Leaf, work: Work): Finding | null {
  const named = a.name !== null && b.name !== null && a.name !== b.name;
  if (!isEquation(a) && !isEquation(b) && !named) return null;
  const p = equationOf(a, work);
  const q = p && equationOf(b, work);
  if (!p || !q) return null;
  const decided = compareSolutions(p, q, work);
  if (!isEquation(a) && !isEquation(b)) {
    const linked = mentions(b.text, a.name, work) || mentions(a.text, b.name, work);
    return decided && linked ? finding(decided, "symbolic") : null;
  }
  return decided ? finding(decided, "symbolic") : ask(p, q, "equation", work);
}

import { compareEquations, compareExpressions, isExpression } from "./compare-expressions.ts";
import { compareMeasured, TOO_CLOSE, withLetterUnit } from "./compare-measured.ts";
import { compareSpecial } from "./compare-special.ts";
import { type Finding, finding, undecided } from "./finding.ts";
import { type Leaf, readLeaf } from "./leaf.ts";
import type { Work } from "./questions.ts";
import { spend } from "./steps.ts";
import { areAnagrams, isTruth, isWords, mentionsNumber, readChoice } from "./words.ts";

const INFINITE = /^[+-]?\\infty$/;
const NOTHING = "\\emptyset";

function compareChoices(a: Leaf, b: Leaf, work: Work): Finding | null {
  const x = readChoice(a.text);
  const y = readChoice(b.text);
  if (x && y) return finding(x.letter === y.letter ? "equal" : "different", "literal");
  const labelled = x ?? y;
  if (!labelled?.rest) return null;
  const rest = readLeaf(labelled.rest, work);
  return x ? compareContent(rest, b, work) : compareContent(a, rest, work);
}

const isQuantity = (leaf: Leaf): boolean => leaf.number !== null || INFINITE.test(leaf.text);

/** A quantity against a leaf that is none. */
function compareWithQuantity(other: Leaf, quantity: Leaf, work: Work): Finding {
  const { number } = quantity;
  if (other.key === NOTHING) {
    const zero = number?.written.kind === "exact" && number.written.value.n === 0n;
    return zero && /^none$/i.test(other.text)
      ? undecided("none may mean zero")
      : finding("different", "literal");
  }
  if (other.key === "undefined") return finding("different", "literal");
  if (isExpression(other) && other.text.length > 1) return compareExpressions(quantity, other, work);
  if (!isWords(other.text)) return undecided();
  return mentionsNumber(other.text) ? undecided() : finding("different", "literal", "a word is not a number");
}

function compareContent(a: Leaf, b: Leaf, work: Work): Finding {
  if (!spend(work, 10 + a.text.length + b.text.length)) return undecided();
  if (a.text === "" || b.text === "")
    return a.text === b.text ? finding("equal", "literal") : undecided("one is empty");
  const special = compareSpecial(a, b, work);
  if (special) return special;
  if (a.number && b.number) {
    const measured = compareMeasured(a, b, a.number, b.number, work);
    return measured.note === TOO_CLOSE ? compareExpressions(a, b, work) : measured;
  }
  if (a.text === b.text || a.key === b.key) return finding("equal", "literal");
  const choice = compareChoices(a, b, work);
  if (choice) return choice;
  const [p, q] = [isQuantity(a), isQuantity(b)];
  if (p && q) return finding("different", "literal");
  if (p) return compareWithQuantity(b, a, work);
  if (q) return compareWithQuantity(a, b, work);
  if (isTruth(a.key) || isTruth(b.key)) return finding("different", "literal");
  if (isWords(a.text) && isWords(b.text) && !areAnagrams(a.text, b.text))
    return finding("different", "literal");
  return compareExpressions(a, b, work);
}

/**
 * Compares two answers without parts; symmetric. Numbers by value and, where both have one of a known size, by unit;
 * words without regard to case; choices by letter; expressions and equations by what is certain about them, and
 * where nothing is, undecided with a question.
 */
export function compareLeaves(a: Leaf, b: Leaf, work: Work): Finding {
  const equations = compareEquations(a, b, work);
  if (equations) return equations;
  const content = compareContent(withLetterUnit(a, b, work), withLetterUnit(b, a, work), work);
  const renamed = a.name !== null && b.name !== null && a.name.toLowerCase() !== b.name.toLowerCase();
  return renamed && content.outcome === "equal" ? undecided(`it is called ${a.name} and ${b.name}`) : content;
}

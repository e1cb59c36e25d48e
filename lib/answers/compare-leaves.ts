import { type Finding, finding, undecided } from "./finding.ts";
import { type Leaf, readLeaf } from "./leaf.ts";
import { compareNumbers, type NumericAnswer, scaled } from "./number.ts";
import { type Steps, spend } from "./steps.ts";
import { countDifferentThings } from "./units.ts";
import { areAnagrams, isTruth, isWords, mentionsNumber, readChoice } from "./words.ts";

const INFINITE = /^[+-]?\\infty$/;
const NOTHING = "\\emptyset";

function compareMeasured(a: Leaf, b: Leaf, x: NumericAnswer, y: NumericAnswer, steps: Steps): Finding {
  const oneUnit = !a.unit || !b.unit || a.unit.dimension === b.unit.dimension;
  const p = a.unit && b.unit && oneUnit ? scaled(x, a.unit.factor, steps) : x;
  const q = a.unit && b.unit && oneUnit ? scaled(y, b.unit.factor, steps) : y;
  const outcome = p && q ? compareNumbers(p, q, steps) : "unclear";
  if (outcome === "unclear") return undecided("too close to tell apart in floating point");
  const known = a.unit !== null && b.unit !== null;
  const apart = known ? !oneUnit : countDifferentThings(a.counted, b.counted);
  if (outcome === "equal" && apart) return undecided("the numbers agree, but their units differ");
  return finding(outcome, outcome === "equal" && a.text === b.text ? "literal" : "numeric");
}

function compareChoices(a: Leaf, b: Leaf, steps: Steps): Finding | null {
  const x = readChoice(a.text);
  const y = readChoice(b.text);
  if (x && y) return finding(x.letter === y.letter ? "equal" : "different", "literal");
  const labelled = x ?? y;
  if (!labelled?.rest) return null;
  const rest = readLeaf(labelled.rest, steps);
  return x ? compareContent(rest, b, steps) : compareContent(a, rest, steps);
}

const isQuantity = (leaf: Leaf): boolean => leaf.number !== null || INFINITE.test(leaf.text);

/** A number, or infinity where it is null, against a leaf that is neither. */
function compareWithNumber(other: Leaf, number: NumericAnswer | null): Finding {
  if (other.key === NOTHING) {
    const zero = number?.written.kind === "exact" && number.written.value.n === 0n;
    return zero ? undecided("none may mean zero") : finding("different", "literal");
  }
  if (other.key === "undefined") return finding("different", "literal");
  if (!isWords(other.text)) return undecided();
  return mentionsNumber(other.text) ? undecided() : finding("different", "literal", "a word is not a number");
}

function compareContent(a: Leaf, b: Leaf, steps: Steps): Finding {
  if (!spend(steps, 10 + a.text.length + b.text.length)) return undecided();
  if (a.text === "" || b.text === "")
    return a.text === b.text ? finding("equal", "literal") : undecided("one is empty");
  if (a.number && b.number) return compareMeasured(a, b, a.number, b.number, steps);
  if (a.text === b.text || a.key === b.key) return finding("equal", "literal");
  const choice = compareChoices(a, b, steps);
  if (choice) return choice;
  const [p, q] = [isQuantity(a), isQuantity(b)];
  if (p && q) return finding("different", "literal");
  if (p) return compareWithNumber(b, a.number);
  if (q) return compareWithNumber(a, b.number);
  if (isTruth(a.key) || isTruth(b.key)) return finding("different", "literal");
  if (!isWords(a.text) || !isWords(b.text) || areAnagrams(a.text, b.text)) return undecided();
  return finding("different", "literal");
}

/**
 * Compares two answers without parts; symmetric. Numbers by value and, where both have one of a known size, by unit;
 * words without regard to case; choices by letter. Different expressions stay undecided.
 */
export function compareLeaves(a: Leaf, b: Leaf, steps: Steps): Finding {
  const content = compareContent(a, b, steps);
  const renamed = a.name !== null && b.name !== null && a.name.toLowerCase() !== b.name.toLowerCase();
  return renamed && content.outcome === "equal" ? undecided(`it is called ${a.name} and ${b.name}`) : content;
}

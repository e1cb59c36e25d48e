import { compareAngles } from "./angle.ts";
import { type Finding, finding, undecided } from "./finding.ts";
import type { Leaf } from "./leaf.ts";
import { readUnit, type Unit } from "./measures.ts";
import { compareNumbers, type NumericAnswer, readNumber, scaled } from "./number.ts";
import type { Steps } from "./steps.ts";
import { countDifferentThings } from "./units.ts";

/** The note on two numbers that floating point can't tell apart. */
export const TOO_CLOSE = "too close to tell apart in floating point";

/** Pairs of dimensions between which words alone don't decide: degrees of what, months of how many days. */
const DOUBTFUL = new Set(["angle celsius", "angle fahrenheit", "months time"]);

function compareUnits(a: Unit, b: Unit, x: NumericAnswer, y: NumericAnswer, steps: Steps): Finding {
  if (a.dimension !== b.dimension) {
    return DOUBTFUL.has([a.dimension, b.dimension].sort().join(" "))
      ? undecided("which unit is meant?")
      : finding("different", "numeric", "they are in units of different things");
  }
  const [p, q] = [scaled(x, a.factor, steps), scaled(y, b.factor, steps)];
  const outcome = p && q ? compareNumbers(p, q, steps) : "unclear";
  return outcome === "unclear" ? undecided("too close to tell apart") : finding(outcome, "numeric");
}

/**
 * Compares two numbers with what they are numbers of; symmetric. Known units are converted, and differ where they
 * measure different things; a unit on one side only is dropped, as the question names it. Different names of what is
 * counted leave equal numbers undecided.
 */
export function compareMeasured(a: Leaf, b: Leaf, x: NumericAnswer, y: NumericAnswer, steps: Steps): Finding {
  const turned = compareAngles(a, b, steps);
  if (turned && turned !== "unclear") return finding(turned, "numeric");
  if (a.unit && b.unit) {
    const found = compareUnits(a.unit, b.unit, x, y, steps);
    return found.outcome === "equal" && a.text === b.text ? finding("equal", "literal") : found;
  }
  if (x.percent !== y.percent && (x.percent ? b.unit : a.unit))
    return finding("different", "literal", "a percentage has no unit");
  const outcome = compareNumbers(x, y, steps);
  if (outcome === "unclear") return undecided(TOO_CLOSE);
  if (outcome === "equal" && countDifferentThings(a.counted, b.counted))
    return undecided("the numbers agree, but their units differ");
  return finding(outcome, outcome === "equal" && a.text === b.text ? "literal" : "numeric");
}

const LETTER = /^(.*[\d)}]) ?([A-Za-z])$/;

/** `0.05 m` is 0.05 times m, unless it stands against an answer with a unit: then it is a length. */
export function withLetterUnit(leaf: Leaf, other: Leaf, steps: Steps): Leaf {
  if (leaf.number || leaf.unit || !other.unit || !other.number) return leaf;
  const [, core = "", letter = ""] = LETTER.exec(leaf.text) ?? [];
  const unit = letter === "" ? null : readUnit(letter);
  const number = unit && readNumber(core, steps);
  return number ? { ...leaf, text: core, number, unit, counted: letter } : leaf;
}

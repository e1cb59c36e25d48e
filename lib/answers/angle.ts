import type { Leaf } from "./leaf.ts";
import { compareNumbers, type NumericAnswer, type NumericOutcome } from "./number.ts";
import type { Steps } from "./steps.ts";
import { divide, multiply, PI, whole } from "./value.ts";

function inRadians(degrees: NumericAnswer, steps: Steps): NumericAnswer | null {
  const turned = multiply(degrees.written, PI, steps);
  const written = turned && divide(turned, whole(180n), steps);
  return written && { ...degrees, written, decimal: false };
}

const isDegrees = (leaf: Leaf): boolean => leaf.unit?.dimension === "angle";
const isRadians = (leaf: Leaf): boolean => leaf.unit?.dimension === "radian";
/** Nobody writes degrees with a factor of pi. */
const isMultipleOfPi = (leaf: Leaf): boolean => leaf.unit === null && leaf.text.includes("\\pi");

/**
 * Compares an angle in degrees with one in radians: `180^\circ` is `\pi` and also 3.1415927 radians. A number without
 * a unit counts as radians where pi is written in it, and else as what the other has: 90 is `90^\circ`. Null where
 * it isn't one of each.
 */
export function compareAngles(a: Leaf, b: Leaf, steps: Steps): NumericOutcome | null {
  const [degrees, radians] = isDegrees(a) ? [a, b] : [b, a];
  if (!isDegrees(degrees) || !(isRadians(radians) || isMultipleOfPi(radians))) return null;
  const turned = degrees.number && inRadians(degrees.number, steps);
  return turned && radians.number ? compareNumbers(turned, radians.number, steps) : null;
}

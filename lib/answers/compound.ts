import { readUnit, type Unit } from "./measures.ts";
import { addRationals, divideRationals, multiplyRationals, type Rational, rational } from "./rational.ts";
import { type Steps, spend } from "./steps.ts";

/** An amount in units of several sizes: `total` of the smallest, whose name is `unit`; `units` are all of them. */
export type Compound = { readonly total: Rational; readonly unit: string; readonly units: readonly Unit[] };

const MAX_PARTS = 4;
const PART = /^(\d{1,12})(?:\.(\d{1,9}))? ?([A-Za-z]{1,12})\.?(?: ?(,? ?\band\b|,)? ?(?=\d)|$)/;
/** Two metric lengths side by side may be two answers; nobody says "5 feet, 6 inches" of two. */
const METRIC = /^(?:[mck]?m|(?:milli|centi|kilo)?(?:met(?:er|re)|gram|lit(?:er|re))s?|[mk]?g|m?l)$/i;

const ARC = /^(\d{1,4}) ?degrees? ?(\d{1,2})(?:'|\^?\\prime)(?: ?(\d{1,2})(?:''|"))?$/;

/** Degrees with minutes and seconds of arc, `30^\circ 15'`. */
function readArc(text: string, steps: Steps): Compound | null {
  const [, degrees, minutes, seconds = "0"] = ARC.exec(text) ?? [];
  const unit = readUnit("degree");
  if (degrees === undefined || minutes === undefined || Number(minutes) > 59 || Number(seconds) > 59)
    return null;
  const total = rational(BigInt(degrees) * 3600n + BigInt(minutes) * 60n + BigInt(seconds), 3600n, steps);
  return total && unit && { total, unit: "degrees", units: [unit] };
}

/**
 * Reads "1 hour 30 minutes", "5 ft, 6 in" or "3 dollars and 50 cents", in canonical spelling without text marks:
 * units of one dimension from large to small, each amount less than one of the unit before; also `30^\circ 15'`. Null
 * for everything else.
 */
export function readCompound(text: string, steps: Steps): Compound | null {
  const arc = readArc(text, steps);
  if (arc) return arc;
  let rest = text;
  let total: Rational = { n: 0n, d: 1n };
  const units: Unit[] = [];
  let name = "";
  while (rest !== "") {
    const found = PART.exec(rest);
    if (!found || units.length === MAX_PARTS || !spend(steps, found[0].length)) return null;
    const [all, whole = "", decimals = "", word = "", link] = found;
    const unit = readUnit(word);
    const amount = rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length), steps);
    if (!unit || !amount) return null;
    const before = units.at(-1);
    if (before) {
      const ratio = divideRationals(before.factor, unit.factor, steps);
      const fits = ratio && ratio.d === 1n && ratio.n > 1n && amount.n < ratio.n * amount.d;
      const carried =
        fits && before.dimension === unit.dimension ? multiplyRationals(total, ratio, steps) : null;
      if (!carried) return null;
      total = carried;
    }
    const sum = addRationals(total, amount, steps);
    if (!sum || (link !== undefined && METRIC.test(word))) return null;
    total = sum;
    units.push(unit);
    name = word;
    rest = rest.slice(all.length);
  }
  return units.length > 1 ? { total, unit: name, units } : null;
}

import { divideRationals, powerOfRational, type Rational } from "./rational.ts";
import { newSteps } from "./steps.ts";

/** A unit whose size is known: what it measures, and how many of the dimension's basic unit it is. */
export type Unit = { readonly dimension: string; readonly factor: Rational };

type Row = readonly [dimension: string, factor: bigint | readonly [n: bigint, d: bigint], names: string];

/** Exact sizes (international yard and pound of 1959, US gallon): millimetres, milligrams, seconds, cents, months. */
const TABLE: readonly Row[] = [
  ["length", 1n, "mm millimeter millimetre"],
  ["length", 10n, "cm centimeter centimetre"],
  ["length", 1000n, "m meter metre"],
  ["length", 1_000_000n, "km kilometer kilometre"],
  ["length", [254n, 10n], "in inch inche"],
  ["length", [3048n, 10n], "ft foot feet"],
  ["length", [9144n, 10n], "yd yard"],
  ["length", 1_609_344n, "mi mile"],
  ["mass", 1n, "mg milligram"],
  ["mass", 1000n, "g gm gram"],
  ["mass", 1_000_000n, "kg kilogram"],
  ["mass", [45_359_237n, 1600n], "oz ounce"],
  ["mass", [45_359_237n, 100n], "lb pound"],
  ["time", 1n, "s sec second"],
  ["time", 60n, "min minute"],
  ["time", 3600n, "h hr hour"],
  ["time", 86_400n, "day"],
  ["time", 604_800n, "week"],
  ["months", 1n, "month"],
  ["months", 12n, "year yr"],
  ["months", 120n, "decade"],
  ["months", 1200n, "century centurie"],
  ["money", 1n, "cent"],
  ["money", 100n, "dollar usd buck"],
  ["euros", 1n, "euro eur"],
  ["yen", 1n, "yen jpy"],
  ["rupees", 1n, "rupee inr"],
  ["angle", 1n, "degree deg"],
  ["radian", 1n, "rad radian"],
  ["celsius", 1n, "celsius degreesc degreec degreecelsiu degreescelsiu"],
  ["fahrenheit", 1n, "fahrenheit degreesf degreef degreefahrenheit degreesfahrenheit"],
  ["morning", 1n, "am"],
  ["afternoon", 1n, "pm"],
];
const VOLUMES: readonly Row[] = [
  ["length^3", 1000n, "ml milliliter millilitre"],
  ["length^3", 1_000_000n, "l liter litre"],
  ["length^3", [3_785_411_784n, 1000n], "gallon gal"],
];
const SHORTHANDS = new Map([
  ["mph", "mile per hour"],
  ["kph", "km per hour"],
  ["kmh", "km per hour"],
  ["fps", "foot per second"],
]);

const UNITS = new Map<string, Unit>(
  [...TABLE, ...VOLUMES].flatMap(([dimension, factor, names]) => {
    const [n, d] = typeof factor === "bigint" ? [factor, 1n] : factor;
    return names.split(" ").map((name): [string, Unit] => [name, { dimension, factor: { n, d } }]);
  }),
);

const POWERS = new Map([
  ["square", 2],
  ["sq", 2],
  ["cubic", 3],
  ["cu", 3],
]);

function named(word: string): Unit | undefined {
  return UNITS.get(word) ?? (word.length > 2 ? UNITS.get(word.replace(/s$/, "")) : undefined);
}

/** One unit with its power: `cm`, `cm^2`, `square feet`, `degrees C`. */
function readOne(words: readonly string[]): { unit: Unit; power: number } | null {
  const [first = "", second] = words;
  const power = POWERS.get(first);
  const rest = power ? words.slice(1) : words;
  const whole = named(rest.join(""));
  if (whole && (rest.length === 1 || !second || /^degrees?$/.test(first)))
    return { unit: whole, power: power ?? 1 };
  const raised = /^([a-z]+)\^?([23])$/.exec(rest[0] ?? "");
  const unit = rest.length === 1 && raised ? named(raised[1] ?? "") : undefined;
  return unit ? { unit, power: (power ?? 1) * Number(raised?.[2]) } : null;
}

function dimensionOf(base: string, power: number): [name: string, power: number] {
  const found = /^(.*)\^(\d)$/.exec(base);
  return found ? [found[1] ?? "", Number(found[2]) * power] : [base, power];
}

/**
 * The unit that these words name, `cm`, `square feet`, `miles per hour`, `m/s^2`, `mph`; null where they name a thing
 * that is counted, or a price per something, which the question says.
 */
export function readUnit(words: string): Unit | null {
  const spelled = words.toLowerCase().replaceAll(".", "").trim().slice(0, 60);
  const parts = (SHORTHANDS.get(spelled) ?? spelled).split(/ ?\/ ?| per /);
  const [top, bottom] = parts.map((part) => readOne(part.trim().split(/[\s~-]+/)));
  if (!top || parts.length > 2) return null;
  const steps = newSteps();
  const [name, power] = dimensionOf(top.unit.dimension, top.power);
  const factor = powerOfRational(top.unit.factor, BigInt(top.power), steps);
  const dimension = power === 1 ? name : `${name}^${power}`;
  if (parts.length === 1) return factor && { dimension, factor };
  if (!bottom || !factor || name === "money") return null;
  const [below, root] = dimensionOf(bottom.unit.dimension, bottom.power);
  const size = powerOfRational(bottom.unit.factor, BigInt(bottom.power), steps);
  const quotient = size && divideRationals(factor, size, steps);
  return quotient && { dimension: `${dimension}/${below}${root === 1 ? "" : `^${root}`}`, factor: quotient };
}

import { rounding } from "./arithmetic-rounding.ts";
import type { Side } from "./arithmetic-sides.ts";
import type { Link } from "./arithmetic-statements.ts";
import { type Reading, readings } from "./arithmetic-values.ts";
import { convertible, nameIn, scales, unitsDiffer } from "./arithmetic-words.ts";
import type { Steps } from "./steps.ts";
import { asDouble, compareValues, multiply, type Value, whole } from "./value.ts";

/**
 * What a calculation comes to. `why` says what a reader must know besides: how the number was rounded, that the
 * line runs on, why it can't be told. `end` is where the number that was accepted or refused ends.
 */
export type Judgement = {
  readonly outcome: "right" | "wrong" | "unclear";
  readonly expected: Value | null;
  readonly why: string | null;
  readonly end: number;
};

const PLAIN = /^-?\d+(?:\.(\d+))?%?$/;
const THOUSANDS = [1000, 1_000_000];
const DOUBLE_DIGITS = 15;
const ESTIMATE = 0.25;

const relative = (a: Value, b: Value): number => {
  const [x, y] = [asDouble(a)?.value, asDouble(b)?.value];
  if (x === undefined || y === undefined) return Number.POSITIVE_INFINITY;
  return Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), 1e-300);
};

/** A result with a percent sign, against a value without: 25% is 0.25. */
function inPercent(value: Value, steps: Steps): Value {
  return multiply(value, whole(100n), steps) ?? value;
}

type Nearness = "equal" | "rounded" | "cut" | "whole" | "far" | "unclear";
const ORDER: readonly Nearness[] = ["equal", "rounded", "whole", "cut", "unclear", "far"];

/** How near the number spelled `written` comes to `value`. */
function nearness(value: Value, written: Reading, spelling: string, about: boolean, steps: Steps): Nearness {
  const compared = compareValues(value, written.value);
  if (compared !== "different") return compared;
  const plain = PLAIN.exec(spelling);
  if (!plain || written.value.kind !== "exact") return "far";
  const decimals = plain[1]?.length ?? 0;
  const digits = spelling.replace(/\D/g, "").replace(/^0+/, "").length;
  if (digits >= DOUBLE_DIGITS && relative(value, written.value) < 1e-13) return "rounded";
  const percent = written.percent === "part";
  const [target, stated] = percent
    ? [inPercent(value, steps), inPercent(written.value, steps)]
    : [value, written.value];
  if (stated.kind !== "exact") return "far";
  if (decimals === 0) {
    const zeros = about ? (/0*$/.exec(spelling.replace("%", ""))?.[0].length ?? 0) : 0;
    const found = rounding(target, stated.value, -zeros);
    if (found === "far") return "far";
    return about && found === "rounded" ? "rounded" : "whole";
  }
  const found = rounding(target, stated.value, decimals);
  return found === "far" && stated.value.d === 1n && rounding(target, stated.value, 0) !== "far"
    ? "whole"
    : found;
}

type Nearest = { readonly nearness: Nearness; readonly value: Value | null };

/** The reading of the left side that comes nearest to what is written. */
function nearest(left: readonly Reading[], spelling: string, about: boolean, steps: Steps): Nearest {
  let best: Nearest = { nearness: "far", value: left[0]?.value ?? null };
  for (const written of readings(spelling, steps)) {
    for (const { value } of left) {
      const found = nearness(value, written, spelling, about, steps);
      if (ORDER.indexOf(found) < ORDER.indexOf(best.nearness)) best = { nearness: found, value };
    }
  }
  return best;
}

/** Are there words in it by which numbers that differ may still agree? */
function excuse(left: Side, right: Side): string | null {
  const counted = nameIn(right.tail);
  const result = right.units.length > 0 ? right.units : counted === "" ? [] : [counted];
  const all = [...left.units, ...result].slice(0, 20);
  if (all.some(scales)) return "the numbers may count in different units";
  if (left.units.some((unit) => result.some((other) => convertible(unit, other)))) {
    return "the result may be in another unit";
  }
  if (!left.additive && !right.additive) return null;
  if (all.some((unit, at) => all.slice(at + 1).some((other) => unitsDiffer(unit, other)))) {
    return "the numbers count different things";
  }
  const mixed = left.spelling.includes("%") && /\d(?![\d.%])/.test(left.spelling);
  return mixed ? "what the percentage is of isn't said" : null;
}

const countsCents = ({ units, tail }: Side): boolean =>
  [...units, tail].some((unit) => /^(?:cents?|penn(?:y|ies))\b/i.test(unit));

const FRACTION = /^(?:(\d{1,15})\/(\d{1,15})|\\frac\{(\d{1,15})\}\{(\d{1,15})\})$/;

/** `3/4 = 15 students` sets a part of something beside its size, and calculates nothing. */
function isProportion(left: Side, right: Reading | undefined): boolean {
  const found = FRACTION.exec(left.spelling);
  if (!found || !right) return false;
  const [top, bottom] = [Number(found[1] ?? found[3]), Number(found[2] ?? found[4])];
  return top < bottom && Math.abs(asDouble(right.value)?.value ?? 0) >= 1;
}

/** Two numbers that are only set beside each other, and not as the same number: `720 minutes = 12 hours`. */
const onlyBeside = (left: Side, right: Side): boolean =>
  right.operators > 0 ||
  left.units.length > 0 ||
  right.units.length > 0 ||
  right.tail !== "" ||
  /%/.test(left.spelling + right.spelling);

/** Why numbers that are far apart are no mistake: null for no reason, "silent" where nothing was calculated. */
function leniency(link: Link, left: readonly Reading[], right: readonly Reading[]): string | null | "silent" {
  const [a, b] = [left[0], right[0]];
  if (!a || !b) return "it has no value, or one too large to compute";
  if (isProportion(link.left, b)) return "silent";
  if (link.relation === "is" && link.right.operators > 0) return "silent";
  if (link.relation === "is" && (FRACTION.test(link.left.spelling) || (asDouble(a.value)?.value ?? 0) < 0))
    return "silent";
  if (link.otherBase) return "its numbers may be in another base";
  if (link.last && /[-+*^]/.test(link.right.spelling.slice(1))) return "both sides are calculations";
  if (link.left.ambiguous || link.right.ambiguous) return "it can be read in two ways";
  const apart = relative(a.value, b.value);
  const factor = Math.abs(asDouble(b.value)?.value ?? 0) / Math.abs(asDouble(a.value)?.value ?? 1);
  if (THOUSANDS.some((size) => Math.abs(factor / size - 1) < 1e-9)) return "it may be counted in thousands";
  const hundredfold = Math.abs(factor / 100 - 1) < 1e-9 || Math.abs(factor * 100 - 1) < 1e-9;
  if (hundredfold && (countsCents(link.left) || countsCents(link.right)))
    return "the result may be in another unit";
  if (link.relation === "≈" && apart < ESTIMATE) return "it is an estimate";
  const inexact =
    a.value.kind === "approximate" || (link.right.operators > 0 && link.right.spelling.includes("."));
  if (inexact && apart < 0.01) return "it depends on how its numbers were rounded";
  return excuse(link.left, link.right);
}

/** Judges one link; null where its words leave open whether it states a calculation at all. */
export function judgeLink(link: Link, steps: Steps): Judgement | null {
  const { left, right } = link;
  const about = link.relation === "≈";
  const values = readings(left.spelling, steps);
  const { nearness: near, value } = nearest(values, right.spelling, about, steps);
  const judged = (outcome: Judgement["outcome"], why: string | null, end = right.end): Judgement => ({
    outcome,
    expected: value,
    why,
    end,
  });
  if (near === "equal") return judged("right", null);
  for (const cut of left.operators > 0 ? right.cuts : []) {
    const found = nearest(values, cut.spelling, about, steps).nearness;
    if (found === "equal" || found === "rounded")
      return judged("right", "the line runs on from there", cut.end);
  }
  if (near === "rounded") return judged("right", "rounded");
  if (!left.certain || !right.certain) return null;
  const written = readings(right.spelling, steps);
  if (left.operators === 0) {
    const beside =
      onlyBeside(left, right) || nearest(written, left.spelling, about, steps).nearness !== "far";
    return near !== "far" || beside ? null : judged("wrong", null);
  }
  if (near === "whole") return judged("unclear", "rounded to a whole number");
  if (near === "cut") return judged("unclear", "cut off, or rounded the wrong way");
  if (near === "unclear") return judged("unclear", "too close to tell");
  const why = leniency(link, values, written);
  if (why === "silent") return null;
  return why === null ? judged("wrong", null) : judged("unclear", why);
}

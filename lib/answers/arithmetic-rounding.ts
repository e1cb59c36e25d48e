import type { Rational } from "./rational.ts";
import type { Value } from "./value.ts";

/**
 * How a number that is written with `decimals` digits after the point stands to the value it is written for:
 * correctly rounded (a tie may go either way), cut off after its last digit or rounded the wrong way, or neither.
 * Negative `decimals` count the zeros at the end of a whole number.
 */
export type Rounding = "rounded" | "cut" | "far";

const MAX_DECIMALS = 60;

export function rounding(value: Value, written: Rational, decimals: number): Rounding {
  if (Math.abs(decimals) > MAX_DECIMALS) return "far";
  if (value.kind === "approximate") {
    const scale = 10 ** decimals;
    const gap = Math.abs(value.value - Number(written.n) / Number(written.d)) * scale;
    const slack = value.error * scale + 1e-9;
    return gap <= 0.5 + slack ? "rounded" : gap < 1 ? "cut" : "far";
  }
  const { n, d } = value.value;
  const difference = n * written.d - written.n * d;
  const size = difference < 0n ? -difference : difference;
  const power = 10n ** BigInt(Math.abs(decimals));
  const gap = decimals >= 0 ? size * power : size;
  const unit = decimals >= 0 ? d * written.d : d * written.d * power;
  return 2n * gap <= unit ? "rounded" : gap < unit ? "cut" : "far";
}

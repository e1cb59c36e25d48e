import type { Measure } from "./measure.ts";

/** What a text must share with another one to reach a score: at least max(slope · its size + base, floor) parts. */
export interface Needed {
  slope: number;
  base: number;
  floor: number;
}

/** What is short of a bound by less than this may be short by rounding alone. */
export const SLACK = 2 ** -10;

/**
 * What texts must share with a text of `size` parts to reach `score`, as a straight line over their own size, so that
 * thousands are sifted without a division each. It only leaves out: what passes may still fall short by a fraction
 * of a part.
 */
export function neededFor(measure: Measure, score: number, size: number): Needed {
  if (measure === "lcs") return { slope: score, base: 0, floor: score * size };
  const slope = measure === "rouge-l" ? score / 2 : score / (1 + score);
  return { slope, base: slope * size, floor: 0 };
}

/** The smallest size of a text that has as many parts as it must share. */
export function leastSize({ slope, base, floor }: Needed): number {
  return Math.max(floor, slope < 1 ? base / (1 - slope) : 0) - SLACK;
}

import type { ModelStrength } from "../contract/scorers.ts";
import { type Judged, strengthsOf } from "./strengths.ts";

const Z_95 = 1.959963984540054;

/**
 * Models by people's judgements of their paths, the groups with most judgements first, within a group the strongest
 * first. Intervals are normal: strength ± 1.96 standard errors.
 */
export function modelStrengths(results: readonly Judged<string>[]): ModelStrength[] {
  const strengths = strengthsOf(results);
  const judgements = new Map<number, number>();
  for (const { group, wins, ties, losses } of strengths) {
    judgements.set(group, (judgements.get(group) ?? 0) + wins + ties + losses);
  }
  const order = [...judgements].toSorted(([, a], [, b]) => b - a).map(([group]) => group);
  return strengths
    .map(({ key, strength, error, group, wins, ties, losses }) => ({
      model: key,
      strength,
      low: strength - Z_95 * error,
      high: strength + Z_95 * error,
      group: order.indexOf(group),
      wins,
      ties,
      losses,
    }))
    .toSorted((a, b) => a.group - b.group || b.strength - a.strength || (a.model < b.model ? -1 : 1));
}

export type Consensus =
  | { kind: "one"; value: number; probability: number }
  /** Each of `values` is as probable: the labels, weighed by their raters' error rates, don't tell them apart. */
  | { kind: "tie"; values: number[]; probability: number }
  /** The unit has no label. */
  | { kind: "none" };

const SAME = 1e-9;

/**
 * The most probable value of one of `dawidSkene`'s posteriors, by its place from 0. Probabilities within 1e-9 of the
 * highest tie with it, and a tie is told, not broken.
 */
export function weightedConsensus(posterior: readonly number[] | null): Consensus {
  if (!posterior || posterior.length === 0) return { kind: "none" };
  const probability = Math.max(...posterior);
  const values = posterior.flatMap((one, value) => (one >= probability - SAME ? [value] : []));
  const [value] = values;
  return values.length === 1 && value !== undefined
    ? { kind: "one", value, probability }
    : { kind: "tie", values, probability };
}

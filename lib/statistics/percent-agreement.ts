export type PercentAgreement =
  /** A share from 0 to 1, and the number of `units` with two or more values, which it is the mean of. */
  { kind: "defined"; agreement: number; units: number } | { kind: "undefined"; reason: "no_pairs" };

/**
 * The mean over units of the share of pairs of raters that agree; chance is not taken off (Fleiss 1971, P̄). `units`:
 * for each unit its values, missing ones left out; units with fewer than two don't count. Linear in the values.
 */
export function percentAgreement(units: readonly (readonly (string | number)[])[]): PercentAgreement {
  const paired = units.filter((values) => values.length >= 2);
  if (paired.length === 0) return { kind: "undefined", reason: "no_pairs" };
  const sum = paired.reduce((shares, values) => shares + agreeingShare(values), 0);
  return { kind: "defined", agreement: sum / paired.length, units: paired.length };
}

function agreeingShare(values: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>();
  let agreeing = 0;
  for (const value of values) {
    const before = counts.get(value) ?? 0;
    agreeing += before;
    counts.set(value, before + 1);
  }
  return agreeing / ((values.length * (values.length - 1)) / 2);
}

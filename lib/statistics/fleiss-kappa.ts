export type FleissKappa =
  /** `raters` of each unit, and the number of `units`. */
  | { kind: "defined"; kappa: number; raters: number; units: number }
  /** Units with different numbers of ratings; none with two; or all in one category, so that chance explains all. */
  | { kind: "undefined"; reason: "unequal_raters" | "no_pairs" | "one_value" };

/**
 * Fleiss' kappa (Fleiss 1971): agreement beyond chance of a fixed number of ratings of each unit, which needn't be the
 * same raters'. `counts`: for each unit how many raters chose each category; a shorter row has zeros at its end.
 * RangeError for a count that isn't a whole number from 0.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): FleissKappa {
  const sizes = counts.map(total);
  const raters = sizes[0] ?? 0;
  if (sizes.some((size) => size !== raters)) return { kind: "undefined", reason: "unequal_raters" };
  if (raters < 2) return { kind: "undefined", reason: "no_pairs" };
  const categories: number[] = [];
  let agreeing = 0;
  for (const row of counts) {
    for (const [category, count] of row.entries()) {
      categories[category] = (categories[category] ?? 0) + count;
      agreeing += count * (count - 1);
    }
  }
  const units = counts.length;
  if (categories.filter((count) => count > 0).length === 1) return { kind: "undefined", reason: "one_value" };
  const observed = agreeing / (units * raters * (raters - 1));
  const chance = categories.reduce((sum, count) => sum + (count / (units * raters)) ** 2, 0);
  return { kind: "defined", kappa: (observed - chance) / (1 - chance), raters, units };
}

function total(row: readonly number[]): number {
  return row.reduce((sum, count) => {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} isn't a number of raters`);
    return sum + count;
  }, 0);
}

import type { ModelEarning } from "#lib/selection/contract.ts";

/** Different correct ways of reasoning for each problem that a model was asked; null where it was asked none. */
export function waysEach({ distinct, problems }: ModelEarning): number | null {
  return problems === 0 ? null : distinct / problems;
}

/** An amount for each kept path; null where nothing is known or nothing was kept. */
export function perKept(amount: number | null, { kept }: Pick<ModelEarning, "kept">): number | null {
  return amount === null || kept === 0 ? null : amount / kept;
}

const TERA = 1e12;
const tera = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

export function teraflops(flops: number): number {
  return flops / TERA;
}

/** Floating-point operations in units of 10^12. */
export function teraflopsText(flops: number): string {
  return tera.format(teraflops(flops));
}

export interface EarningsSummary {
  mostWays: { model: string; ways: number } | null;
  cheapest: { model: string; flops: number } | null;
  mostUnique: { model: string; unique: number } | null;
}

/** Which model stands out in what; ties to the first by name. */
export function earningsSummary(rows: readonly ModelEarning[]): EarningsSummary {
  const ways = best(rows, waysEach);
  const flops = best(rows, (row) => {
    const each = perKept(row.flops, row);
    return each === null ? null : -each;
  });
  const unique = best(rows, (row) => (row.unique === 0 ? null : row.unique));
  return {
    mostWays: ways && { model: ways.model, ways: ways.value },
    cheapest: flops && { model: flops.model, flops: -flops.value },
    mostUnique: unique && { model: unique.model, unique: unique.value },
  };
}

function best(
  rows: readonly ModelEarning[],
  measure: (row: ModelEarning) => number | null,
): { model: string; value: number } | null {
  let found: { model: string; value: number } | null = null;
  for (const row of rows.toSorted((a, b) => (a.model < b.model ? -1 : 1))) {
    const value = measure(row);
    if (value !== null && (found === null || value > found.value)) found = { model: row.model, value };
  }
  return found;
}

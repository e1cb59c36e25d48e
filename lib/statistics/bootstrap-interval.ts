export interface BootstrapOptions {
  /** Resamples drawn. */
  samples?: number;
  /** Share of resamples that the interval holds, between 0 and 1. */
  level?: number;
  /** Numbers from 0 to below 1; seeded, the interval is the same each time. */
  random: () => number;
}

export type BootstrapInterval =
  /** `defined`: resamples in which the statistic was. */
  | { kind: "defined"; low: number; high: number; defined: number }
  /** There is nothing to draw from; or fewer than half of the resamples had the statistic. */
  | { kind: "undefined"; reason: "no_units" | "mostly_undefined"; defined: number };

/**
 * Percentile bootstrap interval (Efron 1979; Efron & Tibshirani 1993, chapter 13) of a statistic of units, each drawn
 * whole with replacement: a unit with all that belongs to it is a cluster, so what is dependent within it stays
 * together. `statistic` is null, or not finite, where it is undefined; such resamples are left out, and counted.
 * Costs `samples` (1000) statistics. RangeError for a level or a number of samples that can't be.
 */
export function bootstrapInterval<Unit>(
  units: readonly Unit[],
  statistic: (units: readonly Unit[]) => number | null,
  { samples = 1000, level = 0.95, random }: BootstrapOptions,
): BootstrapInterval {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} isn't between 0 and 1`);
  if (!Number.isSafeInteger(samples) || samples < 1)
    throw new RangeError(`${samples} isn't a number of resamples`);
  if (units.length === 0) return { kind: "undefined", reason: "no_units", defined: 0 };
  const found: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const value = statistic(resampled(units, random));
    if (value !== null && Number.isFinite(value)) found.push(value);
  }
  const defined = found.length;
  if (defined * 2 < samples) return { kind: "undefined", reason: "mostly_undefined", defined };
  const sorted = Float64Array.from(found).sort();
  const tail = (1 - level) / 2;
  return { kind: "defined", low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), defined };
}

function resampled<Unit>(units: readonly Unit[], random: () => number): Unit[] {
  // The place is always one of theirs, which a check couldn't tell from a unit that is itself undefined.
  return Array.from(units, () => units[Math.floor(random() * units.length)] as Unit);
}

/** Linear between the two neighbours, as type 7 of Hyndman & Fan 1996. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (place - below) * (high - low);
}

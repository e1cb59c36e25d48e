type Category = string | number;

/** How far two values are from each other: all the same far, by the ranks between them, or by their difference. */
export type Metric = "nominal" | "ordinal" | "interval";

export type Alpha =
  /** `pairable`: values in units with two or more of them; `units`: how many such units there are. */
  | { kind: "defined"; alpha: number; pairable: number; units: number }
  /** No unit has two values; or all pairable values are the same, so that nothing could have disagreed. */
  | { kind: "undefined"; reason: "no_pairs" | "one_value" };

type Counts = ReadonlyMap<Category, number>;

/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"): 1 minus the observed
 * disagreement over the one that chance would give; 1 is perfect, 0 is chance, below 0 is systematic disagreement.
 * `units`: for each unit its values, from any raters in any order, missing ones left out. Ordinal and interval values
 * are finite numbers, else RangeError. Linear in the number of values, besides sorting the different ones.
 */
export function krippendorffAlpha(units: readonly (readonly Category[])[], metric: "nominal"): Alpha;
export function krippendorffAlpha(units: readonly (readonly number[])[], metric: Metric): Alpha;
export function krippendorffAlpha(units: readonly (readonly Category[])[], metric: Metric): Alpha {
  const paired = units.filter((values) => values.length >= 2);
  if (paired.length === 0) return { kind: "undefined", reason: "no_pairs" };
  const all = countsOf(paired);
  const disagreement = disagreementBy(metric, all);
  if (all.size === 1) return { kind: "undefined", reason: "one_value" };
  const pairable = paired.reduce((sum, values) => sum + values.length, 0);
  const observed = paired.reduce(
    (sum, values) => sum + disagreement(countsOf([values])) / (values.length - 1),
    0,
  );
  const expected = disagreement(all) / (pairable - 1);
  return { kind: "defined", alpha: 1 - observed / expected, pairable, units: paired.length };
}

/** The sum of squared distances over all ordered pairs of values, which is what coincidences weigh. */
function disagreementBy(metric: Metric, all: Counts): (counts: Counts) => number {
  if (metric === "nominal") return unequalPairs;
  const places = metric === "ordinal" ? midRanks(all) : withinRange(all);
  return (counts) => squaredDistances(counts, places);
}

function unequalPairs(counts: Counts): number {
  let total = 0;
  let equal = 0;
  for (const count of counts.values()) {
    total += count;
    equal += count * count;
  }
  return total * total - equal;
}

/** Over ordered pairs the squared differences sum to 2 · n · Σ (x − mean)², so pairs needn't be visited. */
function squaredDistances(counts: Counts, places: ReadonlyMap<Category, number>): number {
  let total = 0;
  let sum = 0;
  let origin: number | null = null;
  for (const [value, count] of counts) {
    const place = places.get(value) ?? 0;
    // Measured from the first, equal values have exactly their own mean, and perfect agreement is exactly 1.
    origin ??= place;
    total += count;
    sum += count * (place - origin);
  }
  const mean = (origin ?? 0) + sum / total;
  let squares = 0;
  for (const [value, count] of counts) squares += count * ((places.get(value) ?? 0) - mean) ** 2;
  return 2 * total * squares;
}

/** The ordinal distance of two values, the ranks between their middles, is the difference of their mid-ranks. */
function midRanks(all: Counts): Map<Category, number> {
  const places = new Map<Category, number>();
  let below = 0;
  for (const value of finite(all).toSorted((one, other) => one - other)) {
    const count = all.get(value) ?? 0;
    places.set(value, below + count / 2);
    below += count;
  }
  return places;
}

/** Scaled to 0 to 1, which alpha doesn't notice, the squares of very large and very small values stay finite. */
function withinRange(all: Counts): Map<Category, number> {
  const values = finite(all);
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(most - least)) throw new RangeError("the values lie too far apart");
  return new Map(values.map((value) => [value, (value - least) / (most - least)]));
}

function finite(all: Counts): number[] {
  return Array.from(all.keys(), (value) => {
    if (typeof value !== "number" || !Number.isFinite(value)) throw new RangeError(`${value} has no order`);
    return value;
  });
}

function countsOf(units: readonly (readonly Category[])[]): Map<Category, number> {
  const counts = new Map<Category, number>();
  for (const values of units) for (const value of values) counts.set(value, 1 + (counts.get(value) ?? 0));
  return counts;
}

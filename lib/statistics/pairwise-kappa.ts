import { cohenKappa } from "./kappa.ts";

type Category = string | number;

export interface Rating<Value extends Category> {
  rater: string;
  value: Value;
}

export interface PairKappa {
  a: string;
  b: string;
  /** Units that both rated; at least one. */
  shared: number;
  /** `one_value`: both gave one and the same value throughout, so that chance alone explains all. */
  kappa: { kind: "defined"; kappa: number } | { kind: "undefined"; reason: "one_value" };
}

/**
 * Cohen's kappa (Cohen 1960) of each two raters over the units that both rated; pairs that share none are left out.
 * `units`: for each unit its ratings; where a rater has two in one, the last counts. Raters and pairs come in the order
 * of their first rating. Costs the squares of the numbers of ratings of a unit.
 */
export function pairwiseKappa(units: readonly (readonly Rating<Category>[])[], weights?: "none"): PairKappa[];
export function pairwiseKappa(
  units: readonly (readonly Rating<number>[])[],
  weights: "none" | "quadratic",
): PairKappa[];
export function pairwiseKappa(
  units: readonly (readonly Rating<Category>[])[],
  weights: "none" | "quadratic" = "none",
): PairKappa[] {
  const raters = Array.from(new Set(units.flatMap((ratings) => ratings.map(({ rater }) => rater))));
  const places = new Map(raters.map((rater, place) => [rater, place]));
  const shared = raters.map(() => new Map<number, (readonly [Category, Category])[]>());
  for (const ratings of units) {
    const values = Array.from(
      new Map(ratings.map(({ rater, value }) => [places.get(rater) ?? 0, value])),
    ).toSorted(([one], [other]) => one - other);
    for (const [at, [a, valueA]] of values.entries()) {
      for (const [b, valueB] of values.slice(at + 1)) {
        const pairs = shared[a]?.get(b) ?? [];
        pairs.push([valueA, valueB]);
        shared[a]?.set(b, pairs);
      }
    }
  }
  return shared.flatMap((others, a) =>
    Array.from(others)
      .toSorted(([one], [other]) => one - other)
      .map(([b, pairs]) => {
        const kappa = cohenKappa(pairs, weights);
        return {
          a: raters[a] ?? "",
          b: raters[b] ?? "",
          shared: pairs.length,
          kappa: kappa === null ? { kind: "undefined", reason: "one_value" } : { kind: "defined", kappa },
        };
      }),
  );
}

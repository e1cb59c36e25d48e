import { pairwiseKappa } from "#lib/statistics/pairwise-kappa.ts";
import type { VotedUnit } from "./agreement-figures.ts";
import type { AgreementFigure } from "./contract/agreement.ts";

/** How far two reviewers agree on the units that both have answered. */
export interface ReviewerPair {
  a: string;
  b: string;
  shared: number;
  percent: AgreementFigure;
  cohen: AgreementFigure;
}

const ONE_VALUE = "Both always said the same, so chance alone would agree as well.";

/** Each two reviewers with a unit in common, those with most of them first. */
export function reviewerPairs(units: readonly VotedUnit[]): ReviewerPair[] {
  const same = new Map<string, number>();
  for (const unit of units) {
    for (const [at, one] of unit.entries()) {
      for (const other of unit.slice(at + 1)) {
        if (one.category !== other.category) continue;
        const key = keyOf(one.reviewer, other.reviewer);
        same.set(key, 1 + (same.get(key) ?? 0));
      }
    }
  }
  const ratings = units.map((unit) =>
    unit.map(({ reviewer, category }) => ({ rater: reviewer, value: category })),
  );
  return pairwiseKappa(ratings)
    .map(({ a, b, shared, kappa }): ReviewerPair => {
      const cohen: AgreementFigure =
        kappa.kind === "defined"
          ? { kind: "defined", value: kappa.kappa, low: null, high: null }
          : { kind: "undefined", why: ONE_VALUE };
      const percent = (same.get(keyOf(a, b)) ?? 0) / shared;
      return { a, b, shared, percent: { kind: "defined", value: percent, low: null, high: null }, cohen };
    })
    .toSorted(
      (one, other) => other.shared - one.shared || keyOf(one.a, one.b).localeCompare(keyOf(other.a, other.b)),
    );
}

function keyOf(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

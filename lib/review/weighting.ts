import { type DawidSkene, dawidSkene } from "#lib/statistics/dawid-skene.ts";

/** A standing answer of a queue. */
export interface QueueVote {
  unit: number;
  reviewer: string;
  category: string;
}

export interface Weighting {
  /** Categories of a unit with their probabilities, most probable first; those under one in a thousand are left out. */
  ofUnit(unit: number): { category: string; probability: number }[];
  /** Expected accuracy; null where nobody else has answered the reviewer's units. */
  reliability(reviewer: string): number | null;
}

const LEAST = 0.001;

/**
 * Weighs reviewers by how far they agree with what is probably right, and answers by who gave them (Dawid & Skene 1979;
 * see lib/statistics/dawid-skene.ts).
 */
export function weigh(votes: readonly QueueVote[]): Weighting {
  const [units, reviewers, categories] = [places(), places(), places()];
  const labels = votes.map(({ unit, reviewer, category }) => ({
    unit: units.of(unit),
    rater: reviewers.of(reviewer),
    value: categories.of(category),
  }));
  const counts = { units: units.size(), raters: reviewers.size(), values: categories.size() };
  const fitted: DawidSkene | null = labels.length === 0 ? null : dawidSkene(labels, counts);
  return {
    ofUnit(unit) {
      const at = units.find(unit);
      const posterior = at === null ? null : (fitted?.posteriors[at] ?? null);
      return (posterior ?? [])
        .map((probability, value) => ({ category: String(categories.key(value)), probability }))
        .filter(({ probability }) => probability >= LEAST)
        .toSorted((a, b) => b.probability - a.probability || (a.category < b.category ? -1 : 1));
    },
    reliability(reviewer) {
      const at = reviewers.find(reviewer);
      return at === null ? null : (fitted?.raters[at]?.reliability ?? null);
    },
  };
}

/** Numbers from 0 for keys, in the order of their first appearance. */
function places() {
  const known = new Map<string | number, number>();
  const keys: (string | number)[] = [];
  return {
    of(key: string | number): number {
      const at = known.get(key) ?? keys.push(key) - 1;
      known.set(key, at);
      return at;
    },
    find: (key: string | number) => known.get(key) ?? null,
    key: (at: number) => keys[at] ?? "",
    size: () => keys.length,
  };
}

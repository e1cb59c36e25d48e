import { seededRandom } from "#lib/instructions/random.ts";

/** Two paths to be compared; first < second. */
export interface ComparedPaths {
  first: number;
  second: number;
}

/**
 * Which paths of a problem are compared: around a circle in a seeded order, first each with its neighbour, then with the
 * one after that, and so on, up to `most` pairs. So every path is compared, none much more often than another, and as
 * long as there are pairs enough for a chain each can be set against each through others.
 */
export function comparisonPairs(ids: readonly number[], most: number, seed: number): ComparedPaths[] {
  const order = ids
    .map((id) => ({ id, place: seededRandom(seed, id)() }))
    .toSorted((a, b) => a.place - b.place || a.id - b.id)
    .map(({ id }) => id);
  const pairs = new Map<string, ComparedPaths>();
  for (let step = 1; step <= Math.floor(order.length / 2); step += 1) {
    for (const [at, id] of order.entries()) {
      const other = order[(at + step) % order.length];
      if (other === undefined || other === id) continue;
      const pair = { first: Math.min(id, other), second: Math.max(id, other) };
      if (pairs.size < most) pairs.set(`${pair.first} ${pair.second}`, pair);
    }
  }
  return [...pairs.values()];
}

/** What two answers about one pair come to: with sides swapped they must say the same, else neither is better. */
export function consistentOutcome(
  firstLeft: number,
  firstRight: number,
): { outcome: "a" | "b" | "tie"; consistent: boolean } {
  if (firstLeft !== firstRight) return { outcome: "tie", consistent: false };
  return { outcome: firstLeft > 0 ? "a" : firstLeft < 0 ? "b" : "tie", consistent: true };
}

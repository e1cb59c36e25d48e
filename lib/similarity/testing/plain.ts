/** The definitions without any cleverness: what tests hold the fast ways to, and what the bench measures them by. */
import type { Measure } from "../measure.ts";
import type { Neighbour } from "../similarity-index.ts";

/** Length of the longest common subsequence by the plain dynamic programme, two rows of its table at a time. */
export function plainLcsLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  let above = new Uint32Array(b.length + 1);
  let row = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    const token = a[i];
    for (let j = 0; j < b.length; j += 1) {
      row[j + 1] = token === b[j] ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0);
    }
    [above, row] = [row, above];
  }
  return above[b.length] ?? 0;
}

/** A measure as its textbook has it, of parts that are cut already. */
export function plainScore(measure: Measure, a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (measure === "jaccard-words" || measure === "jaccard-chars") {
    const shared = [...new Set(a)].filter((part) => b.includes(part)).length;
    return shared / new Set([...a, ...b]).size;
  }
  const length = plainLcsLength(a, b);
  return measure === "lcs" ? length / Math.max(a.length, b.length) : (2 * length) / (a.length + b.length);
}

/** The best of all scores, the first of equals, if it reaches `atLeast`. */
export function plainNearest(scores: Iterable<Neighbour>, atLeast: number): Neighbour | null {
  let best: Neighbour | null = null;
  for (const found of scores) if (found.score >= atLeast && found.score > (best?.score ?? -1)) best = found;
  return best;
}

export interface Ranked {
  score: number;
  /** Higher is better; equal ones are not compared. */
  better: number;
}

/**
 * Within each group: of two items of which one is better, how often it has the higher score; ties of the score count
 * half. `accuracy` is null where no two can be compared. Quadratic in a group's size.
 */
export function pairAccuracy(groups: readonly (readonly Ranked[])[]): {
  accuracy: number | null;
  pairs: number;
} {
  let right = 0;
  let pairs = 0;
  for (const group of groups) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        if (one.better === other.better) continue;
        pairs += 1;
        const order = Math.sign(one.better - other.better) * Math.sign(one.score - other.score);
        right += (order + 1) / 2;
      }
    }
  }
  return { accuracy: pairs === 0 ? null : right / pairs, pairs };
}

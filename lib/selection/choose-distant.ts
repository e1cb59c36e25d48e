import type { Distance } from "./distance.ts";

export interface ChooseOptions {
  /** How many to choose, at most. */
  k: number;
  /** No two of the chosen are nearer to each other than this. */
  least: number;
  /** So many candidates or fewer are searched through for the best set. */
  exactUpTo: number;
}

/** A chosen candidate, with the nearest of the chosen that it was measured against. */
export interface Chosen {
  item: number;
  distance: number | null;
  nearest: number | null;
}

/**
 * Chooses mutually distant candidates of 0 … n − 1, which stand in order of preference. Where there is room for all,
 * all stay. Small sets: of all choices, one whose least distance between two is largest (max–min dispersion), then the
 * one with the largest sum, then the first in order. Larger ones: the first candidate, and then again and again the
 * one that is farthest from what is chosen already, ties to the first in order (Gonzalez 1985, at least half as good as
 * the best). That measures each candidate against each chosen one: n · k distances, never all n².
 */
export function chooseDistant(n: number, distance: Distance, options: ChooseOptions): Chosen[] {
  if (n === 0 || options.k === 0) return [];
  if (n <= options.k && options.least === 0) return measured(range(n), distance);
  if (n <= options.exactUpTo) return measured(bestSet(n, distance, options), distance);
  return farthestPoints(n, distance, options);
}

function farthestPoints(n: number, distance: Distance, { k, least }: ChooseOptions): Chosen[] {
  const away = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const nearest = new Int32Array(n).fill(-1);
  const chosen: Chosen[] = [{ item: 0, distance: null, nearest: null }];
  const taken = new Uint8Array(n);
  for (let last = 0; ; ) {
    taken[last] = 1;
    if (chosen.length === k) return chosen;
    let next = -1;
    for (let item = 0; item < n; item += 1) {
      if (taken[item] === 1) continue;
      const found = distance(last, item);
      if (found < (away[item] ?? 0)) {
        away[item] = found;
        nearest[item] = last;
      }
      if (next < 0 || (away[item] ?? 0) > (away[next] ?? 0)) next = item;
    }
    if (next < 0 || (away[next] ?? 0) < least) return chosen;
    chosen.push({ item: next, distance: away[next] ?? 0, nearest: nearest[next] ?? 0 });
    last = next;
  }
}

/** By depth-first search, which leaves a branch as soon as its least distance is below the best one found. */
function bestSet(n: number, distance: Distance, { k, least }: ChooseOptions): number[] {
  const table = range(n).map((a) =>
    range(n).map((b) => (a === b ? 0 : distance(Math.min(a, b), Math.max(a, b)))),
  );
  for (let size = Math.min(k, n); size > 1; size -= 1) {
    const found = bestOfSize(n, size, least, (a, b) => table[a]?.[b] ?? 0);
    if (found) return found;
  }
  return [0];
}

function bestOfSize(n: number, size: number, least: number, distance: Distance): number[] | null {
  const best: { set: number[]; narrow: number; sum: number } = { set: [], narrow: least, sum: -1 };
  const set: number[] = [];
  const grow = (from: number, narrow: number, sum: number): void => {
    if (set.length === size) {
      if (narrow > best.narrow || sum > best.sum) Object.assign(best, { set: [...set], narrow, sum });
      return;
    }
    for (let item = from; item <= n - (size - set.length); item += 1) {
      let narrower = narrow;
      let more = sum;
      for (const other of set) {
        const apart = distance(other, item);
        narrower = Math.min(narrower, apart);
        more += apart;
      }
      if (narrower < best.narrow) continue;
      set.push(item);
      grow(item + 1, narrower, more);
      set.pop();
    }
  };
  grow(0, Number.POSITIVE_INFINITY, 0);
  return best.set.length === 0 ? null : best.set;
}

/** Each of a set beside its nearest other. */
function measured(items: readonly number[], distance: Distance): Chosen[] {
  return items.map((item) => {
    let nearest: number | null = null;
    let away: number | null = null;
    for (const other of items) {
      if (other === item) continue;
      const apart = distance(Math.min(item, other), Math.max(item, other));
      if (away === null || apart < away) {
        away = apart;
        nearest = other;
      }
    }
    return { item, distance: away, nearest };
  });
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, at) => at);
}

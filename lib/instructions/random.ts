import { seeded } from "#lib/statistics/seeded.ts";

/** A source of numbers from 0 up to, and not with, 1. */
export type Random = () => number;

/**
 * A repeatable source: the same for the same numbers, and unlike that of others (mulberry32 by T. Ettinger, on the
 * numbers mixed as in MurmurHash3's finaliser).
 */
export function seededRandom(...seeds: readonly number[]): Random {
  let state = 0x9e3779b9;
  for (const seed of seeds) state = mixed(state ^ mixed(seed));
  return seeded(state);
}

function mixed(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** `count` different members in random order; all of them where there are fewer. */
export function sampleOf<T>(members: readonly T[], count: number, random: Random): T[] {
  // Only the places that were swapped are kept, so that a few of a million cost no copy of them all.
  const swapped = new Map<number, number>();
  const chosen: T[] = [];
  for (let at = 0; at < Math.min(count, members.length); at += 1) {
    const from = at + Math.floor(random() * (members.length - at));
    const member = members[swapped.get(from) ?? from];
    swapped.set(from, swapped.get(at) ?? at);
    if (member !== undefined) chosen.push(member);
  }
  return chosen;
}

import { type Random, sampleOf } from "./random.ts";

/** A problem that may be shown in a prompt. */
export interface Shown {
  id: number;
  subdomain: string | null;
}

export interface Mix {
  /** So many seeds and so many accepted instructions; Self-Instruct shows six and two. */
  seeds: number;
  instructions: number;
}

/** The sub-domain that a slot asks for: each in turn; null where none is named. */
export function subdomainOf(slot: number, subdomains: readonly string[]): string | null {
  return subdomains[slot % Math.max(1, subdomains.length)] ?? null;
}

/**
 * The problems that a prompt shows, in random order: seeds written by people and instructions that were accepted
 * before, more of the former (Y. Wang et al., "Self-Instruct", ACL 2023, section 2.2). Where there are fewer
 * instructions, more seeds are shown in their place. Of a sub-domain that is asked for, up to half of each kind are
 * shown first.
 */
export function promptMix<T extends Shown>(
  pools: { seeds: readonly T[]; instructions: readonly T[] },
  mix: Mix,
  subdomain: string | null,
  random: Random,
): T[] {
  const instructions = drawn(pools.instructions, mix.instructions, subdomain, random);
  const missing = mix.instructions - instructions.length;
  const seeds = drawn(pools.seeds, mix.seeds + missing, subdomain, random);
  const shown = [...seeds, ...instructions];
  return sampleOf(shown, shown.length, random);
}

function drawn<T extends Shown>(
  pool: readonly T[],
  count: number,
  subdomain: string | null,
  random: Random,
): T[] {
  if (subdomain === null) return sampleOf(pool, count, random);
  const fitting = pool.filter((one) => one.subdomain === subdomain);
  const first = sampleOf(fitting, Math.ceil(count / 2), random);
  const taken = new Set(first.map(({ id }) => id));
  // Of a larger pool some come twice at most: as many more than are wanted are enough to choose from.
  const rest = sampleOf(pool, count + first.length, random).filter(({ id }) => !taken.has(id));
  return [...first, ...rest.slice(0, count - first.length)];
}

import type { Measure } from "#lib/similarity/measure.ts";
import { measure, type Nearest } from "./contract.ts";

export interface NeighbourKey {
  problem: number | null;
  candidate: number | null;
  measures: Measure[];
}

/** What is nearest by some measure: each problem or candidate once, those of the first measures first. */
export function neighbourKeys(nearest: Nearest): NeighbourKey[] {
  const keys: NeighbourKey[] = [];
  for (const by of measure.options) {
    const found = nearest[by];
    if (!found) continue;
    const known = keys.find(
      ({ problem, candidate }) => problem === found.problem && candidate === found.candidate,
    );
    if (known) known.measures.push(by);
    else keys.push({ problem: found.problem, candidate: found.candidate, measures: [by] });
  }
  return keys;
}

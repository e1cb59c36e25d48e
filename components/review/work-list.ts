import type { ReviewUnit } from "#lib/review/contract.ts";

/** A vote of this page, newest last, that `u` can take back. */
export interface Vote {
  id: string;
  unit: ReviewUnit;
}

/**
 * The reviewer's work on this page: `units[0]` is on the screen, the others are ready behind it.
 * `exhausted`: the studio had nothing more to give when it was last asked.
 */
export interface WorkList {
  units: readonly ReviewUnit[];
  votes: readonly Vote[];
  exhausted: boolean;
}

export const EMPTY: WorkList = { units: [], votes: [], exhausted: false };

/** How many votes can be taken back. */
export const UNDO_DEPTH = 10;

/** Below this many units ready, more are asked for. */
export const LOW_WATER = 3;

/**
 * Takes in what the studio handed out. Units that are here already, and units voted on here (the vote may still be
 * on its way), are not taken twice. The unit on the screen never changes.
 */
export function received(work: WorkList, units: readonly ReviewUnit[]): WorkList {
  const known = new Set([...work.units, ...work.votes.map((vote) => vote.unit)].map((unit) => unit.unitId));
  const fresh = units.filter((unit) => !known.has(unit.unitId));
  return { ...work, units: [...work.units, ...fresh], exhausted: fresh.length === 0 };
}

/** Moves on to the next unit. */
export function voted(work: WorkList, id: string): WorkList {
  const [unit, ...rest] = work.units;
  if (!unit) return work;
  return { ...work, units: rest, votes: [...work.votes, { id, unit }].slice(-UNDO_DEPTH) };
}

/** Puts the unit of a vote that was taken back on the screen again. */
export function restored(work: WorkList, unit: ReviewUnit): WorkList {
  return {
    ...work,
    units: [unit, ...work.units.filter((other) => other.unitId !== unit.unitId)],
    votes: work.votes.filter((vote) => vote.unit.unitId !== unit.unitId),
  };
}

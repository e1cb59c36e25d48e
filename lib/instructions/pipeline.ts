/** What a run may spend and wants. Costs in dollars. */
export interface Limits {
  /** Accepted candidates. */
  wanted: number;
  /** Problems asked for in a slot. */
  perCall: number;
  /** Slots at most. */
  calls: number;
  /** How many slots may be between the one that is asked and the one that is settled. */
  window: number;
  /** Null: as much as it takes. */
  budget: number | null;
  /** The most that a slot can cost, with the solutions of its problems. */
  ceiling: number;
}

/** What became of a slot when it was settled. */
export interface SlotEnd {
  accepted: number;
  /** Of its request and of the solutions of its candidates. */
  cost: number;
  /** candidates: it gave some, kept or not; unparsed: its reply gave none; failed: the endpoint gave no reply. */
  outcome: "candidates" | "unparsed" | "failed";
}

export type Stop = "wanted" | "budget" | "calls" | "nothing_new" | "failing";

/** How far a run has come: settled slots are 0 to `settled - 1`, asked ones 0 to `asked - 1`. */
export interface Pipeline {
  settled: number;
  asked: number;
  accepted: number;
  cost: number;
  /** Settled slots in a row that gave nothing new, and of these, since the last reply that could be read. */
  barren: number;
  faulty: number;
}

export const FIRST: Pipeline = { settled: 0, asked: 0, accepted: 0, cost: 0, barren: 0, faulty: 0 };

/** After so many slots in a row without a new problem, or without a reply that can be read, a run gives up. */
export const PATIENCE = 20;

/** The state after the next slot in order is settled. */
export function settle(state: Pipeline, end: SlotEnd): Pipeline {
  return {
    ...state,
    settled: state.settled + 1,
    asked: Math.max(state.asked, state.settled + 1),
    accepted: state.accepted + end.accepted,
    cost: state.cost + end.cost,
    barren: end.accepted > 0 ? 0 : state.barren + 1,
    faulty: end.outcome === "candidates" ? 0 : state.faulty + 1,
  };
}

/** Why no further slot may be asked for; null while one may, or while those that are out could still decide. */
export function stopOf(state: Pipeline, limits: Limits): Stop | null {
  if (state.accepted >= limits.wanted) return "wanted";
  if (state.faulty >= PATIENCE) return "failing";
  if (state.barren >= PATIENCE) return "nothing_new";
  if (state.asked > state.settled) return null;
  if (state.asked >= limits.calls) return "calls";
  if (!fitsBudget(state, limits)) return "budget";
  return null;
}

/**
 * May the next slot be asked for? Depends on what is settled and on how many are out, and on nothing else: so the
 * slots that are asked for between two that are settled are the same whatever the clock does and whichever reply
 * comes first, and a run that goes on after a crash asks for the same ones.
 */
export function mayAsk(state: Pipeline, limits: Limits): boolean {
  const out = state.asked - state.settled;
  return (
    out < limits.window &&
    state.asked < limits.calls &&
    state.accepted + out * limits.perCall < limits.wanted &&
    state.faulty < PATIENCE &&
    state.barren < PATIENCE &&
    fitsBudget(state, limits)
  );
}

function fitsBudget({ asked, settled, cost }: Pipeline, { budget, ceiling }: Limits): boolean {
  return budget === null || cost + (asked - settled + 1) * ceiling <= budget;
}

/** The slots that are asked for now, and the state then. */
export function askAll(state: Pipeline, limits: Limits): { slots: number[]; state: Pipeline } {
  const slots: number[] = [];
  let now = state;
  while (mayAsk(now, limits)) {
    slots.push(now.asked);
    now = { ...now, asked: now.asked + 1 };
  }
  return { slots, state: now };
}

/**
 * Where a run is whose settled slots ended so: the state before the next slots are asked for. Which are out depends on
 * all that was settled and in which order, so they are asked for once more in the same way; their calls are recorded.
 */
export function resumed(ends: Iterable<SlotEnd>, limits: Limits): Pipeline {
  let state = FIRST;
  for (const end of ends) state = settle(askAll(state, limits).state, end);
  return state;
}

/** Slots up to, and not with, this one count for the prompt of a slot: they are settled whenever it may be asked. */
export function seenBy(slot: number, { window }: Pick<Limits, "window">): number {
  return Math.max(0, slot - window + 1);
}

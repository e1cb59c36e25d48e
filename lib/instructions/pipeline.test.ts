import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  askAll,
  FIRST,
  type Limits,
  PATIENCE,
  type Pipeline,
  resumed,
  type SlotEnd,
  seenBy,
  settle,
  stopOf,
} from "./pipeline.ts";

const limitsOf = fc.record({
  wanted: fc.integer({ min: 1, max: 60 }),
  perCall: fc.integer({ min: 1, max: 5 }),
  calls: fc.integer({ min: 1, max: 60 }),
  window: fc.integer({ min: 1, max: 8 }),
  budget: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  ceiling: fc.integer({ min: 0, max: 3 }),
});
/** What becomes of each slot, as a model that depends on the slot alone would have it. */
const endsOf = (limits: Limits) =>
  fc.array(
    fc.record({
      accepted: fc.integer({ min: 0, max: limits.perCall }),
      cost: fc.integer({ min: 0, max: limits.ceiling }),
      outcome: fc.constantFrom<SlotEnd["outcome"]>("candidates", "unparsed", "failed"),
    }),
    { minLength: 60, maxLength: 60 },
  );
const worlds = limitsOf.chain((limits) => fc.record({ limits: fc.constant(limits), ends: endsOf(limits) }));

interface Story {
  asked: number[];
  last: Pipeline;
  stop: string | null;
}

/** Plays a run; it is killed, and goes on from what is settled, after as many settled slots as `deaths` names. */
function play(limits: Limits, ends: readonly SlotEnd[], deaths: ReadonlySet<number> = new Set()): Story {
  const asked = new Set<number>();
  const settled: SlotEnd[] = [];
  let state = FIRST;
  for (;;) {
    const next = askAll(state, limits);
    for (const slot of next.slots) asked.add(slot);
    state = next.state;
    const stop = stopOf(state, limits);
    if (state.asked === state.settled)
      return { asked: [...asked].toSorted((a, b) => a - b), last: state, stop };
    const end = ends[state.settled];
    if (!end) throw new Error(`slot ${state.settled} was asked for, and there is none`);
    const honest = { ...end, accepted: end.outcome === "candidates" ? end.accepted : 0 };
    state = settle(state, honest);
    settled.push(honest);
    if (deaths.has(state.settled)) state = resumed(settled, limits);
  }
}

describe("a run's slots", () => {
  test("are the same however often the run dies, and so is its end", () => {
    fc.assert(
      fc.property(worlds, fc.array(fc.nat(60)), ({ limits, ends }, deaths) => {
        expect(play(limits, ends, new Set(deaths))).toEqual(play(limits, ends));
      }),
    );
  });

  test("end for a reason, within calls and budget, and never ask for more than could be wanted", () => {
    fc.assert(
      fc.property(worlds, ({ limits, ends }) => {
        const { asked, last, stop } = play(limits, ends);
        expect(stop).not.toBeNull();
        expect(asked).toEqual(Array.from({ length: last.settled }, (_, slot) => slot));
        expect(last.settled).toBeLessThanOrEqual(limits.calls);
        expect(last.cost).toBeLessThanOrEqual(limits.budget ?? Number.POSITIVE_INFINITY);
        expect(last.accepted).toBeLessThan(limits.wanted + limits.perCall);
      }),
    );
  });

  test("are asked for only when all that their prompts may show is settled", () => {
    fc.assert(
      fc.property(worlds, ({ limits, ends }) => {
        let state = FIRST;
        for (;;) {
          const next = askAll(state, limits);
          for (const slot of next.slots) expect(seenBy(slot, limits)).toBeLessThanOrEqual(state.settled);
          state = next.state;
          const end = ends[state.settled];
          if (state.asked === state.settled || !end) return;
          state = settle(state, end);
        }
      }),
    );
  });
});

test("a run gives up after so many slots without anything new, and says whether replies could be read", () => {
  const limits = { wanted: 10, perCall: 1, calls: 1000, window: 4, budget: null, ceiling: 0 };
  const same = (outcome: SlotEnd["outcome"]) =>
    Array.from({ length: 60 }, () => ({ accepted: 0, cost: 0, outcome }));
  expect(play(limits, same("candidates")).stop).toBe("nothing_new");
  expect(play(limits, same("unparsed")).stop).toBe("failing");
  expect(play(limits, same("failed")).last.settled).toBeLessThan(PATIENCE + limits.window);
});

test("a budget that one slot could exceed starts nothing", () => {
  const limits = { wanted: 10, perCall: 1, calls: 1000, window: 4, budget: 0.5, ceiling: 1 };
  expect(play(limits, [])).toMatchObject({ asked: [], stop: "budget" });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReviewUnit } from "#lib/review/contract.ts";
import { EMPTY, received, restored, UNDO_DEPTH, voted, type WorkList } from "./work-list.ts";

function unit(unitId: number): ReviewUnit {
  return {
    unitId,
    kind: "pair",
    problemId: unitId,
    problemVersion: 1,
    problemText: `problem ${unitId}`,
    referenceAnswer: null,
    paths: [],
    draft: null,
    leaseUntil: "2026-01-01T00:00:00.000Z",
  };
}

type Step = { kind: "receive"; pairs: number[] } | { kind: "vote" } | { kind: "undo" };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("receive" as const),
      pairs: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant("vote" as const) }),
    fc.record({ kind: fc.constant("undo" as const) }),
  ),
  { maxLength: 40 },
);

function run(all: Step[], check: (before: WorkList, after: WorkList, step: Step) => void): void {
  let work = EMPTY;
  for (const [index, step] of all.entries()) {
    const before = work;
    if (step.kind === "receive")
      work = received(work, step.pairs.filter((p, i, a) => a.indexOf(p) === i).map(unit));
    if (step.kind === "vote") work = voted(work, `vote-${index}`);
    const last = work.votes.at(-1);
    if (step.kind === "undo" && last) work = restored(work, last.unit);
    check(before, work, step);
  }
}

test("no pair is ever on the list twice, nor both on the list and voted on", () => {
  fc.assert(
    fc.property(steps, (all) =>
      run(all, (_before, after) => {
        const pairs = [...after.units, ...after.votes.map((vote) => vote.unit)].map((each) => each.unitId);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(after.votes.length).toBeLessThanOrEqual(UNDO_DEPTH);
      }),
    ),
  );
});

test("receiving more never changes what is on the screen", () => {
  fc.assert(
    fc.property(steps, (all) =>
      run(all, (before, after, step) => {
        if (step.kind === "receive" && before.units[0]) expect(after.units[0]).toEqual(before.units[0]);
      }),
    ),
  );
});

test("taking a vote back right away shows the same pair again, with the rest unchanged", () => {
  const work = received(EMPTY, [unit(1), unit(2), unit(3)]);
  const after = voted(work, "x");
  expect(after.units[0]?.unitId).toBe(2);
  expect(restored(after, unit(1)).units.map((each) => each.unitId)).toEqual([1, 2, 3]);
});

test("the list knows that nothing more is to be had when all that came was known", () => {
  const work = received(EMPTY, [unit(1)]);
  expect(work.exhausted).toBe(false);
  expect(received(work, [unit(1)]).exhausted).toBe(true);
  expect(received(work, [unit(1), unit(2)]).exhausted).toBe(false);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { throughput } from "./throughput.ts";

test("no answer is lost, and each day follows the one before", () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((at) => new Date(86_400_000 * (20_000 + at)).toISOString().slice(0, 10));
  const days = fc.array(fc.record({ day, answers: fc.integer({ min: 1, max: 500 }) }));
  fc.assert(
    fc.property(fc.array(fc.record({ days })), (reviewers) => {
      const found = throughput(reviewers);
      const all = reviewers.flatMap((one) => one.days).reduce((sum, { answers }) => sum + answers, 0);
      expect(found.reduce((sum, { answers }) => sum + answers, 0)).toBe(all);
      for (const [at, one] of found.entries()) {
        const before = found[at - 1];
        if (before) expect(Date.parse(one.day) - Date.parse(before.day)).toBe(86_400_000);
      }
    }),
  );
});

test("a day between two others on which nobody answered counts none", () => {
  expect(
    throughput([
      { days: [{ day: "2026-02-27", answers: 3 }] },
      {
        days: [
          { day: "2026-03-01", answers: 2 },
          { day: "2026-02-27", answers: 1 },
        ],
      },
    ]),
  ).toEqual([
    { day: "2026-02-27", answers: 4 },
    { day: "2026-02-28", answers: 0 },
    { day: "2026-03-01", answers: 2 },
  ]);
});

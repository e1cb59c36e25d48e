import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pacePerHour } from "./pace.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Moments with these gaps between them, in milliseconds. */
function timesWith(gaps: readonly number[], start = 0): number[] {
  const times = [start];
  for (const gap of gaps) times.push((times.at(-1) ?? start) + gap);
  return times;
}

const workGap = fc.integer({ min: 1000, max: 10 * MINUTE });

describe("pacePerHour", () => {
  test("is null before the third judgement", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e12 }), { maxLength: 2 }), (times) => {
        expect(pacePerHour(times)).toBeNull();
      }),
    );
  });

  test("of an even rhythm is that rhythm", () => {
    fc.assert(
      fc.property(workGap, fc.integer({ min: 2, max: 300 }), (gap, judgements) => {
        expect(pacePerHour(timesWith(Array.from({ length: judgements }, () => gap)))).toBeCloseTo(
          HOUR / gap,
          6,
        );
      }),
    );
  });

  test("lies between the paces of the slowest and the fastest judgement", () => {
    fc.assert(
      fc.property(fc.array(workGap, { minLength: 2, maxLength: 100 }), (gaps) => {
        const pace = pacePerHour(timesWith(gaps)) ?? Number.NaN;
        expect(pace).toBeGreaterThanOrEqual(HOUR / Math.max(...gaps) - 1e-9);
        expect(pace).toBeLessThanOrEqual(HOUR / Math.min(...gaps) + 1e-9);
      }),
    );
  });

  test("needs no order and no zero point", () => {
    const shuffled = fc
      .array(workGap, { minLength: 2, maxLength: 40 })
      .map((gaps) => timesWith(gaps))
      .chain((times) =>
        fc.tuple(fc.constant(times), fc.shuffledSubarray(times, { minLength: times.length })),
      );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 1e12 }), ([times, mixed], shift) => {
        expect(pacePerHour(mixed.map((time) => time + shift))).toBe(pacePerHour(times));
      }),
    );
  });

  test("doesn't count breaks, however long or many", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.array(workGap, { minLength: 1, maxLength: 3 }),
            fc.integer({ min: 10 * MINUTE + 1, max: 1e9 }),
          ),
          {
            minLength: 2,
            maxLength: 3,
          },
        ),
        (spells) => {
          const withBreaks = spells.flatMap(([gaps, pause]) => [...gaps, pause]);
          const without = spells.flatMap(([gaps]) => gaps);
          expect(pacePerHour(timesWith(withBreaks))).toBe(pacePerHour(timesWith(without)));
        },
      ),
    );
  });

  test("looks back over one hour of work and no further", () => {
    const slowThenFast = [
      ...Array.from({ length: 20 }, () => 9 * MINUTE),
      ...Array.from({ length: 60 }, () => MINUTE),
    ];
    expect(pacePerHour(timesWith(slowThenFast))).toBe(60);
  });

  test("is null where every judgement follows a break, or all came at one moment", () => {
    expect(pacePerHour(timesWith([HOUR, HOUR, HOUR]))).toBeNull();
    expect(pacePerHour([5, 5, 5])).toBeNull();
  });
});

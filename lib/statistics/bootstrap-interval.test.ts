import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapInterval } from "./bootstrap-interval.ts";
import { seeded } from "./seeded.ts";

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("the interval", () => {
  test("lies within the units' range, holds less at a lower level, and is the same for the same seed", () => {
    const units = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(units, fc.integer(), (values, seed) => {
        const at = (level: number) =>
          bootstrapInterval(values, mean, { samples: 60, level, random: seeded(seed) });
        const [wide, narrow] = [at(0.95), at(0.5)];
        if (wide.kind !== "defined" || narrow.kind !== "defined") throw new Error("a mean is always defined");
        expect(at(0.95)).toEqual(wide);
        expect(wide.defined).toBe(60);
        expect(wide.low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(narrow.low).toBeLessThanOrEqual(narrow.high);
        expect(narrow.high).toBeLessThanOrEqual(wide.high);
        expect(wide.high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });

  test("of a mean holds the true one about as often as its level says", () => {
    const random = seeded(17);
    let held = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const values = Array.from({ length: 40 }, random);
      const found = bootstrapInterval(values, mean, { samples: 400, level: 0.9, random });
      held += found.kind === "defined" && found.low <= 0.5 && 0.5 <= found.high ? 1 : 0;
    }
    expect(held / 200).toBeGreaterThan(0.83);
    expect(held / 200).toBeLessThan(0.96);
  });

  test("is wider where the values come in clusters that are alike within", () => {
    const random = seeded(4);
    const clusters = Array.from({ length: 12 }, () => {
      const shared = random();
      return Array.from({ length: 10 }, () => shared);
    });
    const width = (found: ReturnType<typeof bootstrapInterval>) =>
      found.kind === "defined" ? found.high - found.low : Number.NaN;
    const whole = bootstrapInterval(clusters, (drawn) => mean(drawn.flat()), { random: seeded(1) });
    const loose = bootstrapInterval(clusters.flat(), mean, { random: seeded(1) });
    expect(width(whole)).toBeGreaterThan(2 * width(loose));
  });
});

// Drawn by the same Mulberry32 in Python, means and numpy.quantile by numpy 2.4.6 from PyPI.
test("numpy gives the same interval of a mean of 25 random values, at 95 and at 80 %", () => {
  const draw = seeded(3);
  const values = Array.from({ length: 25 }, () => draw() ** 2 * 10);
  const at = (level: number) => bootstrapInterval(values, mean, { samples: 500, level, random: seeded(8) });
  expect(at(0.95)).toMatchObject({
    low: expect.closeTo(2.0018094492, 9),
    high: expect.closeTo(3.9287193833, 9),
  });
  expect(at(0.8)).toMatchObject({
    low: expect.closeTo(2.3076634655, 9),
    high: expect.closeTo(3.7205545511, 9),
  });
});

test("resamples without the statistic are left out, and beyond half of them it is undefined", () => {
  const every = (turns: number) => {
    let turn = 0;
    return () => {
      turn += 1;
      return turn % turns === 0 ? turn : null;
    };
  };
  const options = { samples: 100, random: seeded(2) };
  expect(bootstrapInterval([1, 2], every(2), options)).toMatchObject({ kind: "defined", defined: 50 });
  expect(bootstrapInterval([1, 2], every(3), options)).toEqual({
    kind: "undefined",
    reason: "mostly_undefined",
    defined: 33,
  });
  expect(bootstrapInterval([1], () => Number.NaN, options)).toMatchObject({ defined: 0 });
  expect(bootstrapInterval([], () => 1, options)).toEqual({
    kind: "undefined",
    reason: "no_units",
    defined: 0,
  });
});

test("a level or a number of resamples that can't be is refused", () => {
  const random = seeded(1);
  for (const level of [0, 1, 95, Number.NaN]) {
    expect(() => bootstrapInterval([1], mean, { level, random })).toThrow(RangeError);
  }
  expect(() => bootstrapInterval([1], mean, { samples: 0, random })).toThrow(RangeError);
});

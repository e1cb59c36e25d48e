import fc from "fast-check";
import { expect, test } from "vitest";
import type { Template } from "../contract/variation.ts";
import { seededRandom } from "../random.ts";
import { sampleValues } from "./sample-values.ts";

interface Part {
  min: number;
  max: number;
  step?: number;
  varies?: boolean;
  value?: number;
}

function templateWith(parts: readonly Part[], constraints: string[] = []): Template {
  const parameters = parts.map(({ min, max, step = 1, varies = true, value = min }, at) => ({
    name: `p${at}`,
    value,
    varies,
    min,
    max,
    step,
    statement: [{ start: at, end: at + 1 }],
    program: [{ start: at, end: at + 1 }],
    scale: 1,
  }));
  return { statement: "", program: "", parameters, constraints };
}

const all = (template: Template, seed = 1) => [...sampleValues(template, seededRandom(seed))];

const part = fc
  .record({
    min: fc.integer({ min: 0, max: 20 }),
    count: fc.integer({ min: 0, max: 6 }),
    step: fc.constantFrom(0.05, 0.5, 1, 5),
    varies: fc.boolean(),
  })
  .map(({ min, count, step, varies }) => ({ min, max: min + count * step, step, varies }));

test("gives each other combination once, within the ranges, and ends", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat(), (parts, seed) => {
      const found = all(templateWith(parts), seed);
      const size = parts.reduce(
        (n, { min, max, step, varies }) => n * (varies ? Math.round((max - min) / step) + 1 : 1),
        1,
      );
      expect(found).toHaveLength(size - 1);
      expect(new Set(found.map((values) => JSON.stringify(values))).size).toBe(found.length);
      for (const values of found) {
        for (const [at, { min, max, varies }] of parts.entries()) {
          const value = values[`p${at}`] ?? -1;
          expect(varies ? value >= min && value <= max + 1e-9 : value === min).toBe(true);
          expect(String(value).length).toBeLessThan(8);
        }
      }
    }),
  );
});

test("is the same for the same random numbers, and another for others", () => {
  const template = templateWith([
    { min: 1, max: 50 },
    { min: 1, max: 50 },
  ]);
  expect(all(template, 3).slice(0, 20)).toEqual(all(template, 3).slice(0, 20));
  expect(all(template, 3).slice(0, 20)).not.toEqual(all(template, 4).slice(0, 20));
});

test("keeps to the constraints, also in a space too large to list", () => {
  const wide = { min: 1, max: 1_000_000 };
  const found = sampleValues(templateWith([wide, wide], ["p0 < p1", "p0 % 2 == 0"]), seededRandom(1)).take(
    200,
  );
  for (const { p0 = 1, p1 = 0 } of found) {
    expect(p0 < p1 && p0 % 2 === 0).toBe(true);
  }
  expect(
    all(
      templateWith(
        [
          { min: 1, max: 9 },
          { min: 1, max: 9 },
        ],
        ["p0 + p1 == 10"],
      ),
    ),
  ).toHaveLength(9);
});

test("ends where nothing is left: no values fit, or none can be found, or a constraint can't be read", () => {
  const wide = { min: 1, max: 1_000_000 };
  expect(all(templateWith([{ min: 1, max: 9 }], ["p0 > 9"]))).toEqual([]);
  expect(all(templateWith([wide, wide], ["p0 > 1000001"]))).toEqual([]);
  expect(all(templateWith([{ min: 1, max: 9 }], ["nonsense"]))).toEqual([]);
  expect(all(templateWith([{ min: 9, max: 1 }]))).toEqual([]);
  expect(all(templateWith([{ min: 4, max: 4 }]))).toEqual([]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bradleyTerry, outcomeChances, type Result } from "./bradley-terry.ts";

const ITEMS = 5;
const result: fc.Arbitrary<Result> = fc
  .record({
    a: fc.integer({ min: 0, max: ITEMS - 1 }),
    gap: fc.integer({ min: 1, max: ITEMS - 1 }),
    outcome: fc.constantFrom("a" as const, "b" as const, "tie" as const),
  })
  .map(({ a, gap, outcome }) => ({ a, b: (a + gap) % ITEMS, outcome }));

const turned = { a: "b", b: "a", tie: "tie" } as const;

describe("strengths", () => {
  test("are finite, sum to 0 within a component, and don't depend on order or sides", () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 30 }), (results) => {
        const one = bradleyTerry(ITEMS, results);
        const other = bradleyTerry(
          ITEMS,
          results.toReversed().map(({ a, b, outcome }) => ({ a: b, b: a, outcome: turned[outcome] })),
        );
        expect(one.converged).toBe(true);
        for (const root of new Set(one.components)) {
          const sum = one.strengths.reduce((s, x, at) => (one.components[at] === root ? s + x : s), 0);
          expect(sum).toBeCloseTo(0, 8);
        }
        one.strengths.forEach((strength, at) => {
          expect(Number.isFinite(strength)).toBe(true);
          expect(strength).toBeCloseTo(other.strengths[at] ?? Number.NaN, 5);
          expect(one.errors[at]).toBeGreaterThan(0);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("keep apart what was never compared, also through others", () => {
    const { components } = bradleyTerry(5, [
      { a: 3, b: 1, outcome: "a" },
      { a: 1, b: 4, outcome: "tie" },
    ]);
    expect(components).toEqual([0, 1, 2, 1, 1]);
  });

  test("more results in the same proportion give smaller errors", () => {
    const few: Result[] = [
      { a: 0, b: 1, outcome: "a" },
      { a: 0, b: 1, outcome: "b" },
      { a: 0, b: 1, outcome: "a" },
    ];
    const many = few.map((one) => ({ ...one, weight: 50 }));
    expect(bradleyTerry(2, many).errors[0] ?? 1).toBeLessThan((bradleyTerry(2, few).errors[0] ?? 0) / 1.5);
  });

  test("of two items alone give back the observed odds when the prior is next to nothing", () => {
    const results: Result[] = [
      { a: 0, b: 1, outcome: "a", weight: 60 },
      { a: 0, b: 1, outcome: "b", weight: 20 },
      { a: 0, b: 1, outcome: "tie", weight: 20 },
    ];
    const { strengths, tie } = bradleyTerry(2, results, { prior: 1e-9 });
    const chances = outcomeChances((strengths[0] ?? 0) - (strengths[1] ?? 0), tie);
    expect(chances.a).toBeCloseTo(0.6, 4);
    expect(chances.b).toBeCloseTo(0.2, 4);
    expect(chances.tie).toBeCloseTo(0.2, 4);
  });
});

// Agresti 2002, Categorical Data Analysis, table 10.10: American League baseball in 1987; wins of the row's team.
test("the published strengths of seven baseball teams come out", () => {
  const wins = [
    [0, 7, 9, 7, 7, 9, 11],
    [6, 0, 7, 5, 11, 9, 9],
    [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10],
    [6, 2, 6, 7, 0, 7, 12],
    [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
  ];
  const results = wins.flatMap((row, a) =>
    row.flatMap((weight, b): Result[] => (weight === 0 ? [] : [{ a, b, outcome: "a", weight }])),
  );
  const { strengths } = bradleyTerry(7, results, { prior: 1e-8 });
  const baltimore = strengths[6] ?? 0;
  const published = [1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0];
  strengths.forEach((strength, at) => {
    expect(strength - baltimore).toBeCloseTo(published[at] ?? Number.NaN, 1);
  });
});

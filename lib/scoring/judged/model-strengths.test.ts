import fc from "fast-check";
import { expect, test } from "vitest";
import { modelStrength } from "../contract/scorers.ts";
import { modelStrengths } from "./model-strengths.ts";

const judged = fc.record({
  first: fc.constantFrom("a", "b", "c", "d", "e"),
  second: fc.constantFrom("a", "b", "c", "d", "e"),
  outcome: fc.constantFrom("first" as const, "second" as const, "tie" as const),
  count: fc.integer({ min: 1, max: 20 }),
});

test("each model once, group by group from the strongest down, each strength within its interval", () => {
  fc.assert(
    fc.property(fc.array(judged, { maxLength: 12 }), (results) => {
      const found = modelStrengths(results);
      const models = results.flatMap(({ first, second }) => (first === second ? [] : [first, second]));
      expect(found.map(({ model }) => model).toSorted()).toEqual([...new Set(models)].toSorted());
      for (const [at, row] of found.entries()) {
        expect(modelStrength.parse(row)).toEqual(row);
        expect(row.low).toBeLessThan(row.strength);
        expect(row.high).toBeGreaterThan(row.strength);
        const before = found[at - 1];
        if (!before) expect(row.group).toBe(0);
        else if (before.group === row.group) expect(before.strength).toBeGreaterThanOrEqual(row.strength);
        else expect(row.group).toBe(before.group + 1);
      }
    }),
  );
});

test("the group that was judged most comes first", () => {
  const found = modelStrengths([
    { first: "few", second: "fewer", outcome: "first", count: 1 },
    { first: "many", second: "most", outcome: "second", count: 9 },
  ]);
  expect(found.map(({ model, group }) => [model, group])).toEqual([
    ["most", 0],
    ["many", 0],
    ["few", 1],
    ["fewer", 1],
  ]);
});

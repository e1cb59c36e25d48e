import fc from "fast-check";
import { expect, test } from "vitest";
import { setupsOf, slotsOfModel } from "./sample-slots.ts";

const request = fc.record({
  models: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
  kinds: fc.array(fc.constantFrom("cot" as const, "pot" as const, "mixed" as const), {
    minLength: 1,
    maxLength: 3,
  }),
  temperatures: fc.array(fc.constantFrom(null, 0, 0.7), { minLength: 1, maxLength: 3 }),
});

test("the models' slots together are all numbers from 0 on, each once", () => {
  fc.assert(
    fc.property(request, fc.nat(5), fc.integer({ min: 1, max: 4 }), (asked, problems, k) => {
      const setups = setupsOf(asked);
      const all = [...new Set(asked.models)].flatMap((model) => [
        ...slotsOfModel(model, { problems, setups, k }),
      ]);
      const numbers = all.map(({ slot }) => slot).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: problems * setups.length * k }, (_, at) => at));
    }),
  );
});

test("a model's slots come in order, and are of that model", () => {
  const setups = setupsOf({ models: [7, 9], kinds: ["cot", "mixed"], temperatures: [0.5, 0.5] });
  expect(setups).toHaveLength(4);
  const slots = [...slotsOfModel(9, { problems: 2, setups, k: 2 })];
  expect(slots.map(({ slot }) => slot)).toEqual([4, 5, 6, 7, 12, 13, 14, 15]);
  expect(slots.every(({ setup }) => setups[setup]?.model === 9)).toBe(true);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "#lib/statistics/seeded.ts";
import { foldsOf } from "./folds.ts";

const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 200 });

test("every text is tried in exactly one fold, and learnt from in the others", () => {
  fc.assert(
    fc.property(labels, fc.integer(), (of, seed) => {
      const folds = foldsOf(of, seeded(seed));
      const all = [...of.keys()];
      for (const { seen, unseen } of folds)
        expect([...seen, ...unseen].toSorted((a, b) => a - b)).toEqual(all);
      expect(folds.flatMap(({ unseen }) => unseen).toSorted((a, b) => a - b)).toEqual(all);
    }),
  );
});

test("each class is dealt out evenly", () => {
  fc.assert(
    fc.property(labels, fc.integer(), (of, seed) => {
      for (const label of new Set(of)) {
        const size = of.filter((one) => one === label).length;
        for (const { unseen } of foldsOf(of, seeded(seed))) {
          const tried = unseen.filter((at) => of[at] === label).length;
          expect(Math.abs(tried - size / 5)).toBeLessThan(1);
        }
      }
    }),
  );
});

test("of many texts one fifth is tried once", () => {
  const folds = foldsOf(
    Array.from({ length: 5000 }, (_, at) => at % 7),
    seeded(1),
  );
  expect(folds.map(({ unseen }) => unseen.length)).toEqual([1000]);
});

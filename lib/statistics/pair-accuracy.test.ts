import fc from "fast-check";
import { expect, test } from "vitest";
import { auc } from "./auc.ts";
import { pairAccuracy } from "./pair-accuracy.ts";

test("for one group of two classes it is the area under the ROC curve", () => {
  const rows = fc.array(fc.record({ score: fc.integer({ min: 0, max: 5 }), good: fc.boolean() }));
  fc.assert(
    fc.property(rows, (items) => {
      const { accuracy, pairs } = pairAccuracy([
        items.map(({ score, good }) => ({ score, better: good ? 1 : 0 })),
      ]);
      const area = auc(
        items.map(({ score }) => score),
        items.map(({ good }) => good),
      );
      const good = items.filter((item) => item.good).length;
      expect(pairs).toBe(good * (items.length - good));
      expect(accuracy).toEqual(area === null ? null : expect.closeTo(area, 10));
    }),
  );
});

test("items of different groups are never compared", () => {
  const low = [
    { score: 1, better: 1 },
    { score: 0, better: 0 },
  ];
  const high = low.map(({ score, better }) => ({ score: score + 100, better: better - 100 }));
  expect(pairAccuracy([low, high])).toEqual({ accuracy: 1, pairs: 2 });
  expect(pairAccuracy([[...low, ...high]])).toEqual({ accuracy: 2 / 6, pairs: 6 });
});

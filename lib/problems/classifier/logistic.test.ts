import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "#lib/statistics/seeded.ts";
import { type Labelled, logits, softmax, trainLogistic } from "./logistic.ts";

const point = (feature: number) => ({ features: Uint32Array.of(feature), weights: Float32Array.of(1) });

function train(examples: Labelled[], shape: { classes: number; dimensions: number; epochs: number }) {
  const steps = trainLogistic(examples, shape, seeded(1));
  let taken = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) taken += 1;
  return { model: step.value, taken };
}

test("probabilities are positive, add up to 1, keep the order of their logits, and level out as it gets hotter", () => {
  const scores = fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(scores, fc.double({ min: 1, max: 20, noNaN: true }), (of, temperature) => {
      const shares = softmax(Float64Array.from(of), temperature);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      for (const [a, one] of of.entries())
        for (const [b, other] of of.entries())
          if (one > other) expect(shares[a]).toBeGreaterThanOrEqual(shares[b] ?? 1);
      expect(Math.max(...shares)).toBeLessThanOrEqual(Math.max(...softmax(Float64Array.from(of))) + 1e-12);
    }),
  );
});

test("each class learns the feature that only it has", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), (classes) => {
      const examples = Array.from({ length: classes * 10 }, (_, at) => ({
        vector: point(at % classes),
        label: at % classes,
      }));
      const { model } = train(examples, { classes, dimensions: classes, epochs: 10 });
      for (let label = 0; label < classes; label += 1) {
        const shares = softmax(logits(model, point(label)));
        expect(shares.indexOf(Math.max(...shares))).toBe(label);
      }
    }),
    { numRuns: 20 },
  );
});

test("training can be interrupted after each example of each epoch", () => {
  const examples = [0, 1, 0].map((label) => ({ vector: point(label), label }));
  expect(train(examples, { classes: 2, dimensions: 2, epochs: 4 }).taken).toBe(12);
});

test("features that were never seen leave the shares of the classes", () => {
  const examples = [0, 0, 0, 1].map((label) => ({ vector: point(label), label }));
  const { model } = train(examples, { classes: 2, dimensions: 3, epochs: 50 });
  const shares = softmax(logits(model, point(2)));
  expect(shares[0]).toBeGreaterThan(0.5);
});

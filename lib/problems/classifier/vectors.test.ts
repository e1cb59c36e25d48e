import fc from "fast-check";
import { expect, test } from "vitest";
import { featuresOf } from "./features.ts";
import { telling, vectorOf } from "./vectors.ts";

const DIMENSIONS = 2 ** 12;

function tellingOf(texts: readonly string[]): Float32Array {
  const steps = telling(
    texts.map((text) => featuresOf(text, DIMENSIONS)),
    DIMENSIONS,
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const texts = fc.array(fc.constantFrom("triangle", "prime", "find", "the", "\\int"), {
  minLength: 1,
  maxLength: 8,
});

test("a vector has length 1, or no features where nothing is known of the text", () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 10 }), texts, (known, text) => {
      const tellings = tellingOf(known.map((words) => words.join(" ")));
      const { features, weights } = vectorOf(featuresOf(text.join(" "), DIMENSIONS), tellings);
      const length = weights.reduce((sum, weight) => sum + weight * weight, 0);
      expect(length).toBeCloseTo(features.length === 0 ? 0 : 1, 4);
    }),
  );
});

test("a feature of a single text tells nothing, and a rarer one more than a common one", () => {
  const [common, rare, single] = ["+", "=", "<"].map(
    (sign) => featuresOf(sign, DIMENSIONS).features[0] ?? -1,
  );
  const tellings = tellingOf(["+", "+", "+ <", "+ =", "+ ="]);
  expect(tellings[single ?? -1]).toBe(0);
  expect(tellings[rare ?? -1]).toBeGreaterThan(tellings[common ?? -1] ?? Number.POSITIVE_INFINITY);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { dawidSkene } from "./dawid-skene.ts";
import { weightedConsensus } from "./weighted-consensus.ts";

test("no value is more probable than what it names, and all that are as probable are named with it", () => {
  const posterior = fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => {
      const sum = weights.reduce((all, weight) => all + weight, 0);
      return weights.map((weight) => weight / sum);
    });
  fc.assert(
    fc.property(posterior, (probabilities) => {
      const found = weightedConsensus(probabilities);
      if (found.kind === "none") throw new Error("there are values");
      const winners = found.kind === "one" ? [found.value] : found.values;
      expect(found.kind === "tie").toBe(winners.length > 1);
      for (const [value, probability] of probabilities.entries()) {
        expect(probability).toBeLessThanOrEqual(found.probability);
        expect(winners.includes(value)).toBe(probability === found.probability);
      }
    }),
  );
});

test("two raters who only ever contradict each other tie, and a unit without labels has no consensus", () => {
  const opposed = [
    { unit: 0, rater: 0, value: 0 },
    { unit: 0, rater: 1, value: 2 },
  ];
  const { posteriors, converged } = dawidSkene(opposed, { units: 2, raters: 3, values: 3 });
  expect(converged).toBe(true);
  expect(weightedConsensus(posteriors[0] ?? null)).toMatchObject({ kind: "tie", values: [0, 2] });
  expect(weightedConsensus(posteriors[1] ?? null)).toEqual({ kind: "none" });
  expect(weightedConsensus([0.2, 0.5, 0.3])).toEqual({ kind: "one", value: 1, probability: 0.5 });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { featuresOf } from "./features.ts";

const text = fc.string({ unit: "grapheme", maxLength: 200 });

test("each feature is named once, below the number of dimensions, with a positive amount", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 2 ** 18 }), (of, dimensions) => {
      const { features, amounts } = featuresOf(of, dimensions);
      expect(features.length).toBe(amounts.length);
      expect(new Set(features).size).toBe(features.length);
      expect(features.every((feature) => feature < dimensions)).toBe(true);
      expect(amounts.every((amount) => amount > 0)).toBe(true);
    }),
  );
});

test("what is said twice counts twice", () => {
  const amounts = (of: string) => featuresOf(of, 2 ** 18).amounts.toSorted();
  expect(Array.from(amounts("12"))).toEqual([1]);
  expect(Array.from(amounts("12 12"))).toEqual([1, 2]);
});

test("words of one stem share runs of letters, words of different ones hardly any", () => {
  const shared = (a: string, b: string) => {
    const of = new Set(featuresOf(a, 2 ** 18).features);
    return featuresOf(b, 2 ** 18).features.filter((feature) => of.has(feature)).length;
  };
  expect(shared("integral", "integrals")).toBeGreaterThan(10);
  expect(shared("integral", "circle")).toBe(0);
});

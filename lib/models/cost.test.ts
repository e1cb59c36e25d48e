import fc from "fast-check";
import { expect, test } from "vitest";
import { ceilingOf, costOf, estimateTokens } from "./cost.ts";

const price = fc.double({ min: 0, max: 1e6, noNaN: true });
const prices = fc.record({ inputPrice: price, outputPrice: price });
const count = fc.nat(1e7);

test("costs grow with each kind of token by its price of a million", () => {
  expect(costOf({ inputTokens: 1_000_000, outputTokens: 500_000 }, { inputPrice: 0.5, outputPrice: 3 })).toBe(
    2,
  );
  fc.assert(
    fc.property(count, count, count, prices, (inputTokens, outputTokens, more, price) => {
      const cost = costOf({ inputTokens, outputTokens }, price);
      expect(cost).toBeGreaterThanOrEqual(0);
      expect(costOf({ inputTokens: inputTokens + more, outputTokens }, price)).toBeGreaterThanOrEqual(cost);
      expect(costOf({ inputTokens, outputTokens: outputTokens + more }, price)).toBeGreaterThanOrEqual(cost);
    }),
  );
});

test("no answer costs more than the ceiling while each token is at least a byte and the reply within its limit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme" })),
      count,
      fc.double({ min: 0, max: 1, noNaN: true }),
      prices,
      (texts, maxTokens, part, price) => {
        const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
        const used = { inputTokens: bytes, outputTokens: Math.floor(maxTokens * part) };
        expect(costOf(used, price)).toBeLessThanOrEqual(ceilingOf(texts, maxTokens, price));
      },
    ),
  );
});

test("a text is estimated as a token for four bytes", () => {
  expect(estimateTokens("")).toBe(0);
  expect(estimateTokens("abcde")).toBe(2);
  expect(estimateTokens("数学题")).toBe(3);
});

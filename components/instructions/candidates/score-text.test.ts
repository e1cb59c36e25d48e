import fc from "fast-check";
import { expect, test } from "vitest";
import { scoreText } from "./score-text.ts";

test("a shown score reaches a threshold of hundredths exactly where the score does", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 100 }), (score, n) => {
      expect(Number(scoreText(score)) >= n / 100).toBe(score >= n / 100);
    }),
  );
});

test("every hundredth is shown as it is written", () => {
  for (let n = 0; n <= 100; n += 1) expect(scoreText(n / 100)).toBe((n / 100).toFixed(2));
  expect(scoreText(2 / 3)).toBe("0.66");
  expect(scoreText(0.69999999)).toBe("0.69");
  expect(scoreText(null)).toBeNull();
});

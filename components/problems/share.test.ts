import fc from "fast-check";
import { expect, test } from "vitest";
import { shareText } from "./share.ts";

test("a share of correct paths has three decimals, so that shares stand in line", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (paths, part) => {
        const correct = Math.floor(part * paths);
        const text = shareText(correct, paths);
        expect(text).toMatch(/^(0\.\d{3}|1\.000)$/);
        expect(Math.abs(Number(text) - correct / paths)).toBeLessThanOrEqual(0.0005 + 1e-12);
      },
    ),
  );
});

test("without paths there is no share", () => {
  expect(shareText(0, 0)).toBeNull();
});

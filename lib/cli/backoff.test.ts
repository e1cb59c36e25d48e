import fc from "fast-check";
import { expect, test } from "vitest";
import { afterFall } from "./backoff.ts";

test("each fall soon after a start doubles the wait, up to half a minute", () => {
  const waits: number[] = [];
  let falls = { count: 0 };
  for (let i = 0; i < 8; i++) {
    const next = afterFall(falls, 50);
    falls = next.falls;
    waits.push(next.wait);
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test("who ran for a minute begins again with the shortest wait", () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.integer({ min: 60_000 }), (count, uptime) => {
      expect(afterFall({ count }, uptime)).toEqual({ falls: { count: 1 }, wait: 1_000 });
    }),
  );
});

test("the wait is never under a second nor over half a minute", () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(200_000), (count, uptime) => {
      const { wait } = afterFall({ count }, uptime);
      expect(wait).toBeGreaterThanOrEqual(1_000);
      expect(wait).toBeLessThanOrEqual(30_000);
    }),
  );
});

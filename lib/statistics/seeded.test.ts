import { expect, test } from "vitest";
import { seeded } from "./seeded.ts";

test("random numbers lie from 0 to below 1 and fill that range evenly", () => {
  const random = seeded(9);
  const bins = new Uint32Array(10);
  for (let turn = 0; turn < 10_000; turn += 1) {
    const number = random();
    expect(number >= 0 && number < 1).toBe(true);
    bins[Math.floor(number * 10)] = (bins[Math.floor(number * 10)] ?? 0) + 1;
  }
  for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

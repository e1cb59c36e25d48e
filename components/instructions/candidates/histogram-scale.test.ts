import fc from "fast-check";
import { expect, test } from "vitest";
import { HISTOGRAM_BINS } from "#lib/instructions/contract.ts";
import { histogramBars, reachingAbout } from "./histogram-scale.ts";

const count = fc.nat({ max: 5000 });
const bins = fc.array(fc.record({ accepted: count, dropped: count }), {
  minLength: HISTOGRAM_BINS,
  maxLength: HISTOGRAM_BINS,
});
const hundredth = fc.integer({ min: 0, max: 100 });
const sum = (some: readonly { accepted: number; dropped: number }[]) =>
  some.reduce((total, { accepted, dropped }) => total + accepted + dropped, 0);

test("what reaches the bound of a bin is exactly what lies in the bins from there on", () => {
  fc.assert(
    fc.property(bins, fc.nat({ max: HISTOGRAM_BINS }), (all, bin) => {
      expect(reachingAbout(all, bin / HISTOGRAM_BINS)).toBe(sum(all.slice(bin)));
    }),
  );
});

test("a higher threshold is never reached by more, and the estimate lies between the bin's bounds", () => {
  fc.assert(
    fc.property(bins, hundredth, hundredth, (all, a, b) => {
      const [low, high] = [Math.min(a, b) / 100, Math.max(a, b) / 100];
      expect(reachingAbout(all, low)).toBeGreaterThanOrEqual(reachingAbout(all, high));
      const bin = Math.floor(a / 2);
      const about = reachingAbout(all, a / 100);
      expect(about).toBeLessThanOrEqual(sum(all.slice(bin)));
      expect(about).toBeGreaterThanOrEqual(sum(all.slice(bin + 1)));
    }),
  );
});

test("nothing reaches a measure that doesn't count", () => {
  fc.assert(
    fc.property(bins, (all) => {
      expect(reachingAbout(all, null)).toBe(0);
    }),
  );
});

test("no bar is higher than the whole, the fullest is as high, and each is parted as its counts are", () => {
  fc.assert(
    fc.property(bins, (all) => {
      const bars = histogramBars(all);
      const heights = bars.map(({ accepted, dropped }) => accepted + dropped);
      expect(Math.max(...heights)).toBeCloseTo(sum(all) === 0 ? 0 : 1, 9);
      for (const [place, bar] of bars.entries()) {
        const { accepted, dropped } = all[place] ?? { accepted: 0, dropped: 0 };
        expect(bar.accepted * dropped).toBeCloseTo(bar.dropped * accepted, 6);
        expect((heights[place] ?? 0) > 0).toBe(accepted + dropped > 0);
      }
    }),
  );
});

test("a bar of four times the count is twice as high", () => {
  const [four, one] = histogramBars([
    { accepted: 400, dropped: 0 },
    { accepted: 0, dropped: 100 },
  ]);
  expect(four).toEqual({ accepted: 1, dropped: 0 });
  expect(one).toEqual({ accepted: 0, dropped: 0.5 });
});

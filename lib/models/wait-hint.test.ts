import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waitHint } from "./wait-hint.ts";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

describe("waitHint", () => {
  test("reads seconds", () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seconds) => {
        expect(waitHint({ "retry-after": String(seconds) }, NOW)).toBe(seconds * 1000);
      }),
    );
  });

  test("reads an HTTP date as the time until then, never less than none", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (seconds) => {
        const date = new Date(NOW + seconds * 1000).toUTCString();
        expect(waitHint({ "retry-after": date }, NOW)).toBe(Math.max(0, seconds * 1000));
      }),
    );
  });

  test("reads the durations of OpenAI's resets, the later one of what is used up", () => {
    const headers = {
      "x-ratelimit-remaining-requests": "59",
      "x-ratelimit-reset-requests": "6m0s",
      "x-ratelimit-remaining-tokens": "0",
      "x-ratelimit-reset-tokens": "1.5s",
    };
    expect(waitHint(headers, NOW)).toBe(1500);
    expect(waitHint({ ...headers, "x-ratelimit-remaining-requests": "0" }, NOW)).toBe(360_000);
    expect(
      waitHint({ "x-ratelimit-reset-requests": "120ms", "x-ratelimit-reset-tokens": "1h2m3s" }, NOW),
    ).toBe(3_723_000);
    expect(waitHint({ "x-ratelimit-reset-requests": "20" }, NOW)).toBe(20_000);
  });

  test("takes the finer word before the coarser, and the plain one before resets", () => {
    expect(waitHint({ "retry-after-ms": "250", "retry-after": "1" }, NOW)).toBe(250);
    expect(waitHint({ "retry-after": "1", "x-ratelimit-reset-tokens": "9s" }, NOW)).toBe(1000);
  });

  test("is null where nothing readable is said", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[g-lx-z -]*$/), (noise) => {
        expect(waitHint({ "retry-after": noise, "x-ratelimit-reset-tokens": noise }, NOW)).toBeNull();
      }),
    );
    expect(waitHint({}, NOW)).toBeNull();
    expect(waitHint({ "retry-after": "-5x", "retry-after-ms": "soon" }, NOW)).toBeNull();
  });
});

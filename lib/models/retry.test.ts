import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Failure, MOST_TRIES, nextStep } from "./retry.ts";

const NOW = 1_000_000;
const said = fc.string({ maxLength: 40 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const tries = fc.integer({ min: 1, max: MOST_TRIES - 1 });
const status = (code: number, headers = {}): Failure => ({
  kind: "status",
  status: code,
  headers,
  said: "no",
  code: null,
});

const passing: fc.Arbitrary<Failure> = fc.oneof(
  fc.constantFrom(408, 409, 425, 429, 500, 502, 503, 504, 529).map((code) => status(code)),
  fc.record({
    kind: fc.constantFrom("network" as const, "timeout" as const, "garbled" as const),
    reason: said,
  }),
);

describe("nextStep", () => {
  test("waits with full jitter under a ceiling that doubles up to a minute", () => {
    fc.assert(
      fc.property(passing, tries, random, (failure, tried, chance) => {
        const step = nextStep(failure, tried, { now: NOW, random: chance });
        const ceiling = Math.min(60_000, 1000 * 2 ** (tried - 1));
        expect(step).toMatchObject({ do: "wait", milliseconds: chance * ceiling });
      }),
    );
  });

  test("never comes back earlier than the server asks, and holds everyone back", () => {
    fc.assert(
      fc.property(fc.constantFrom(429, 503), fc.nat(900), tries, random, (code, seconds, tried, chance) => {
        const step = nextStep(status(code, { "retry-after": String(seconds) }), tried, {
          now: NOW,
          random: chance,
        });
        if (step.do !== "wait") throw new Error("expected to wait");
        expect(step.milliseconds).toBeGreaterThanOrEqual(seconds * 1000);
        expect(step.milliseconds).toBeLessThan(seconds * 1000 + 60_000);
        expect(step.everyone).toBe(true);
      }),
    );
  });

  test("holds everyone back for a limit, and nobody else for one request's own trouble", () => {
    expect(nextStep(status(429), 1, { now: NOW, random: 0 })).toMatchObject({ everyone: true });
    expect(nextStep(status(500), 1, { now: NOW, random: 0 })).toMatchObject({ everyone: false });
    expect(nextStep({ kind: "timeout", reason: "late" }, 1, { now: NOW, random: 0 })).toMatchObject({
      everyone: false,
    });
  });

  test("gives up after so many tries, whatever the trouble", () => {
    fc.assert(
      fc.property(passing, fc.integer({ min: MOST_TRIES, max: 1000 }), random, (failure, tried, chance) => {
        expect(nextStep(failure, tried, { now: NOW, random: chance })).toMatchObject({
          do: "stop",
          fault: "failing",
        });
      }),
    );
  });

  test("doesn't wait for hours", () => {
    expect(nextStep(status(429, { "retry-after": "7200" }), 1, { now: NOW, random: 0 })).toMatchObject({
      do: "stop",
      fault: "failing",
      message: expect.stringContaining("120 minutes"),
    });
  });

  test("never repeats what the endpoint refuses", () => {
    const refused = fc.constantFrom(301, 302, 307, 308, 400, 401, 402, 403, 404, 405, 410, 413, 422, 451);
    fc.assert(
      fc.property(refused, said, fc.integer({ min: 1, max: 100 }), (code, words, tried) => {
        const step = nextStep({ kind: "status", status: code, headers: {}, said: words, code: null }, tried, {
          now: NOW,
          random: 0,
        });
        expect(step).toMatchObject({
          do: "stop",
          fault: "refused",
          message: expect.stringContaining(String(code)),
        });
      }),
    );
    const spent: Failure = {
      kind: "status",
      status: 429,
      headers: {},
      said: "quota",
      code: "insufficient_quota",
    };
    expect(nextStep(spent, 1, { now: NOW, random: 0 })).toMatchObject({
      fault: "refused",
      message: expect.stringContaining("Top it up"),
    });
    const barred: Failure = { kind: "barred", message: "inside" };
    expect(nextStep(barred, 1, { now: NOW, random: 0 })).toEqual({
      do: "stop",
      fault: "refused",
      message: "inside",
    });
  });
});

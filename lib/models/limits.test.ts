import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bucket, fullBucket, levelAt, rateOf, take, waitFor } from "./limits.ts";

const MINUTE = 60_000;
const perMinute = fc.integer({ min: 1, max: 100_000 });

/** Sends as early as it may, after each pause; gives the times and amounts. */
function send(limit: number, requests: readonly { pause: number; amount: number }[]) {
  const rate = rateOf(limit);
  let bucket: Bucket = fullBucket(rate, 0);
  let now = 0;
  return requests.map(({ pause, amount }) => {
    now += pause;
    now += waitFor(bucket, rate, amount, now);
    bucket = take(bucket, rate, amount, now);
    return { at: now, amount };
  });
}

describe("a bucket", () => {
  test("lets no more through in any minute than it may, if each takes at most what it holds", () => {
    const cases = perMinute.chain((limit) =>
      fc.tuple(
        fc.constant(limit),
        fc.array(
          fc.record({
            pause: fc.oneof(fc.constant(0), fc.nat(20_000)),
            amount: fc.integer({ min: 1, max: rateOf(limit).burst }),
          }),
          { maxLength: 200 },
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([limit, requests]) => {
        const sent = send(limit, requests);
        for (const { at: from } of sent) {
          const inMinute = sent.filter(({ at }) => at >= from && at < from + MINUTE - 0.01);
          expect(inMinute.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test("keeps a sender who is always ready at nine tenths of the limit or more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (limit) => {
        const requests = Array.from({ length: limit * 3 }, () => ({ pause: 0, amount: 1 }));
        const last = send(limit, requests).at(-1)?.at ?? 0;
        expect(last).toBeLessThanOrEqual((3 * MINUTE) / 0.9);
      }),
    );
  });

  test("lets a request of more than it holds through once it is full, and makes the next ones pay for it", () => {
    const rate = rateOf(1000);
    const bucket = take(fullBucket(rate, 0), rate, 500, 0);
    expect(levelAt(bucket, rate, 0)).toBe(-400);
    expect(waitFor(fullBucket(rate, 0), rate, 500, 0)).toBe(0);
    const wait = waitFor(bucket, rate, 1, 0);
    expect(wait).toBeCloseTo((401 / 901) * MINUTE, 6);
    expect(waitFor(bucket, rate, 1, wait + 0.001)).toBe(0);
  });

  test("takes back what a request had claimed and didn't use, and never holds more than it can", () => {
    fc.assert(
      fc.property(perMinute, fc.nat(1000), fc.nat(1000), (limit, claimed, later) => {
        const rate = rateOf(limit);
        const full = fullBucket(rate, 0);
        const given = take(take(full, rate, claimed, 0), rate, -claimed, later);
        expect(levelAt(given, rate, later)).toBeCloseTo(rate.burst, 6);
        expect(levelAt(take(full, rate, -claimed, 0), rate, later)).toBe(rate.burst);
      }),
    );
  });

  test("is none the worse for a clock that goes back", () => {
    const rate = rateOf(60);
    const bucket = take(fullBucket(rate, 5000), rate, 3, 5000);
    expect(levelAt(bucket, rate, 0)).toBe(bucket.level);
    expect(take(bucket, rate, 1, 0).at).toBe(5000);
  });
});

import { describe, expect, test } from "vitest";
import { type Clock, createLimiter, type Lease, limiterOf } from "./limiter.ts";

/** A clock that stands still until it is moved. */
function handClock() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  const move = async (milliseconds: number) => {
    const end = now + milliseconds;
    for (;;) {
      const [next] = timers.toSorted((one, other) => one.at - other.at);
      if (next === undefined || next.at > end) break;
      now = next.at;
      timers = timers.filter((other) => other !== next);
      next.run();
    }
    now = end;
    await Promise.resolve();
  };
  return { clock, move };
}

const FREE = { concurrency: 100, requestsPerMinute: null, tokensPerMinute: null };
const never = new AbortController().signal;

function queue(limiter: ReturnType<typeof createLimiter>, amounts: readonly number[], signal = never) {
  const leases: Lease[] = [];
  const failures: unknown[] = [];
  for (const amount of amounts) {
    limiter.turn(amount, signal).then(
      (lease) => leases.push(lease),
      (error) => failures.push(error),
    );
  }
  return { leases, failures };
}

describe("a limiter", () => {
  test("lets as many out at once as may be, and one more for each that comes back", async () => {
    const { clock, move } = handClock();
    const { leases } = queue(createLimiter({ ...FREE, concurrency: 2 }, clock), [1, 1, 1, 1]);
    await move(0);
    expect(leases).toHaveLength(2);
    leases[0]?.giveBack(1);
    leases[0]?.giveBack(1);
    await move(0);
    expect(leases).toHaveLength(3);
  });

  test("keeps to the requests of a minute", async () => {
    const { clock, move } = handClock();
    const { leases } = queue(createLimiter({ ...FREE, requestsPerMinute: 20 }, clock), Array(60).fill(1));
    await move(59_999);
    expect(leases.length).toBeLessThanOrEqual(20);
    expect(leases.length).toBeGreaterThanOrEqual(18);
    await move(160_000);
    expect(leases).toHaveLength(60);
  });

  test("keeps to the tokens of a minute by what was really used", async () => {
    const { clock, move } = handClock();
    const limiter = createLimiter({ ...FREE, tokensPerMinute: 10_000 }, clock);
    const { leases } = queue(limiter, Array(12).fill(1000));
    await move(0);
    expect(leases).toHaveLength(1);
    leases[0]?.giveBack(0);
    await move(0);
    expect(leases).toHaveLength(2);
    await move(60_000);
    expect(leases.length).toBeLessThanOrEqual(11);
    expect(leases.length).toBeGreaterThanOrEqual(10);
  });

  test("keeps everyone back while the endpoint has asked to slow down", async () => {
    const { clock, move } = handClock();
    const limiter = createLimiter(FREE, clock);
    limiter.holdUntil(7000);
    limiter.holdUntil(3000);
    const { leases } = queue(limiter, [1, 1]);
    await move(6999);
    expect(leases).toHaveLength(0);
    await move(1);
    expect(leases).toHaveLength(2);
  });

  test("lets those who have stopped waiting go, and the others pass them", async () => {
    const { clock, move } = handClock();
    const limiter = createLimiter({ ...FREE, concurrency: 1 }, clock);
    const abort = new AbortController();
    const first = queue(limiter, [1]);
    const gone = queue(limiter, [1], abort.signal);
    const last = queue(limiter, [1]);
    await move(0);
    abort.abort("stopped");
    await move(0);
    expect(gone.failures).toEqual(["stopped"]);
    first.leases[0]?.giveBack(1);
    await move(0);
    expect(last.leases).toHaveLength(1);
    await expect(limiter.turn(1, abort.signal)).rejects.toBe("stopped");
  });

  test("takes new limits at once, without giving a new share of the minute", async () => {
    const { clock, move } = handClock();
    const limiter = createLimiter({ ...FREE, concurrency: 1, requestsPerMinute: 20 }, clock);
    const { leases } = queue(limiter, [1, 1, 1, 1]);
    await move(0);
    limiter.setLimits({ ...FREE, concurrency: 4, requestsPerMinute: 20 });
    await move(0);
    expect(leases).toHaveLength(2);
    limiter.setLimits(FREE);
    await move(0);
    expect(leases).toHaveLength(4);
  });
});

test("all runs of an endpoint have one limiter, other endpoints their own", () => {
  expect(limiterOf(1, FREE)).toBe(limiterOf(1, { ...FREE, concurrency: 2 }));
  expect(limiterOf(2, FREE)).not.toBe(limiterOf(1, FREE));
});

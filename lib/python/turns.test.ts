import fc from "fast-check";
import { expect, test } from "vitest";
import { turns } from "./turns.ts";

const never = new AbortController().signal;

/** Lets everything that is resolved already run on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("never more than `size` at a time, each gets its turn, and in the order in which they came", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 30 }), async (size, count) => {
      const gate = turns(size);
      const begun: number[] = [];
      let active = 0;
      let most = 0;
      const work = Array.from({ length: count }, async (_, n) => {
        await gate.take(never);
        begun.push(n);
        active += 1;
        most = Math.max(most, active);
        await settled();
        active -= 1;
        gate.giveBack();
      });
      await Promise.all(work);
      expect(begun).toEqual(Array.from({ length: count }, (_, n) => n));
      expect(most).toBe(Math.min(size, count));
    }),
    { numRuns: 30 },
  );
});

test("who gives up waiting gets no turn and leaves the others theirs", async () => {
  const gate = turns(1);
  const stop = new AbortController();
  expect(await gate.take(never)).toBe(true);
  const impatient = gate.take(stop.signal);
  const patient = gate.take(never);
  stop.abort();
  expect(await impatient).toBe(false);
  gate.giveBack();
  expect(await patient).toBe(true);
  expect(await gate.take(AbortSignal.abort())).toBe(false);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { NEW_ORDERS, pathScorers, readOrders, withNewest } from "./orders-form.ts";

const scorer = fc.record({
  name: fc.string({ minLength: 1 }),
  kind: fc.constantFrom("reward" as const, "critique" as const),
  paths: fc.nat(3),
});

test("a new form takes the newest scorer of each kind that has scored paths, and is whole when both are there", () => {
  fc.assert(
    fc.property(fc.array(scorer), (all) => {
      const scorers = pathScorers(all);
      const form = withNewest(NEW_ORDERS, scorers);
      const newest = (kind: string) => all.find((one) => one.kind === kind && one.paths > 0)?.name ?? null;
      expect([form.reward, form.critique]).toEqual([newest("reward"), newest("critique")]);
      const { orders, marginError } = readOrders(form);
      expect(marginError).toBeNull();
      expect(orders !== null).toBe(form.reward !== null && form.critique !== null);
    }),
  );
});

test("what was chosen stays", () => {
  const form = { reward: "mine", critique: "mine too", margin: "1.5" };
  expect(withNewest(form, [{ name: "newer", kind: "reward", paths: 1 }])).toEqual(form);
  expect(readOrders(form).orders).toEqual({ reward: "mine", critique: "mine too", margin: 1.5 });
});

test.each(["", "x", "-1", "9.5"])("a margin of %j is refused", (margin) => {
  const { orders, marginError } = readOrders({ reward: "a", critique: "b", margin });
  expect(orders).toBeNull();
  expect(marginError).toBe("Type a number from 0 to 9.");
});

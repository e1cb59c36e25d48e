import fc from "fast-check";
import { expect, test } from "vitest";
import { type Judged, strengthsOf } from "./strengths.ts";

const judged = fc.record({
  first: fc.integer({ min: 0, max: 7 }),
  second: fc.integer({ min: 0, max: 7 }),
  outcome: fc.constantFrom("first" as const, "second" as const, "tie" as const),
  count: fc.integer({ min: 1, max: 5 }),
});
const results = fc.array(judged, { maxLength: 25 });

const swap = ({ first, second, outcome, count }: Judged<number>): Judged<number> => ({
  first: second,
  second: first,
  outcome: outcome === "tie" ? "tie" : outcome === "first" ? "second" : "first",
  count,
});

test("wins and losses balance, each judgement is counted for both, and each group's strengths have the mean 0", () => {
  fc.assert(
    fc.property(results, (rows) => {
      const found = strengthsOf(rows);
      const sum = (of: (row: (typeof found)[number]) => number, rows = found) =>
        rows.reduce((total, row) => total + of(row), 0);
      expect(sum(({ wins }) => wins)).toBe(sum(({ losses }) => losses));
      const counted = rows.reduce(
        (total, { first, second, count }) => total + (first === second ? 0 : count),
        0,
      );
      expect(sum(({ wins, ties, losses }) => wins + ties + losses)).toBe(2 * counted);
      for (const group of new Set(found.map(({ group }) => group))) {
        const members = found.filter((row) => row.group === group);
        expect(members.length).toBeGreaterThan(1);
        expect(sum(({ strength }) => strength, members)).toBeCloseTo(0, 8);
      }
    }),
  );
});

test("which path is called the first doesn't matter", () => {
  fc.assert(
    fc.property(results, (rows) => {
      const swapped = new Map(strengthsOf(rows.map(swap)).map((row) => [row.key, row]));
      for (const row of strengthsOf(rows)) {
        expect(swapped.get(row.key)?.strength).toBeCloseTo(row.strength, 4);
        expect(swapped.get(row.key)?.error).toBeCloseTo(row.error, 4);
      }
    }),
  );
});

test("the winner of all is the strongest, and what was never compared stands in a group of its own", () => {
  const win = (first: string, second: string, count = 1): Judged<string> => ({
    first,
    second,
    outcome: "first",
    count,
  });
  const found = strengthsOf([win("a", "b", 3), win("b", "c", 3), win("x", "y")]);
  expect(found.map(({ key, group }) => [key, group])).toEqual([
    ["a", 0],
    ["b", 0],
    ["c", 0],
    ["x", 1],
    ["y", 1],
  ]);
  const strength = (key: string) => found.find((row) => row.key === key)?.strength ?? Number.NaN;
  expect(strength("a")).toBeGreaterThan(strength("b"));
  expect(strength("b")).toBeGreaterThan(strength("c"));
  expect(found[0]).toMatchObject({ wins: 3, ties: 0, losses: 0 });
});

test("more judgements of the same kind narrow the error", () => {
  const both = (count: number) =>
    strengthsOf<string>([
      { first: "a", second: "b", outcome: "first", count: 3 * count },
      { first: "a", second: "b", outcome: "second", count },
      { first: "a", second: "b", outcome: "tie", count },
    ]);
  expect(both(10)[0]?.error).toBeLessThan((both(1)[0]?.error ?? 0) / 2);
});

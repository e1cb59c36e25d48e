import fc from "fast-check";
import { expect, test } from "vitest";
import { majority } from "./majority.ts";

test("nothing has more votes than what it names, and all that have as many are named with it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "tie", "both bad"), { maxLength: 12 }), (votes) => {
      const found = majority(votes);
      if (found.kind === "none") {
        expect(votes).toEqual([]);
        return;
      }
      const winners = found.kind === "one" ? [found.value] : found.values;
      expect(found.kind === "tie").toBe(winners.length > 1);
      expect(found.of).toBe(votes.length);
      for (const value of new Set(votes)) {
        const count = votes.filter((vote) => vote === value).length;
        expect(count).toBeLessThanOrEqual(found.votes);
        expect(winners.includes(value)).toBe(count === found.votes);
      }
    }),
  );
});

test("a tie is told in the order of the first votes, and no votes are none", () => {
  expect(majority([2, 1, 1, 2, 3])).toEqual({ kind: "tie", values: [2, 1], votes: 2, of: 5 });
  expect(majority([false, true, false])).toEqual({ kind: "one", value: false, votes: 2, of: 3 });
  expect(majority([])).toEqual({ kind: "none" });
});

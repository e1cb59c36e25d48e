import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categoryOf, isCategory, pathValue, placedAnswer } from "./category.ts";
import type { UnitAnswer } from "./contract.ts";

const paths = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 9 });
const shuffled = paths.chain((own) =>
  fc.record({ paths: fc.constant(own), shown: fc.shuffledSubarray(own, { minLength: own.length }) }),
);
const pair = fc.record({ choice: fc.constantFrom("a", "b", "tie", "both_bad") });

function value(answer: UnitAnswer, places: { shown: readonly number[]; paths: readonly number[] }) {
  const found = pathValue(answer, places);
  if (!found) throw new Error("no skip is asked here");
  return found;
}

describe("an answer in terms of paths", () => {
  test("of a pair doesn't depend on the sides on which the paths stood", () => {
    const own = [11, 12];
    expect(value({ kind: "pair", choice: "a" }, { shown: [12, 11], paths: own })).toEqual({
      kind: "pair",
      outcome: "second",
    });
    expect(value({ kind: "pair", choice: "b" }, { shown: [11, 12], paths: own })).toEqual({
      kind: "pair",
      outcome: "second",
    });
  });

  test("comes back to the screen as it was said, whatever the order there", () => {
    fc.assert(
      fc.property(shuffled, pair, ({ paths, shown }, { choice }) => {
        const answer: UnitAnswer = { kind: "pair", choice: choice as "a" };
        const two = { paths: paths.slice(0, 2), shown: shown.filter((id) => paths.indexOf(id) < 2) };
        expect(placedAnswer(value(answer, two), two)).toEqual(answer);
      }),
    );
    fc.assert(
      fc.property(shuffled, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (places, stream) => {
        const ranks = [...stream.take(places.shown.length)];
        const answer: UnitAnswer = { kind: "ranking", ranks };
        const back = placedAnswer(value(answer, places), places);
        if (back.kind !== "ranking") throw new Error("a ranking comes back as one");
        for (const [i, a] of ranks.entries()) {
          for (const [j, b] of ranks.entries()) {
            expect(Math.sign((back.ranks[i] ?? 0) - (back.ranks[j] ?? 0))).toBe(Math.sign(a - b));
          }
        }
      }),
    );
  });

  test("is null of a skip alone", () => {
    expect(pathValue({ kind: "skip" }, { shown: [], paths: [] })).toBeNull();
  });
});

describe("a category", () => {
  test("of a ranking names the paths, best first, with ties", () => {
    const places = { paths: [3, 7, 9, 12], shown: [9, 12, 3, 7] };
    expect(categoryOf(value({ kind: "ranking", ranks: [2, 1, 5, 2] }, places))).toBe("12>7=9>3");
  });

  test("is one of its kind's, whatever was said", () => {
    fc.assert(
      fc.property(shuffled, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (places, stream) => {
        const said = value({ kind: "ranking", ranks: [...stream.take(places.shown.length)] }, places);
        expect(isCategory("ranking", categoryOf(said), places.paths)).toBe(true);
      }),
    );
    for (let score = 1; score <= 10; score += 1) {
      expect(isCategory("score", categoryOf({ kind: "score", score }), [])).toBe(true);
    }
    expect(isCategory("first_wrong", categoryOf({ kind: "first_wrong", step: null }), [])).toBe(true);
    expect(isCategory("first_wrong", categoryOf({ kind: "first_wrong", step: 4 }), [])).toBe(true);
  });

  test("is refused where it means nothing", () => {
    expect(isCategory("pair", "third", [1, 2])).toBe(false);
    expect(isCategory("score", "11", [])).toBe(false);
    expect(isCategory("score", "0", [])).toBe(false);
    expect(isCategory("ranking", "1>2", [1, 2, 3])).toBe(false);
    expect(isCategory("ranking", "1>2>2", [1, 2, 3])).toBe(false);
    expect(isCategory("seed", "fine", [])).toBe(false);
    expect(isCategory("first_wrong", "-1", [])).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lcsLength, openLcsPattern } from "./lcs.ts";
import { plainLcsLength } from "./testing/plain.ts";

const sequence = (alphabet: number, maxLength: number) =>
  fc.array(fc.nat(alphabet - 1), { maxLength, size: "max" }).map((tokens) => Int32Array.from(tokens));
const sequences = fc
  .constantFrom(1, 2, 3, 8, 40, 2000)
  .chain((alphabet) => fc.tuple(sequence(alphabet, 200), sequence(alphabet, 200)));

describe("the length of the longest common subsequence", () => {
  test("is what the plain dynamic programme finds", () => {
    fc.assert(
      fc.property(sequences, ([a, b]) => {
        expect(lcsLength(a, b)).toBe(plainLcsLength(a, b));
      }),
      { numRuns: 400 },
    );
  });

  test("is the same whichever sequence is the pattern", () => {
    fc.assert(fc.property(sequences, ([a, b]) => lcsLength(a, b) === lcsLength(b, a)));
  });

  test("is right at each length around the ends of machine words", () => {
    for (const length of [1, 29, 30, 31, 59, 60, 61, 89, 90, 91, 128, 1200]) {
      const all = Int32Array.from({ length }, (_, at) => at);
      expect(lcsLength(all, all)).toBe(length);
      expect(lcsLength(all, all.toReversed())).toBe(1);
      expect(
        lcsLength(
          all,
          all.filter((_, at) => at % 2 === 0),
        ),
      ).toBe(Math.ceil(length / 2));
      expect(lcsLength(new Int32Array(length), new Int32Array(length))).toBe(length);
    }
  });

  test("doesn't match tokens below zero with anything", () => {
    expect(lcsLength(Int32Array.of(-1, 4, -1, 5), Int32Array.of(-1, 4, -1, 5))).toBe(2);
    expect(lcsLength(Int32Array.of(-1), Int32Array.of(-1))).toBe(0);
  });

  test("of nothing is nothing", () => {
    expect(lcsLength(Int32Array.of(), Int32Array.of(1, 2))).toBe(0);
    expect(lcsLength(Int32Array.of(1, 2), Int32Array.of())).toBe(0);
  });
});

describe("a pattern", () => {
  test("forgets what was loaded before, and compares with a part of a sequence", () => {
    const pattern = openLcsPattern();
    const loads = fc.array(fc.tuple(sequence(5, 70), sequence(7, 70), fc.nat(70), fc.nat(70)), {
      minLength: 2,
    });
    fc.assert(
      fc.property(loads, (all) => {
        for (const [a, b, one, other] of all) {
          const [length, start] = [Math.min(one, a.length), Math.min(other, b.length)];
          pattern.load(a, length);
          const expected = plainLcsLength(a.subarray(0, length), b.subarray(start));
          expect(pattern.lengthWith(b, start, b.length)).toBe(expected);
        }
      }),
    );
  });
});

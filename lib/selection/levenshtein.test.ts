import fc from "fast-check";
import { expect, test } from "vitest";
import { levenshtein } from "./levenshtein.ts";

const sequence = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 });

function plain(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const [, ...restA] = a;
  const [, ...restB] = b;
  if (a[0] === b[0]) return plain(restA, restB);
  return 1 + Math.min(plain(restA, restB), plain(a, restB), plain(restA, b));
}

test("it is what trying every edit finds", () => {
  fc.assert(
    fc.property(sequence, sequence, (a, b) => {
      expect(levenshtein(a, b)).toBe(plain(a, b));
    }),
    { numRuns: 60 },
  );
});

test("it is a metric", () => {
  fc.assert(
    fc.property(sequence, sequence, sequence, (a, b, c) => {
      expect(levenshtein(a, b)).toBe(levenshtein(b, a));
      expect(levenshtein(a, a)).toBe(0);
      expect(levenshtein(a, c)).toBeLessThanOrEqual(levenshtein(a, b) + levenshtein(b, c));
    }),
  );
});

test("kitten becomes sitting by three edits", () => {
  const codes = (word: string) => [...word].map((letter) => letter.codePointAt(0) ?? 0);
  expect(levenshtein(codes("kitten"), codes("sitting"))).toBe(3);
});

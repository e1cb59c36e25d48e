import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURES, type Measure } from "./measure.ts";
import { similarity } from "./similarity.ts";
import { openIndex } from "./similarity-index.ts";
import { plainNearest } from "./testing/plain.ts";

/** Few words, so that equal scores and scores at a threshold are common; repeated ones, so that counts matter. */
const text = fc
  .constantFrom(2, 4, 12, 60)
  .chain((words) => fc.array(fc.nat(words - 1), { maxLength: 24, size: "max" }))
  .map((words) => words.map((word) => `w${word}`).join(" "));
const variant = fc.tuple(text, fc.array(fc.nat(30), { maxLength: 3 })).map(([from, holes]) => {
  const words = from.split(" ");
  return words.filter((_, at) => !holes.includes(at)).join(" ");
});
const texts = fc
  .array(fc.oneof(text, variant), { minLength: 1, maxLength: 60, size: "max" })
  .chain((some) => fc.shuffledSubarray([...some, ...some.slice(0, 10)], { minLength: some.length }));
/** Fractions that scores of short texts hit exactly, and the doubles beside one of them. */
const threshold = fc.constantFrom(
  ...[0, 0.1, 0.25, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.7, 0.75, 0.8, 0.9, 1],
  0.5 + Number.EPSILON,
  0.5 - Number.EPSILON,
);
const options = (measure: Measure, stem: boolean) => ({ measure, stem, gramLength: 2 });

function all(measure: Measure, asked: string, known: readonly string[], except?: number) {
  return known.flatMap((other, key) =>
    key === except ? [] : [{ key, score: similarity(measure, asked, other, options(measure, false)) }],
  );
}

/** Texts of common and rare words as language has them, with changed copies: most rows share a little with any text. */
function manyTexts(seed: number, count: number): string[] {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const word = () => `w${Math.floor(3 ** (random() * 7))}`;
  const made: string[][] = [];
  while (made.length < count) {
    const copied = made[Math.floor(random() * made.length * 4)];
    const words = copied ?? Array.from({ length: 8 + Math.floor(random() * 40) }, word);
    made.push(words.map((one) => (copied && random() < 0.4 ? word() : one)));
  }
  return made.map((words) => words.join(" "));
}

describe.each(MEASURES)("the index by %s", (measure) => {
  test("finds what comparing with every text finds, with each text that is added", () => {
    fc.assert(
      fc.property(texts, threshold, (added, atLeast) => {
        const index = openIndex(options(measure, false));
        for (const [key, asked] of added.entries()) {
          expect(index.nearest(asked, { atLeast })).toEqual(
            plainNearest(all(measure, asked, added.slice(0, key)), atLeast),
          );
          expect(index.size).toBe(key);
          index.add(key, asked);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("finds the nearest of all where no threshold is given, and of all others where one is left out", () => {
    fc.assert(
      fc.property(texts, fc.array(text, { minLength: 1, maxLength: 10 }), (added, asked) => {
        const index = openIndex(options(measure, false));
        for (const [key, one] of added.entries()) index.add(key, one);
        for (const one of asked)
          expect(index.nearest(one)).toEqual(plainNearest(all(measure, one, added), 0));
        for (const [key, one] of added.entries())
          expect(index.nearest(one, { except: key })).toEqual(plainNearest(all(measure, one, added, key), 0));
      }),
      { numRuns: 40 },
    );
  });

  test("finds the nearest among many, where most are never compared", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(0, 0, 0.3, 0.6), (seed, atLeast) => {
        const [asked, added] = [manyTexts(seed, 615).slice(600), manyTexts(seed, 600)];
        const index = openIndex(options(measure, false));
        for (const [key, one] of added.entries()) index.add(key, one);
        for (const one of asked)
          expect(index.nearest(one, { atLeast })).toEqual(plainNearest(all(measure, one, added), atLeast));
      }),
      { numRuns: 6 },
    );
  });

  test("leaves a threshold to be reached exactly", () => {
    const index = openIndex({ measure, gramLength: 1 });
    index.add(5, "abcdefg hij".replace(/./g, "$& "));
    const asked = "a b c d e f g";
    const score = similarity(measure, asked, "abcdefg hij".replace(/./g, "$& "), { gramLength: 1 });
    expect(index.nearest(asked, { atLeast: score })).toEqual({ key: 5, score });
    expect(index.nearest(asked, { atLeast: score + Number.EPSILON })).toBeNull();
  });

  test("has nothing to find before a text is added, or where the only one is left out", () => {
    const index = openIndex({ measure });
    expect(index.nearest("some text")).toBeNull();
    index.add(1, "some text");
    expect(index.nearest("some text", { except: 1 })).toBeNull();
    expect(index.nearest("!", { except: 1 })).toBeNull();
  });

  test("calls the first text the nearest where none shares anything, with a score of 0", () => {
    const index = openIndex({ measure });
    for (const [key, added] of ["", "one two", "three"].entries()) index.add(10 + key, added);
    expect(index.nearest("zzz yyy")).toEqual({ key: 10, score: 0 });
    expect(index.nearest("")).toEqual({ key: 10, score: 0 });
    expect(index.nearest("", { except: 10 })).toEqual({ key: 11, score: 0 });
    expect(index.nearest("zzz", { atLeast: 0.01 })).toBeNull();
  });
});

test("a search adds no words, so that asking costs no memory", () => {
  const index = openIndex({ measure: "rouge-l" });
  index.add(0, "a b c");
  for (let n = 0; n < 10; n += 1) index.nearest(`x${n} y${n}`);
  index.add(1, "x1 y1");
  expect(index.nearest("x1 y1 z")).toEqual({ key: 1, score: 0.8 });
});

test("stemming makes forms of a word one word", () => {
  const plain = openIndex({ measure: "jaccard-words" });
  const stemmed = openIndex({ measure: "jaccard-words", stem: true });
  for (const index of [plain, stemmed]) index.add(0, "counting apples");
  expect(plain.nearest("counted apple")?.score).toBe(0);
  expect(stemmed.nearest("counted apple")?.score).toBe(1);
});

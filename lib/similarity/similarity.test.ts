import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURES } from "./measure.ts";
import { partsOf } from "./parts.ts";
import { similarities, similarity } from "./similarity.ts";
import { plainScore } from "./testing/plain.ts";
import { ROUGE_SCORES } from "./testing/rouge-scores.ts";

const text = fc
  .array(fc.constantFrom("apple", "apples", "3", "has", "苹", "果", "x+1", "."), {
    maxLength: 80,
    size: "max",
  })
  .map((words) => words.join(" "));

describe.each(MEASURES)("similarity by %s", (measure) => {
  test("is its definition", () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), fc.integer({ min: 1, max: 4 }), (a, b, stem, gramLength) => {
        const options = { stem, gramLength };
        const expected = plainScore(measure, partsOf(measure, a, options), partsOf(measure, b, options));
        expect(similarity(measure, a, b, options)).toBe(expected);
        expect(similarity(measure, b, a, options)).toBe(expected);
        expect(similarities(a, b, options)[measure]).toBe(expected);
      }),
    );
  });

  test("is 1 for a text and itself, 0 where nothing is shared, and 0 for texts without parts", () => {
    expect(similarity(measure, "Tom has 3", "tom HAS 3")).toBe(1);
    expect(similarity(measure, "Tom has", "nul six")).toBe(0);
    expect(similarity(measure, "", "Tom has 3")).toBe(0);
    expect(similarity(measure, " ", "\n")).toBe(0);
  });

  test("compares Chinese character by character, where rouge-score would find nothing", () => {
    const score = similarity(measure, "小明有三个苹果，吃了一个。", "小红有三个苹果，吃了两个。");
    expect(score).toBeGreaterThan(0.3);
    expect(score).toBeLessThan(1);
  });
});

test("the scores of a small example", () => {
  expect(similarities("the cat sat on the mat", "The dog sat.")).toEqual({
    "rouge-l": 4 / 9,
    lcs: 2 / 6,
    "jaccard-words": 2 / 6,
    "jaccard-chars": 4 / 23,
  });
});

describe("ROUGE-L", () => {
  test.each(ROUGE_SCORES)(
    "of %j and %j is rouge-score's, as the words are and stemmed",
    (a, b, plain, stemmed) => {
      expect(Math.abs(similarity("rouge-l", a, b) - plain)).toBeLessThan(1e-12);
      expect(Math.abs(similarity("rouge-l", a, b, { stem: true }) - stemmed)).toBeLessThan(1e-12);
    },
  );

  test("of seven words shared by ten and ten is exactly 0.7", () => {
    expect(similarity("rouge-l", "a b c d e f g h i j", "a b c d e f g x y z")).toBe(0.7);
  });
});

import { expect, test } from "vitest";
import { porterStem } from "./porter-stem.ts";
import { PORTER_STEMS } from "./testing/porter-stems.ts";

test.each(PORTER_STEMS)("the stem of %s is %s, as NLTK has it", (word, stem) => {
  expect(porterStem(word)).toBe(stem);
});

test("a word of ten thousand letters takes no time to speak of", () => {
  const start = performance.now();
  expect(porterStem("y".repeat(10_000))).toHaveLength(10_000);
  expect(porterStem(`${"alli".repeat(2_500)}`).length).toBeGreaterThan(9_000);
  expect(performance.now() - start).toBeLessThan(2_000);
});

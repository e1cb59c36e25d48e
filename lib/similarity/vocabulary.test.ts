import fc from "fast-check";
import { expect, test } from "vitest";
import { newReading, openVocabulary, type Reading } from "./vocabulary.ts";

const parts = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 200, size: "max" });
const tokens = ({ tokens, size }: Reading) => [...tokens.subarray(0, size)];
const elements = ({ elements, known }: Reading) => [...elements.subarray(0, known)];

function overlap(a: readonly string[], b: readonly string[]): number {
  const count = (of: readonly string[], part: string) => of.filter((one) => one === part).length;
  return [...new Set(a)].reduce((sum, part) => sum + Math.min(count(a, part), count(b, part)), 0);
}

test("texts share as many elements as they share parts, each as often as it occurs in both", () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 4 }), parts, parts, (before, a, b) => {
      const vocabulary = openVocabulary();
      const [first, second] = [newReading(), newReading()];
      for (const known of [...before, a]) {
        vocabulary.read(known, first);
        vocabulary.learn(known, first);
      }
      vocabulary.read(b, second);
      expect(new Set(elements(first)).size).toBe(a.length);
      const shared = elements(second).filter((element) => elements(first).includes(element));
      expect(shared).toHaveLength(overlap(a, b));
    }),
  );
});

test("the same part is the same token wherever it stands, and a new one is none until it is learnt", () => {
  const vocabulary = openVocabulary();
  const reading = newReading();
  vocabulary.read(["x", "y", "x"], reading);
  expect([tokens(reading), elements(reading)]).toEqual([[-1, -1, -1], []]);
  vocabulary.learn(["x", "y", "x"], reading);
  const [x = -2, y = -2, again = -2] = tokens(reading);
  expect(again).toBe(x);
  expect(new Set([x, y, -1]).size).toBe(3);
  vocabulary.read(["y", "z", "x", "x", "x"], reading);
  expect(tokens(reading)).toEqual([y, -1, x, x, x]);
  expect(elements(reading)).toHaveLength(3);
});

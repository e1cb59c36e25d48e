import { describe, expect, test } from "vitest";
import { isCategory } from "#lib/review/category.ts";
import { taskKind } from "#lib/review/contract.ts";
import { decisionChoices } from "./decision-choices.ts";

const byKey = (...of: Parameters<typeof decisionChoices>) =>
  Object.fromEntries(decisionChoices(...of).map(({ keys, category }) => [keys, category]));

describe("choices", () => {
  test("of each kind are answers that the studio takes, and no key has two", () => {
    for (const kind of taskKind.options) {
      const choices = decisionChoices(kind, 12);
      expect(choices.every(({ category }) => isCategory(kind, category, [1]))).toBe(true);
      const keys = choices.flatMap((one) => one.keys ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test("of pairs are first, second, tie and both bad, in this order", () => {
    expect(byKey("pair", 0)).toEqual({ 1: "first", 2: "second", 3: "tie", 4: "both_bad" });
  });

  test("of grades go by their digits, and 0 is ten", () => {
    expect(byKey("score", 0)).toMatchObject({ 1: "1", 9: "9", 0: "10" });
  });

  test("of steps go by the number that is shown, and 0 is none; the tenth has no key", () => {
    expect(byKey("first_wrong", 10)).toEqual({
      0: "none",
      ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [at + 1, String(at)])),
      null: "9",
    });
  });
});

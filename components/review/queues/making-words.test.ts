import { expect, test } from "vitest";
import { workText } from "./making-words.ts";

test("the work is the taken units times the answers of each", () => {
  expect(workText(200, 10_000, 2)).toBe("400 answers in all.");
});

test("what stays out because of the limit is said", () => {
  expect(workText(12_500, 10_000, 1)).toBe("10,000 answers in all. 2,500 more match and stay out.");
});

test("while numbers are half typed only what is known is said", () => {
  expect(workText(200, null, null)).toBe("");
});

import { expect, test } from "vitest";
import { estimateText } from "./estimate-words.ts";

const estimate = { subjects: 10, calls: 1234, ceiling: 3.1, expected: 0.52 };

test("an estimate tells calls, the likely cost and the most", () => {
  expect(estimateText(estimate)).toBe("1,234 calls, about $0.52, at most $3.10");
  expect(estimateText({ ...estimate, calls: 1 })).toMatch(/^1 call, /);
});

test("without earlier runs only the most is known, and without prices nothing is said of money", () => {
  expect(estimateText({ ...estimate, expected: null })).toBe("1,234 calls, at most $3.10");
  expect(estimateText({ ...estimate, ceiling: 0, expected: null })).toBe("1,234 calls");
  expect(estimateText({ ...estimate, calls: 0 })).toBe("0 calls");
});

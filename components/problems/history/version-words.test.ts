import { expect, test } from "vitest";
import { versionCause } from "#lib/problems/contract/history.ts";
import { causeWords, changedWords } from "./version-words.ts";

test("every cause of a version has words of its own", () => {
  const words = versionCause.options.map((cause) => causeWords({ cause }));
  expect(new Set(words).size).toBe(versionCause.options.length);
  expect(words).toContain("restored");
});

test("what a version changed is named as the editor names it", () => {
  expect(changedWords({ changed: ["text", "tags"] })).toBe("Statement, Tags");
  expect(changedWords({ changed: [] })).toBe("");
  expect(changedWords({ changed: ["text", "something newer"] })).toBe("Statement, something newer");
});

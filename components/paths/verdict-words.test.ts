import { expect, test } from "vitest";
import { verdictGrounds } from "./verdict-words.ts";

test.each([
  ["numeric", "18.0 is 18", "compared as numbers: 18.0 is 18"],
  ["literal", "", "compared as text"],
  [null, "no final answer was found in the path", "no final answer was found in the path"],
  [null, null, null],
] as const)(
  "a verdict by %s because of %j stands on the grounds %j",
  (verdictMethod, verdictReason, grounds) => {
    expect(verdictGrounds({ verdictMethod, verdictReason })).toBe(grounds);
  },
);

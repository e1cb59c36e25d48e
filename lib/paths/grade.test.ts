import { expect, test } from "vitest";
import { compareAnswers } from "#lib/answers/equal.ts";
import { gradeOf } from "#lib/answers/grade.ts";
import { grade } from "./contract.ts";

test.each([
  ["18", "18.0", true],
  ["18", "20", false],
  ["(1, 2)", "2, 1", null],
])("%s against %s is graded %s, with the comparison's reason", (reference, prediction, equal) => {
  const comparison = compareAnswers(reference, prediction);
  const given = gradeOf(comparison);
  expect(grade.parse(given)).toEqual(given);
  expect(given).toEqual({ equal, method: equal === null ? null : "numeric", reason: comparison.reason });
});

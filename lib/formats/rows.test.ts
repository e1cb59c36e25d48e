import { expect, test } from "vitest";
import { pairRowSchema, pathRowSchema } from "./rows.ts";
import { pairRow, pathRow } from "./testing/rows.ts";

test("frozen rows are taken as they are, a path with its verdict", () => {
  const checked = { ...pathRow, path: { ...pathRow.path, verdict: "correct" } };
  expect(pathRowSchema.parse(checked)).toEqual(checked);
  expect(pairRowSchema.parse(pairRow)).toEqual(pairRow);
});

test("a verdict that isn't one, and a path of no problem, are refused", () => {
  expect(pathRowSchema.safeParse({ ...pathRow, path: { ...pathRow.path, verdict: "right" } }).success).toBe(
    false,
  );
  const { problem: _problem, ...loose } = pathRow.path;
  expect(pathRowSchema.safeParse({ ...pathRow, path: loose }).success).toBe(false);
});

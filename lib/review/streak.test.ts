import { expect, test } from "vitest";
import { streakOf } from "./streak.ts";

test("days in a row count up to today, or up to yesterday while today has nothing yet", () => {
  const days = ["2026-03-01", "2026-02-28", "2026-02-27", "2026-02-25"];
  expect(streakOf(days, "2026-03-01")).toBe(3);
  expect(streakOf(days, "2026-03-02")).toBe(3);
  expect(streakOf(days, "2026-03-03")).toBe(0);
  expect(streakOf([], "2026-03-03")).toBe(0);
});

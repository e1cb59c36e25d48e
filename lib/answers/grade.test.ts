import { expect, test } from "vitest";
import { gradeOf } from "./grade.ts";

test("what can't be told has neither answer nor method", () => {
  const found = { method: "symbolic", reason: "why", questions: [] } as const;
  expect(gradeOf({ ...found, outcome: "undecided" })).toEqual({ equal: null, method: null, reason: "why" });
  expect(gradeOf({ ...found, outcome: "equal" })).toEqual({
    equal: true,
    method: "symbolic",
    reason: "why",
  });
  expect(gradeOf({ ...found, outcome: "different" })).toMatchObject({ equal: false, method: "symbolic" });
});

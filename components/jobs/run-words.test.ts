import { expect, test } from "vitest";
import { countLabel, duration, runCounts, runTitle } from "./run-words.ts";

test("a run is named by what it does and to what", () => {
  expect(runTitle({ kind: "import", parameters: { name: "train.jsonl" } })).toBe("Import: train.jsonl");
  expect(runTitle({ kind: "check", parameters: {} })).toBe("Check paths");
});

test("counts are read as words", () => {
  expect(countLabel("pathsCreated")).toBe("paths created");
  expect(countLabel("over_problem_limit")).toBe("over problem limit");
});

test("a duration runs until now while the run does, and says nothing before it starts", () => {
  const start = "2026-01-01T00:00:00.000Z";
  expect(duration(null, null, new Date())).toBeNull();
  expect(duration(start, null, new Date("2026-01-01T00:00:00.400Z"))).toBe("0.4 s");
  expect(duration(start, "2026-01-01T00:03:20.000Z", new Date())).toBe("3 min 20 s");
  expect(duration(start, "2026-01-01T00:00:12.400Z", new Date())).toBe("12 s");
});

test("a verify run's counts say what they count, in an order that reads well; others stay as they come", () => {
  const counts = { failed: 2, error: 1, correct: 7, wrongSteps: 3 };
  expect(runCounts({ kind: "verify", counts })).toEqual([
    ["correct", "7"],
    ["error", "1"],
    ["code failed", "2"],
    ["with a wrong step", "3"],
  ]);
  expect(runCounts({ kind: "import", counts: { pathsCreated: 2, aborted: 1 } })).toEqual([
    ["paths created", "2"],
    ["aborted", "1"],
  ]);
});

test("what a run has spent is shown as money, and counts without words of their own come last", () => {
  const counts = { refusedNegative: 3, costMicros: 12_345, accepted: 1200 };
  expect(runCounts({ kind: "instruct", counts })).toEqual([
    ["accepted", "1,200"],
    ["cost", "$0.0123"],
    ["refused negative", "3"],
  ]);
});

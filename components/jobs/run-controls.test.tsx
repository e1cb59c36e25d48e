import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { Run } from "#lib/jobs/contract.ts";
import { RunControls } from "./run-controls.tsx";

afterEach(cleanup);

const run: Run = {
  id: 12,
  kind: "instruct",
  state: "running",
  done: 0,
  total: null,
  counts: {},
  parameters: {},
  result: null,
  error: null,
  createdBy: null,
  createdAt: "2026-01-01T00:00:00Z",
  startedAt: null,
  finishedAt: null,
  cancelRequested: false,
  pauseRequested: false,
};

function buttonsOf(part: Partial<Run>): (string | null)[] {
  showScreen(<RunControls project="gsm8k" run={{ ...run, ...part }} />, testCache());
  const names = screen.queryAllByRole("button").map((button) => button.textContent);
  cleanup();
  return names;
}

test("a run that grows can rest, other runs can only be stopped, and an ended one neither", () => {
  expect(buttonsOf({})).toEqual(["Pause", "Cancel"]);
  expect(buttonsOf({ kind: "import" })).toEqual(["Cancel"]);
  expect(buttonsOf({ state: "done" })).toEqual([]);
});

test("a paused run can go on or be stopped; one that was asked to says so", () => {
  expect(buttonsOf({ state: "paused" })).toEqual(["Go on", "Cancel"]);
  expect(buttonsOf({ pauseRequested: true })).toEqual(["Pausing", "Cancel"]);
  expect(buttonsOf({ cancelRequested: true })).toEqual(["Pause", "Stopping"]);
});

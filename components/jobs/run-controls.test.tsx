import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { Run } from "#lib/jobs/contract.ts";
import { exampleRun } from "./example-run.ts";
import { RunControls } from "./run-controls.tsx";

afterEach(cleanup);

const run = exampleRun({ kind: "instruct", state: "running" });

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

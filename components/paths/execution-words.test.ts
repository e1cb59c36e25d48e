import { expect, test } from "vitest";
import type { SegmentExecution } from "#lib/paths/contract.ts";
import { blockOutcome, errorText, givenOutput, timeText } from "./execution-words.ts";

const block: SegmentExecution = {
  segment: 1,
  stdout: "",
  value: null,
  error: null,
  recorded: null,
  agrees: null,
};
const error = { kind: "exception", message: "NameError: x", line: 3 } as const;

test.each([
  ["reproduced", { recorded: "1", agrees: true }],
  ["reproduced", { recorded: "NameError", agrees: true, error }],
  ["different", { recorded: "1", agrees: false }],
  ["unrecorded", {}],
  ["failed", { error }],
  ["failed", { recorded: "1", agrees: false, error }],
] as const)("a block is %s with %j", (outcome, part) => {
  expect(blockOutcome({ ...block, ...part })).toBe(outcome);
});

test.each([
  [error, "NameError: x, in line 3"],
  [{ kind: "timeout", message: "stopped after 10 s", line: null }, "stopped after 10 s"],
] as const)("the error %j reads %j", (found, text) => {
  expect(errorText(found)).toBe(text);
});

test("a time reads in milliseconds below a second and in seconds above", () => {
  expect([0.3, 12.4, 999.4, 999.6, 3440].map(timeText)).toEqual([
    "0 ms",
    "12 ms",
    "999 ms",
    "1.0 s",
    "3.4 s",
  ]);
});

test("what a block gave is what it printed, then its value", () => {
  expect(givenOutput({ stdout: "1\n", value: null })).toBe("1");
  expect(givenOutput({ stdout: " ", value: "2" })).toBe("2");
  expect(givenOutput({ stdout: "1\n", value: "2" })).toBe("1\n2");
});

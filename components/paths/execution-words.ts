import type { Tone } from "#components/ui/tone.ts";
import type { ExecutionOutcome, SegmentExecution } from "#lib/paths/contract.ts";
import type { ExecutionError } from "#lib/python/contract.ts";

export const EXECUTION_OUTCOMES: readonly ExecutionOutcome[] = [
  "reproduced",
  "different",
  "unrecorded",
  "failed",
];

export const EXECUTION_LABEL: Record<ExecutionOutcome, string> = {
  reproduced: "Reproduced",
  different: "Differs",
  unrecorded: "Ran",
  failed: "Failed",
};

export const EXECUTION_TONE: Record<ExecutionOutcome, Tone> = {
  reproduced: "good",
  different: "warn",
  unrecorded: "neutral",
  failed: "bad",
};

/** What became of all the code of a path. */
export const EXECUTION_HINT: Record<ExecutionOutcome, string> = {
  reproduced: "The code was run, and every recorded output came again.",
  different: "The code was run, and printed something else than the path records.",
  unrecorded: "The code ran to its end. The path records no output to compare with.",
  failed: "The code was run, and didn't end well.",
};

/** What became of one block. An error that the path itself records is no failure of ours to reproduce it. */
export function blockOutcome({ error, agrees }: SegmentExecution): ExecutionOutcome {
  if (agrees === true) return "reproduced";
  if (error !== null) return "failed";
  return agrees === false ? "different" : "unrecorded";
}

export const BLOCK_HINT: Record<ExecutionOutcome, string> = {
  reproduced: "Printed what the path records",
  different: "Printed something else than the path records",
  unrecorded: "Ran; the path records no output of it",
  failed: "Didn't end well",
};

/** Why a block didn't end well, as one line: "ZeroDivisionError: division by zero, in line 3". */
export function errorText({ message, line }: ExecutionError): string {
  return line === null ? message : `${message}, in line ${line.toLocaleString("en")}`;
}

/** Below a second in milliseconds, above it in seconds: "12 ms", "3.4 s". */
export function timeText(milliseconds: number): string {
  return milliseconds < 999.5 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What a block gave, as a notebook shows it: what it printed and then, on a line of its own, its value. */
export function givenOutput({ stdout, value }: Pick<SegmentExecution, "stdout" | "value">): string {
  const printed = stdout.trimEnd();
  return value === null ? printed : printed === "" ? value : `${printed}\n${value}`;
}

import { expect, test } from "vitest";
import { lastOutput } from "./run-blocks.ts";

const block = (part: object) => ({ stdout: "", value: null, error: null, ...part });
const ran = (...blocks: ReturnType<typeof block>[]) => ({
  ...(blocks.at(-1) ?? block({})),
  milliseconds: 1,
  truncated: 0,
  blocks,
});

test("the last block counts: what it printed, else its value", () => {
  expect(lastOutput(ran(block({ stdout: "1\n" }), block({ stdout: "2\n", value: "3" })))).toEqual({
    text: "2",
    failed: false,
  });
  expect(lastOutput(ran(block({ value: "3" })))).toEqual({ text: "3", failed: false });
  expect(lastOutput(ran(block({})))).toEqual({ text: "", failed: false });
});

test("an error stands after what was printed before it", () => {
  const error = { kind: "exception" as const, message: "ZeroDivisionError: division by zero", line: 2 };
  expect(lastOutput(ran(block({ stdout: "1\n", error })))).toEqual({
    text: "1\nZeroDivisionError: division by zero",
    failed: true,
  });
});

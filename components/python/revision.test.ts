import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Segment } from "#lib/paths/contract.ts";
import type { BlockResult, Execution } from "#lib/python/contract.ts";
import type { Ran } from "./python-state.ts";
import { blockOutput, codeCells, isSameCode, originalRevision, revisedSegments } from "./revision.ts";

const text = (content: string): Segment => ({ type: "text", content });
const code = (content: string): Segment => ({ type: "code", content });
const output = (content: string): Segment => ({ type: "output", content });

const block = (part: Partial<BlockResult>): BlockResult => ({
  stdout: "",
  value: null,
  error: null,
  ...part,
});
function ran(codes: readonly string[], blocks: readonly BlockResult[]): Ran {
  const execution: Execution = {
    stdout: "",
    value: null,
    error: null,
    milliseconds: 1,
    truncated: 0,
    blocks: [...blocks],
  };
  return { codes, execution };
}

const PATH = [
  text("First,"),
  code("a = 1"),
  text("then"),
  code("print(a)"),
  output("1\n"),
  text("So it is 1."),
];

describe("the code of a path", () => {
  test("is a cell for each segment, with the text before it and the output recorded for it", () => {
    expect(codeCells(PATH)).toEqual([
      { segment: 1, lead: "First,", code: "a = 1", recorded: null },
      { segment: 3, lead: "then", code: "print(a)", recorded: "1\n" },
    ]);
  });

  test("comes with the last text after it, where there is one", () => {
    expect(originalRevision(PATH)).toEqual({ codes: ["a = 1", "print(a)"], closing: "So it is 1." });
    expect(originalRevision([text("Before"), code("1"), text(" \n")]).closing).toBeNull();
    expect(originalRevision([text("Only words")])).toEqual({ codes: [], closing: null });
  });
});

describe("a revised path", () => {
  test("has the new code, its new outputs after it, and the new closing text", () => {
    const done = ran(["a = 2", "print(a)"], [block({}), block({ stdout: "2\n" })]);
    expect(revisedSegments(PATH, done, "So it is 2.")).toEqual([
      text("First,"),
      code("a = 2"),
      text("then"),
      code("print(a)"),
      output("2"),
      text("So it is 2."),
    ]);
  });

  test("keeps the blank space around its closing text", () => {
    const path = [code("1"), text("\n\nIt is 1.\n")];
    expect(originalRevision(path).closing).toBe("It is 1.");
    const done = ran(["2"], [block({ value: "2" })]);
    expect(revisedSegments(path, done, "It is 1.").at(-1)).toEqual(text("\n\nIt is 1.\n"));
    expect(revisedSegments(path, done, "It is 2.").at(-1)).toEqual(text("\n\nIt is 2.\n"));
  });

  test("leaves out what is blank: code that was deleted, and a closing text", () => {
    const done = ran(["", "print(a)"], [block({}), block({ stdout: "2\n" })]);
    expect(revisedSegments(PATH, done, " ").map(({ type }) => type)).toEqual([
      "text",
      "text",
      "code",
      "output",
    ]);
  });

  test("records a value and a failure as a notebook would", () => {
    const error = { kind: "exception", message: "ZeroDivisionError: division by zero", line: 2 } as const;
    expect(blockOutput(block({ stdout: "a\n", value: "3" }))).toBe("a\n3");
    expect(blockOutput(block({ stdout: "a\n", error }))).toBe("a\nZeroDivisionError: division by zero");
    expect(blockOutput(block({}))).toBe("");
  });

  const segments = fc.array(
    fc.record({ type: fc.constantFrom("text", "code", "output"), content: fc.string({ minLength: 1 }) }),
  );

  test("whose code gives what it gave before differs from the path in outputs alone", () => {
    fc.assert(
      fc.property(segments, (path) => {
        const { codes, closing } = originalRevision(path);
        const done = ran(
          codes,
          codes.map(() => block({ stdout: "x" })),
        );
        const kept = ({ type, content }: Segment) => type !== "output" && content.trim() !== "";
        expect(revisedSegments(path, done, closing).filter(kept)).toEqual(path.filter(kept));
      }),
    );
  });
});

test("two codes are the same where all blocks are", () => {
  expect(isSameCode(["a", "b"], ["a", "b"])).toBe(true);
  expect(isSameCode(["a"], ["a", "b"])).toBe(false);
  expect(isSameCode(["a", "c"], ["a", "b"])).toBe(false);
});

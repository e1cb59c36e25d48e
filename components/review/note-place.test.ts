import { expect, test } from "vitest";
import { traceDocument } from "#components/paths/trace-document.ts";
import { noteOf } from "./note-place.ts";

const path = {
  pathId: 7,
  verdict: null,
  segments: [
    { type: "text" as const, content: "First 1 + 1 = 2.\nThen twice." },
    { type: "code" as const, content: "x = 2\nprint(x)" },
  ],
};
const trace = traceDocument(path.segments);
const select = (startLineNumber: number, startColumn: number, endLineNumber: number, endColumn: number) =>
  noteOf(path, trace, { startLineNumber, startColumn, endLineNumber, endColumn });

test("a selection is a stretch of its segment", () => {
  expect(select(1, 7, 1, 16)).toEqual({ pathId: 7, segment: 0, from: 6, to: 15 });
  expect(select(2, 1, 2, 5)).toEqual({ pathId: 7, segment: 0, from: 17, to: 21 });
  const code = select(5, 1, 5, 6);
  expect(code).toMatchObject({ segment: 1 });
  expect(path.segments[1]?.content.slice(code?.from, code?.to)).toBe("print");
});

test("nothing selected, or a fence alone, is no stretch", () => {
  expect(select(1, 3, 1, 3)).toBeNull();
  expect(select(3, 1, 3, 4)).toBeNull();
});

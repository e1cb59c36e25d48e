import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecord, type RecordKind } from "./parse-record.ts";
import { pairRecordSchema, pathRecordSchema, problemRecordSchema, scoreRecordSchema } from "./records.ts";
import { kindOf, segmentText } from "./segments.ts";
import { anyRow, recordKind, records } from "./testing/arbitraries.ts";

const schemas = {
  problem: problemRecordSchema,
  path: pathRecordSchema,
  score: scoreRecordSchema,
  pair: pairRecordSchema,
};

/** The field and message of the fault that a row must have. */
function fault(row: unknown, kind: RecordKind) {
  const parsed = parseRecord(row, kind);
  return parsed.ok ? "no fault" : parsed.error;
}

test("any row gives a record that its schema takes, or a fault with a message; nothing throws", () => {
  fc.assert(
    fc.property(anyRow, recordKind, (row, kind) => {
      const parsed = parseRecord(row, kind);
      if (parsed.ok) expect(schemas[kind].safeParse(parsed.value).success).toBe(true);
      else expect(parsed.error.message).not.toBe("");
    }),
    { numRuns: 2000 },
  );
});

test.each(["problem", "path", "score", "pair"] as const)("a %s that was parsed parses to itself", (kind) => {
  fc.assert(
    fc.property(records[kind], (record) => {
      expect(parseRecord(record, kind)).toEqual({ ok: true, value: record });
    }),
  );
});

test("an unknown key goes into meta, beside what meta holds", () => {
  expect(parseRecord({ problem: "1 + 1?", level: 3, meta: { page: 7 }, note: null }, "problem")).toEqual({
    ok: true,
    value: { problem: "1 + 1?", meta: { page: 7, level: 3 } },
  });
});

test("a key that stands beside meta and inside it is refused", () => {
  expect(fault({ problem: "p", level: 3, meta: { level: 4 } }, "problem")).toMatchObject({ field: "level" });
});

test("null and blank values of known keys are absent, and numbers stand for texts", () => {
  expect(
    parseRecord({ id: 7, problem: "p", answer: 18, solution: " ", split: null, difficulty: 3 }, "problem"),
  ).toEqual({ ok: true, value: { id: "7", problem: "p", answer: "18", difficulty: "3" } });
});

test("a path's text is split, and its kind told where it isn't given", () => {
  const text = "```python\nprint(7)\n```\n```output\n7\n```\nIt is 7.";
  expect(parseRecord({ problem_id: "a", text }, "path")).toEqual({
    ok: true,
    value: { problem_id: "a", kind: "pot", segments: segmentText(text) },
  });
  expect(parseRecord({ problem_id: "a", text, kind: "mixed" }, "path")).toMatchObject({
    value: { kind: "mixed" },
  });
  const segments = segmentText(text);
  expect(parseRecord({ problem_id: "a", segments }, "path")).toMatchObject({
    value: { kind: kindOf(segments) },
  });
});

test("a missing, wrong or unstorable field is named with what to do", () => {
  expect(fault({}, "problem")).toEqual({ field: "problem", message: "There is no problem's text: add it." });
  expect(fault({ problem: [1] }, "problem")).toEqual({
    field: "problem",
    message: "Give the problem's text as text, not a list.",
  });
  expect(fault({ problem: "a\0" }, "problem")).toMatchObject({
    field: "problem",
    message: expect.stringMatching(/NUL/),
  });
  expect(fault({ problem: "p", answer: "\udc00" }, "problem")).toMatchObject({ field: "answer" });
  expect(fault({ problem: "p", meta: { a: "\0" } }, "problem")).toMatchObject({ field: "meta" });
  expect(fault({ problem: "p", split: "dev" }, "problem")).toEqual({
    field: "split",
    message: "Write train or test.",
  });
  expect(fault({ problem: "p", tags: ["a", 5] }, "problem")).toMatchObject({ field: "tags.1" });
  expect(fault("text", "problem")).toMatchObject({ field: null });
});

test("a problem may be 100,000 characters long and a path a million, and no longer", () => {
  const problem = "x".repeat(100_000);
  expect(parseRecord({ problem }, "problem").ok).toBe(true);
  expect(fault({ problem: `${problem}x` }, "problem")).toMatchObject({ field: "problem" });
  const text = "x".repeat(1_000_000);
  expect(parseRecord({ problem: "p", text }, "path").ok).toBe(true);
  expect(fault({ problem: "p", text: `${text}x` }, "path")).toMatchObject({ field: "text" });
});

test("a path needs a problem, a text or segments but not both, and something in them", () => {
  expect(fault({ text: "a" }, "path")).toMatchObject({ field: "problem" });
  expect(fault({ problem: "p" }, "path")).toMatchObject({ field: "text" });
  expect(fault({ problem: "p", segments: [] }, "path")).toMatchObject({ field: "segments" });
  expect(fault({ problem: "p", text: "```python\n```" }, "path")).toMatchObject({ field: "text" });
  expect(
    fault({ problem: "p", text: "a", segments: [{ type: "text", content: "a" }] }, "path"),
  ).toMatchObject({
    field: "text",
  });
  expect(fault({ problem: "p", text: 5 }, "path")).toMatchObject({ field: "text" });
});

test("a score is of one thing, and a critique lies from 1 to 10", () => {
  const score = { path_id: "a", scorer: "s", kind: "critique", value: 9 };
  expect(parseRecord(score, "score")).toEqual({ ok: true, value: score });
  expect(fault({ ...score, value: 11 }, "score")).toMatchObject({ field: "value" });
  expect(parseRecord({ ...score, kind: "reward", value: -3.5 }, "score").ok).toBe(true);
  expect(fault({ ...score, problem_id: "b" }, "score")).toMatchObject({ field: "path_id" });
});

test("a pair of the same path twice is refused", () => {
  expect(fault({ problem: "p", chosen: "a", rejected: "a" }, "pair")).toMatchObject({ field: "rejected" });
});

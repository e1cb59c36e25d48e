import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecord } from "../parse-record.ts";
import { anyRow, recordKind, records } from "../testing/arbitraries.ts";
import { writeRecord } from "./canonical.ts";

/** The same value with the keys of every object in reverse. */
function reversed<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).reverse())
        : inner,
    ),
  );
}

test("every record comes back from its line as it was, for each kind", () => {
  fc.assert(
    fc.property(records.problem, records.path, records.score, records.pair, (problem, path, score, pair) => {
      expect(parseRecord(JSON.parse(writeRecord("problem", problem)), "problem")).toEqual({
        ok: true,
        value: problem,
      });
      expect(parseRecord(JSON.parse(writeRecord("path", path)), "path")).toEqual({ ok: true, value: path });
      expect(parseRecord(JSON.parse(writeRecord("score", score)), "score")).toEqual({
        ok: true,
        value: score,
      });
      expect(parseRecord(JSON.parse(writeRecord("pair", pair)), "pair")).toEqual({ ok: true, value: pair });
    }),
    { numRuns: 500 },
  );
});

test("a line is one line, and writing what was read gives the same bytes", () => {
  fc.assert(
    fc.property(records.path, (path) => {
      const line = writeRecord("path", path);
      expect(line).not.toMatch(/[\n\r]/);
      const again = parseRecord(JSON.parse(line), "path");
      expect(again.ok && writeRecord("path", again.value)).toBe(line);
    }),
  );
});

test("the order of keys in meta never changes the bytes", () => {
  const one = { problem: "2+2?", meta: { b: 1, a: { d: 1, c: 2 } } };
  const other = { meta: { a: { c: 2, d: 1 }, b: 1 }, problem: "2+2?" };
  expect(writeRecord("problem", one)).toBe(writeRecord("problem", other));
  expect(writeRecord("problem", one)).toBe('{"problem":"2+2?","meta":{"a":{"c":2,"d":1},"b":1}}');
});

test("reading any row as any record never throws, and a fault says what to do", () => {
  fc.assert(
    fc.property(anyRow, recordKind, (row, kind) => {
      const parsed = parseRecord(row, kind);
      if (!parsed.ok) expect(parsed.error.message.length).toBeGreaterThan(10);
    }),
    { numRuns: 1000 },
  );
});

test("the order of keys makes no difference to any problem's or path's bytes, at any level", () => {
  fc.assert(
    fc.property(records.problem, records.path, (problem, path) => {
      expect(writeRecord("problem", reversed(problem))).toBe(writeRecord("problem", problem));
      expect(writeRecord("path", reversed(path))).toBe(writeRecord("path", path));
    }),
  );
});

test("keys stand in the order of the format, meta's keys sorted, and nothing that is absent is written", () => {
  const record = {
    meta: { b: { z: 1, y: [{ d: 1, c: 2 }] }, "10": 0, "9": 0, a: null },
    tags: ["t"],
    answer: "2",
    problem: "1 + 1?",
    source: undefined,
  };
  expect(writeRecord("problem", record)).toBe(
    '{"problem":"1 + 1?","answer":"2","tags":["t"],"meta":{"10":0,"9":0,"a":null,"b":{"y":[{"c":2,"d":1}],"z":1}}}',
  );
});

test("segments and judgements have a fixed order of keys, and an empty meta is left out", () => {
  const path = {
    meta: {},
    segments: [{ content: "a", type: "text" as const }],
    kind: "cot" as const,
    problem_id: "p",
  };
  expect(writeRecord("path", path)).toBe(
    '{"problem_id":"p","kind":"cot","segments":[{"type":"text","content":"a"}]}',
  );
  const judgements = [{ seconds: 5, answer: "tie" as const, reviewer: "r" }];
  expect(writeRecord("pair", { problem: "p", rejected: "b", chosen: "a", judgements })).toBe(
    '{"problem":"p","chosen":"a","rejected":"b","judgements":[{"reviewer":"r","answer":"tie","seconds":5}]}',
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { lemma } from "../shapes/lemma.ts";
import { records } from "../testing/arbitraries.ts";
import { pairRow, pairRowWithIds, pathRow, TRACE } from "../testing/rows.ts";
import { writeLemmaPair, writeLemmaPath } from "./lemma.ts";

test("the lines of any path row import as the same problem and path", () => {
  fc.assert(
    fc.property(records.problem, records.path, (problem, path) => {
      const imported = writeLemmaPath({ problem, path: { ...path, verdict: "correct" } }).lines.map((line) =>
        lemma.drafts(JSON.parse(line), {}),
      );
      const link = problem.id === undefined ? { problem: problem.problem } : { problem_id: problem.id };
      const { problem_id: _id, problem: _text, ...own } = path;
      expect(imported).toEqual([
        { ok: true, value: { problems: [problem], paths: [], scores: [], pairs: [] } },
        { ok: true, value: { problems: [], paths: [{ ...own, ...link }], scores: [], pairs: [] } },
      ]);
    }),
  );
});

test("a path row is the problem's line and the path's, and test problems may leave", () => {
  const row = { ...pathRow, problem: { ...pathRow.problem, split: "test" as const } };
  const path = '{"problem":"Why 2?","kind":"cot","segments":[{"type":"text","content":"It is 2."}]}';
  expect(writeLemmaPath(row).lines).toEqual(['{"problem":"Why 2?","answer":"2","split":"test"}', path]);
  expect(writeLemmaPath(row, { problemWritten: true }).lines).toEqual([path]);
});

test("a pair names paths and problem by id where they have one, else by text", () => {
  expect(writeLemmaPair(pairRowWithIds).lines.at(-1)).toBe(
    '{"problem_id":"q1","chosen":"p1","rejected":"p2","origin":"mined","margin":0.5}',
  );
  expect(writeLemmaPair(pairRow).lines.at(-1)).toBe(
    `{"problem":"Why 2?","chosen":${JSON.stringify(TRACE)},"rejected":"It is 3.","origin":"mined"}`,
  );
  expect(writeLemmaPair(pairRowWithIds).lines).toHaveLength(4);
});

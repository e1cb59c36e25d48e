import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRecord } from "#lib/formats/parse-record.ts";
import type { PathRecord } from "#lib/formats/records.ts";
import type { PairRow, PathRow } from "#lib/formats/rows.ts";
import { exportWriter } from "./export-lines.ts";

const path = (problem: number, n: number): PathRecord => ({
  id: `t${problem}-${n}`,
  problem_id: `p${problem}`,
  kind: "cot",
  segments: [{ type: "text", content: `Way ${n} of ${problem}.` }],
});
const problemOf = (n: number) => ({ id: `p${n}`, problem: `What is ${n}?`, answer: String(n) });
const pairOf = (problem: number, chosen: number, rejected: number): PairRow => ({
  problem: problemOf(problem),
  chosen: path(problem, chosen),
  rejected: path(problem, rejected),
  origin: "mined",
});

/** Pairs of some problems, rows of a problem together, with paths shared between pairs. */
const pairs = fc
  .uniqueArray(
    fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 4 }), fc.nat({ max: 4 })).filter(([, a, b]) => a !== b),
    { selector: String },
  )
  .map((rows) => rows.toSorted(([a], [b]) => a - b).map(([problem, a, b]) => pairOf(problem, a, b)));

const lines = (rows: readonly (PairRow | PathRow)[], ...[format, style]: Parameters<typeof exportWriter>) => {
  const writer = exportWriter(format, style);
  return rows.flatMap((row) => writer(row)).map((line): Record<string, unknown> => JSON.parse(line));
};

describe("exportWriter", () => {
  it("writes each problem, path and pair once in Lemma's format, and all that the pairs need", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const records = lines(rows, "lemma", "text");
        const ids = (key: string) => records.filter((record) => key in record).map(({ id }) => id);
        const problems = records.filter((record) => "answer" in record).map(({ id }) => id);
        expect(problems).toEqual([...new Set(rows.map(({ problem }) => problem.id))]);
        const paths = ids("segments");
        expect(new Set(paths).size).toBe(paths.length);
        expect(new Set(paths)).toEqual(
          new Set(rows.flatMap(({ chosen, rejected }) => [chosen.id, rejected.id])),
        );
        expect(records.filter((record) => "chosen" in record)).toEqual(
          rows.map(({ problem, chosen, rejected }) => ({
            problem_id: problem.id,
            chosen: chosen.id,
            rejected: rejected.id,
            origin: "mined",
          })),
        );
      }),
    );
  });

  it("writes one line for each pair for DPO, and one for each different chosen path for SFT", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        expect(lines(rows, "trl-dpo", "text")).toHaveLength(rows.length);
        const chosen = lines(rows, "trl-sft", "messages");
        expect(chosen).toHaveLength(new Set(rows.map((row) => row.chosen.id)).size);
      }),
    );
  });

  it("writes path rows for SFT and for Lemma, where they read back as the same records", () => {
    const row: PathRow = { problem: problemOf(1), path: { ...path(1, 1), verdict: "correct" } };
    expect(lines([row], "trl-sft", "text")).toEqual([{ prompt: "What is 1?", completion: "\nWay 1 of 1." }]);
    const [first, second] = lines([row, row], "lemma", "text");
    expect(parseRecord(first, "problem")).toEqual({ ok: true, value: row.problem });
    expect(parseRecord(second, "path")).toEqual({ ok: true, value: path(1, 1) });
  });

  it("never lets a test problem out in a training format", () => {
    const row = pairOf(1, 1, 2);
    const test: PairRow = { ...row, problem: { ...row.problem, split: "test" } };
    expect(lines([test], "trl-dpo", "text")).toEqual([]);
    expect(lines([test], "trl-sft", "messages")).toEqual([]);
  });
});

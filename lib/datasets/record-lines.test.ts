import fc from "fast-check";
import { expect, it } from "vitest";
import type { ReadRow } from "#lib/formats/readers/read-row.ts";
import { shapeByName } from "#lib/formats/recognise.ts";
import { lineTally } from "./line-tally.ts";
import { recordLines } from "./record-lines.ts";

const shape = shapeByName("lemma");
const good = fc.oneof(
  fc.nat({ max: 99 }).map((n) => ({ problem: `What is ${n}?` })),
  fc.nat({ max: 99 }).map((n) => ({ problem: `What is ${n}?`, text: `It is ${n}.`, model: "m" })),
);
const row: fc.Arbitrary<"fault" | "wrong" | { problem: string }> = fc.oneof(
  good,
  fc.constant("fault" as const),
  fc.constant("wrong" as const),
);

async function* read(rows: readonly ("fault" | "wrong" | { problem: string })[]): AsyncGenerator<ReadRow> {
  for (const [i, each] of rows.entries()) {
    if (each === "fault") yield { line: i + 1, error: { field: null, message: "broken" } };
    else if (each === "wrong") yield { line: i + 1, row: { problem: "What?", split: "nowhere" } };
    else yield { line: i + 1, row: each };
  }
}

async function run(rows: readonly ("fault" | "wrong" | { problem: string })[], allOrNothing: boolean) {
  const counts = { rows: 0, problems: 0, paths: 0, scores: 0, pairs: 0, rejected: 0 };
  const rejected = lineTally(1000);
  const draft = (value: unknown) => shape.drafts(value, {});
  const batches = await Array.fromAsync(
    recordLines(read(rows), { runId: 5, draft, allOrNothing, counts, rejected }),
  );
  const lines = batches.join("").split("\n").slice(0, -1);
  return { counts, rejected, lines: lines.map((line) => line.split("\t")) };
}

it("writes one line for each record of the good rows, numbered in order, and counts the others", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const { counts, rejected, lines } = await run(rows, false);
      const taken = rows.flatMap((each, i) => (typeof each === "string" ? [] : [i + 1]));
      expect(lines.map(([runId, position, line]) => [runId, position, line])).toEqual(
        taken.map((line, position) => ["5", String(position), String(line)]),
      );
      expect(counts.rows).toBe(rows.length);
      expect(counts.problems + counts.paths).toBe(taken.length);
      expect(rejected.kept.map(({ line }) => line)).toEqual(
        rows.flatMap((each, i) => (typeof each === "string" ? [i + 1] : [])),
      );
      expect(counts.rejected).toBe(rejected.count);
    }),
  );
});

it("writes nothing after the first rejected row where all or nothing is wanted, but counts every one", async () => {
  const ask = { problem: "What is 1?" };
  const { counts, rejected, lines } = await run([ask, "wrong", ask, "fault", ask], true);
  expect(lines).toHaveLength(1);
  expect(counts).toMatchObject({ rows: 5, rejected: 2 });
  expect(rejected.first).toMatchObject({ line: 2, field: "split" });
});

import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { closeDatabase, type SqlTransaction, sql } from "#lib/db.ts";
import { importCopyRow } from "../import-row.ts";
import { copyImportRows } from "./import-rows.ts";

testDatabase();
afterAll(closeDatabase);

async function* from(...batches: readonly string[]) {
  yield* batches;
}

const row = (runId: number, position: number, problem = "Why?") =>
  importCopyRow(runId, position, position + 1, { kind: "problem", record: { problem } });

async function staged(runId: number) {
  return sql()`SELECT position, line, record, problem_hash, data FROM import_row WHERE run_id = ${runId} ORDER BY position`;
}

const stage = (...batches: readonly string[]) =>
  sql().begin((tx: SqlTransaction) => copyImportRows(tx, from(...batches)));

describe("copyImportRows", () => {
  test("brings every text over as it is, with the hash that PostgreSQL makes of it", async () => {
    const text = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom("\\", "\t", "\n", "\r", "N", '"', "\u2028"),
          fc.string({ unit: "grapheme", maxLength: 1 }),
        ),
        minLength: 1,
      })
      .filter((given) => !given.includes("\0"));
    let runId = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        runId += 1;
        await stage(texts.map((each, i) => row(runId, i, each)).join(""));
        const back = await staged(runId);
        expect(back.map(({ data }) => data)).toEqual(texts.map((problem) => ({ problem })));
        const [equal] = await sql()`SELECT bool_and(
          problem_hash = encode(sha256(convert_to(data->>'problem', 'UTF8')), 'hex')) AS all FROM import_row WHERE run_id = ${runId}`;
        expect(equal).toEqual({ all: true });
      }),
      { numRuns: 30 },
    );
  });

  test("takes rows in the batches that come, in one piece with its transaction", async () => {
    await stage(row(1, 0), row(1, 1) + row(1, 2));
    expect(await staged(1)).toHaveLength(3);
    const undone = sql().begin(async (tx) => {
      await copyImportRows(tx, from(row(2, 0)));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await staged(2)).toEqual([]);
  });

  test("passes on what its source throws, and leaves the connections usable", async () => {
    async function* broken() {
      yield row(3, 0);
      throw new Error("the file broke");
    }
    for (let i = 0; i < 15; i += 1) {
      await expect(sql().begin((tx) => copyImportRows(tx, broken()))).rejects.toThrow("the file broke");
    }
    expect(await staged(3)).toEqual([]);
  });

  test("fails, and never hangs, where the server refuses a row early or after the last one", async () => {
    await expect(stage("nonsense\n", ...Array(50).fill(row(4, 0)))).rejects.toThrow();
    await expect(stage(row(4, 1) + row(4, 1))).rejects.toThrow();
    expect(await staged(4)).toEqual([]);
    await stage(row(4, 2));
    expect(await staged(4)).toHaveLength(1);
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { GROUPS, MIXED_ZSTD } from "#lib/formats/testing/parquet-files.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { cancelRun } from "#lib/jobs/store/cancel.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import { importOptions } from "../import-options.ts";
import { startImport } from "../store/imports.ts";
import { CHUNK_BYTES, writeUpload } from "../store/upload.ts";
import { importHandler } from "./import.ts";

testDatabase();
afterAll(async () => {
  await closeSender();
  await closeDatabase();
});

const handlers = new Map([[importHandler.kind, importHandler]]);
let scope: ProjectScope;
beforeEach(async () => {
  scope = (await emptyProject()).as("curator");
});

async function queueImport(
  name: string,
  bytes: Iterable<Buffer>,
  options: z.input<typeof importOptions> = {},
) {
  const upload = await writeUpload(scope, { name, announcedBytes: null }, Readable.from(bytes));
  return (await startImport(scope, upload.id, importOptions.parse(options))).id;
}

async function importFile(name: string, bytes: Buffer, options: z.input<typeof importOptions> = {}) {
  const id = await queueImport(name, [bytes], options);
  await executeRun(id, handlers);
  return getRun(scope, id);
}

function problems() {
  return sql()`SELECT text, answer, tags, meta FROM problem WHERE project_id = ${scope.projectId} ORDER BY id`;
}

describe("an import of CSV", () => {
  const csv =
    'Frage;Lösung;Antwort des Modells;tags\n"Wie viel; ""genau""?\nBitte.";3;"1 + 2 = 3\n#### 3";leicht, kurz\n';

  test("reads columns that are mapped by hand, and keeps the others in meta", async () => {
    const mapping = { problem: "Frage", answer: "Lösung", path: "Antwort des Modells" };
    const run = await importFile("x.csv", Buffer.from(csv), { mapping, model: "m" });
    expect(run).toMatchObject({ error: null, result: { fileType: "csv", shape: "columns", rows: 1 } });
    expect(await problems()).toEqual([
      { text: 'Wie viel; "genau"?\nBitte.', answer: "3", tags: [], meta: {} },
    ]);
    expect(await sql()`SELECT model, kind, meta FROM path WHERE project_id = ${scope.projectId}`).toEqual([
      { model: "m", kind: "cot", meta: { tags: "leicht, kurz" } },
    ]);
  });

  test("whose columns nobody mapped is refused with what to do", async () => {
    const run = await importFile("x.csv", Buffer.from(csv));
    expect(run.error?.message).toMatch(/say which column holds what/);
  });
});

describe("an import of Parquet", () => {
  test("reads the rows of every row group", async () => {
    const run = await importFile("x.parquet", Buffer.from(GROUPS, "base64"));
    expect(run).toMatchObject({ error: null, result: { fileType: "parquet", shape: "gsm8k", rows: 250 } });
    const rows = await problems();
    expect(rows).toHaveLength(250);
    expect(rows[249]).toMatchObject({ text: "Question 249", answer: "249" });
  });

  test("keeps what the shape doesn't read, and rejects a row that lacks what it needs", async () => {
    const run = await importFile("x.parquet", Buffer.from(MIXED_ZSTD, "base64"), { keepGoing: true });
    expect(run.result).toMatchObject({ shape: "gsm8k", rows: 3, rejectedRows: 1, problems: { created: 2 } });
    expect(await problems()).toMatchObject([
      { text: "How many?", answer: "5", meta: { score: 0.5, tags: ["a", "b"] } },
      { text: "Wie viele? ü𝒙", answer: "6" },
    ]);
  });

  test("that was cut off says so", async () => {
    const run = await importFile("x.parquet", Buffer.from(GROUPS, "base64").subarray(0, 900));
    expect(run.error?.message).toMatch(/footer can't be read/);
  });
});

test("a JSON array is imported as its objects are", async () => {
  const rows = [{ problem: "One?" }, { problem: "Two?", answer: 2 }];
  const run = await importFile("x.json", Buffer.from(JSON.stringify(rows, null, 2)));
  expect(run.result).toMatchObject({ rows: 2, problems: { created: 2 } });
  expect(await problems()).toMatchObject([{ text: "One?" }, { text: "Two?", answer: "2" }]);
});

const ROWS = 60_000;

/** Some 20 MB of problems with a path each: work for about two seconds. */
function* manyRows(): Generator<Buffer> {
  const filler = "x".repeat(200);
  for (let i = 0; i < ROWS; i += 1) {
    yield Buffer.from(
      `${JSON.stringify({ question: `What is ${i} + 1? ${filler}`, answer: `It is.\n#### ${i + 1}` })}\n`,
    );
  }
}

/** Waits until the run has read some of the file but not all. */
async function untilUnderWay(id: number): Promise<void> {
  for (;;) {
    const { state, done, total } = await getRun(scope, id);
    if (state === "done" || state === "failed") throw new Error(`the run was ${state} too early`);
    if (done >= CHUNK_BYTES && done < (total ?? 0)) return;
  }
}

async function rowsLeft() {
  const [row] = await sql()`SELECT
    (SELECT count(*)::int FROM problem WHERE project_id = ${scope.projectId}) AS problems,
    (SELECT count(*)::int FROM import_row) AS staged`;
  return row;
}

describe("an import that is stopped half-way", () => {
  const patience = 60_000;

  test(
    "by the death of its worker leaves nothing, and the next worker does it all",
    async () => {
      const id = await queueImport("many.jsonl", manyRows());
      const child = spawn(process.execPath, ["--input-type=module", "-e", childSource(id)], {
        stdio: "inherit",
      });
      const exited = once(child, "exit");
      await untilUnderWay(id);
      child.kill("SIGKILL");
      await exited;
      expect(await rowsLeft()).toEqual({ problems: 0, staged: 0 });
      await executeRun(id, handlers);
      expect(await getRun(scope, id)).toMatchObject({
        state: "done",
        result: { problems: { created: ROWS, matched: 0 }, paths: { created: ROWS, matched: 0 } },
      });
      expect(await rowsLeft()).toEqual({ problems: ROWS, staged: 0 });
    },
    patience,
  );

  test(
    "by a person is cancelled and leaves nothing",
    async () => {
      const id = await queueImport("many.jsonl", manyRows());
      const running = executeRun(id, handlers);
      await untilUnderWay(id);
      await cancelRun(scope, id);
      await running;
      expect((await getRun(scope, id)).state).toBe("cancelled");
      expect(await rowsLeft()).toEqual({ problems: 0, staged: 0 });
    },
    patience,
  );
});

function childSource(runId: number): string {
  return `
    const { executeRun } = await import("#lib/jobs/execute.ts");
    const { importHandler } = await import("#lib/datasets/handlers/import.ts");
    await executeRun(${runId}, new Map([["import", importHandler]]));`;
}

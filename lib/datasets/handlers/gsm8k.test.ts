import { createReadStream, existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import { importOptions } from "../import-options.ts";
import { startImport } from "../store/imports.ts";
import { writeUpload } from "../store/upload.ts";
import { importHandler } from "./import.ts";

const FOLDER = process.env["LEMMA_TEST_DATA"] ?? "/work/shared/data";
const there = existsSync(`${FOLDER}/gsm8k/test.jsonl`);
if (!there) console.warn(`SKIPPED: the real gsm8k files are not in ${FOLDER}.`);

describe.skipIf(!there)("the three real gsm8k files", () => {
  testDatabase();
  afterAll(async () => {
    await closeSender();
    await closeDatabase();
  });

  const handlers = new Map([[importHandler.kind, importHandler]]);
  let scope: ProjectScope;
  beforeAll(async () => {
    scope = (await emptyProject()).as("curator");
  });

  async function importFile(name: string) {
    const body = createReadStream(`${FOLDER}/gsm8k/${name}`);
    const upload = await writeUpload(scope, { name, announcedBytes: null }, body);
    const { id } = await startImport(scope, upload.id, importOptions.parse({ split: "test" }));
    await executeRun(id, handlers);
    return getRun(scope, id);
  }

  test("give 1319 problems and six paths for each of them, of five models and the reference", async () => {
    const results = [
      await importFile("test.jsonl"),
      await importFile("example_model_solutions.jsonl"),
      await importFile("tora-70b.jsonl"),
    ];
    expect(results.map(({ error }) => error)).toEqual([null, null, null]);
    expect(results.map(({ result }) => result?.["shape"])).toEqual([
      "gsm8k",
      "openai-model-solutions",
      "tora",
    ]);
    const [problems] = await sql()`
      SELECT count(*)::int, count(answer)::int AS answered FROM problem WHERE project_id = ${scope.projectId}`;
    expect(problems).toEqual({ count: 1319, answered: 1319 });
    const models = await sql()<{ model: string | null; paths: number }[]>`
      SELECT model, count(*)::int AS paths FROM path WHERE project_id = ${scope.projectId} GROUP BY model ORDER BY model`;
    expect(models.filter(({ model }) => model !== null)).toHaveLength(5);
    expect(models.map(({ paths }) => paths)).toEqual([1319, 1319, 1319, 1319, 1319, 1319]);
  });

  test("add nothing when they are imported again, in any order", async () => {
    for (const name of ["tora-70b.jsonl", "test.jsonl", "example_model_solutions.jsonl"]) {
      const { result } = await importFile(name);
      expect(result).toMatchObject({ problems: { created: 0 }, paths: { created: 0 }, rejectedRows: 0 });
    }
  });
});

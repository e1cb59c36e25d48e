import { Readable } from "node:stream";
import type { z } from "zod";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { getRun, readRunLog } from "#lib/jobs/store/read.ts";
import { importOptions } from "../import-options.ts";
import { startImport } from "../store/imports.ts";
import { writeUpload } from "../store/upload.ts";
import { importHandler } from "./import.ts";

export const handlers = new Map([[importHandler.kind, importHandler]]);

/** Uploads a file, imports it as a worker would, and gives the run with its log. */
export async function importFile(
  scope: ProjectScope,
  bytes: string,
  options: z.input<typeof importOptions> = {},
  name = "file.jsonl",
) {
  const upload = await writeUpload(
    scope,
    { name, announcedBytes: null },
    Readable.from([Buffer.from(bytes)]),
  );
  const queued = await startImport(scope, upload.id, importOptions.parse(options));
  await executeRun(queued.id, handlers);
  const log = await readRunLog(scope, { run: queued.id, limit: 200 });
  return { upload, run: await getRun(scope, queued.id), log: log.items };
}

/** What a project holds, and what an import may leave lying about. */
export async function counts(scope: ProjectScope) {
  const id = scope.projectId;
  const [row] = await sql()`SELECT
    (SELECT count(*)::int FROM problem WHERE project_id = ${id}) AS problems,
    (SELECT count(*)::int FROM path WHERE project_id = ${id}) AS paths,
    (SELECT count(*)::int FROM score WHERE project_id = ${id}) AS scores,
    (SELECT count(*)::int FROM preference_pair WHERE project_id = ${id}) AS pairs,
    (SELECT count(*)::int FROM run WHERE project_id = ${id} AND kind = 'check') AS checks,
    (SELECT count(*)::int FROM import_row) AS staged,
    (SELECT count(*)::int FROM upload_chunk JOIN upload ON upload.id = upload_id WHERE project_id = ${id}) AS chunks`;
  return row;
}

/** Rows as JSONL. */
export const lines = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
export const problem = {
  id: "p1",
  problem: "What is $1 + 1$?",
  answer: "2",
  subdomain: "Sums",
  tags: ["easy"],
  colour: "red",
};
export const right = {
  id: "t1",
  problem_id: "p1",
  text: "Add.\n```python\nprint(1 + 1)\n```\n```output\n2\n```\nSo 2.",
  model: "m",
};
export const wrong = {
  id: "t2",
  problem: "What is $1 + 1$?",
  text: "It is \\boxed{3}.\tOr\r\nnot \\N.",
  temperature: 0.5,
  copies: 3,
  flaw: "truncated",
};
export const rewarded = { path_id: "t1", scorer: "rm", kind: "reward", value: 0.25 };
export const criticised = {
  problem_id: "p1",
  scorer: "judge",
  kind: "critique",
  value: 9,
  rationale: "Clear.",
};
export const pair = {
  problem_id: "p1",
  chosen: "t1",
  rejected: "It is \\boxed{3}.\tOr\r\nnot \\N.",
  margin: 1.5,
};
export const mixed = lines(pair, rewarded, right, criticised, wrong, problem);

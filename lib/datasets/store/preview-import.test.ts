import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { GROUPS } from "#lib/formats/testing/parquet-files.ts";
import { importPreview } from "../import-options.ts";
import { previewUpload } from "./preview-import.ts";
import { CHUNK_BYTES, writeUpload } from "./upload.ts";

testDatabase();
afterAll(closeDatabase);

let scope: ProjectScope;
beforeEach(async () => {
  scope = (await emptyProject()).as("curator");
});

async function upload(name: string, ...bytes: Buffer[]): Promise<number> {
  return (await writeUpload(scope, { name, announcedBytes: null }, Readable.from(bytes))).id;
}

test("a preview reads the first rows of each type of file", async () => {
  const row = { question: "What is 1 + 1?", answer: "It.\n#### 2" };
  const files: [string, Buffer, string, string | null][] = [
    ["a.jsonl", Buffer.from(`${JSON.stringify(row)}\n`), "jsonl", "gsm8k"],
    ["a.json", Buffer.from(JSON.stringify([row])), "json", "gsm8k"],
    ["a.csv", Buffer.from("Frage,Antwort\nWarum?,Darum.\n"), "csv", null],
    ["a.parquet", Buffer.from(GROUPS, "base64"), "parquet", "gsm8k"],
  ];
  for (const [name, bytes, fileType, shape] of files) {
    const preview = await previewUpload(scope, await upload(name, bytes), {});
    expect(importPreview.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({ fileType, upload: { name } });
    expect(preview.shape?.name ?? null).toBe(shape);
    expect(preview.rows.length).toBeGreaterThan(0);
  }
});

test("a preview needs no more of a long file than its first rows", async () => {
  const line = Buffer.from(`${JSON.stringify({ problem: "Why?", filler: "x".repeat(1000) })}\n`);
  const id = await upload("long.jsonl", ...Array.from({ length: 3000 }, () => line));
  await sql()`DELETE FROM upload_chunk WHERE upload_id = ${id} AND start >= ${CHUNK_BYTES}`;
  const preview = await previewUpload(scope, id, {});
  expect(preview.rows).toHaveLength(20);
  expect(preview.rows.every(({ error }) => error === null)).toBe(true);
});

test("a preview is for files that are there: whole, of this project, and not used up", async () => {
  const id = await upload("a.jsonl", Buffer.from('{"problem": "Why?"}\n'));
  const elsewhere = (await emptyProject()).as("curator");
  await expect(previewUpload(elsewhere, id, {})).rejects.toMatchObject({ code: "not_found" });
  await sql()`WITH run AS (
      INSERT INTO run (project_id, kind, state) VALUES (${scope.projectId}, 'import', 'done') RETURNING id
    ) UPDATE upload SET run_id = run.id FROM run WHERE upload.id = ${id}`;
  await expect(previewUpload(scope, id, {})).rejects.toMatchObject({ code: "conflict" });
  await sql()`UPDATE upload SET sha256 = NULL WHERE id = ${id}`;
  await expect(previewUpload(scope, id, {})).rejects.toMatchObject({ code: "not_found" });
});

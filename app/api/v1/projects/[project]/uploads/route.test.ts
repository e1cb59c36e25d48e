import { createHash } from "node:crypto";
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createKey } from "#lib/auth/store/keys.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { serveRequests, type TestHttp } from "#lib/cli/testing/http-server.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { CHUNK_BYTES } from "#lib/datasets/store/upload.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { POST } from "./route.ts";

testDatabase();

let server: TestHttp;
beforeAll(async () => {
  server = await serveRequests((request) => {
    const project = new URL(request.url).pathname.split("/").at(-2) ?? "";
    return POST(request, { params: Promise.resolve({ project }) });
  });
});
afterAll(async () => {
  server.close();
  await closeSender();
  await closeDatabase();
});

let projectId: number;
let url: string;
let key: string;
beforeEach(async () => {
  const project = await emptyProject();
  const scope = project.as("curator");
  projectId = project.id;
  await sql()`INSERT INTO membership (project_id, user_id, role) VALUES (${project.id}, ${scope.actor.userId}, 'curator')`;
  key = (await createKey(scope.actor, "test")).key;
  url = `${server.url}/api/v1/projects/${scope.slug}/uploads`;
});

async function send(
  query: string,
  body: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string> = {},
) {
  const answer = await fetch(`${url}?${query}`, {
    method: "POST",
    body,
    headers: { authorization: `Bearer ${key}`, ...headers },
  });
  return { status: answer.status, body: await answer.json() };
}

async function uploads() {
  return sql()`SELECT name, bytes, sha256, run_id FROM upload WHERE project_id = ${projectId}`;
}

const LINE = `${JSON.stringify({ problem: "What is 2 + 3?", answer: "5" })}\n`;

describe("the upload route", () => {
  test("keeps the file in chunks of one MiB, with its length and SHA-256", async () => {
    const bytes = Uint8Array.from({ length: 2 * CHUNK_BYTES + 12_345 }, (_, i) => (i * 31) % 251);
    const { status, body } = await send("name=Größe.bin", bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(status).toBe(200);
    expect(body).toEqual({ upload: { id: body.upload.id, name: "Größe.bin", bytes: bytes.length, sha256 } });
    const chunks = await sql()<{ start: number; data: Uint8Array }[]>`
      SELECT start, data FROM upload_chunk WHERE upload_id = ${body.upload.id} ORDER BY start`;
    expect(chunks.map(({ start, data }) => [start, data.length])).toEqual([
      [0, CHUNK_BYTES],
      [CHUNK_BYTES, CHUNK_BYTES],
      [2 * CHUNK_BYTES, 12_345],
    ]);
    expect(
      createHash("sha256")
        .update(Buffer.concat(chunks.map(({ data }) => data)))
        .digest("hex"),
    ).toBe(sha256);
  });

  test("starts the import with the options of the query where it is asked to", async () => {
    const { body } = await send("name=x.jsonl&import=true&keepGoing=true&model=m&split=test", LINE);
    expect(body.run).toMatchObject({
      kind: "import",
      state: "queued",
      parameters: {
        uploadId: body.upload.id,
        name: "x.jsonl",
        options: { keepGoing: true, model: "m", split: "test" },
      },
    });
    expect(await uploads()).toMatchObject([{ runId: body.run.id }]);
  });

  test("refuses wrong options, an empty file, and whoever may not", async () => {
    expect(await send("name=x&split=dev", LINE)).toMatchObject({
      status: 400,
      body: { data: { field: "split" } },
    });
    expect(await send("name=x", "")).toMatchObject({ status: 400, body: { code: "invalid_input" } });
    expect(await send("name=x", LINE, { authorization: "Bearer lemma_wrong" })).toMatchObject({
      status: 401,
    });
    await sql()`UPDATE membership SET role = 'reviewer' WHERE project_id = ${projectId}`;
    expect(await send("name=x", LINE)).toMatchObject({ status: 403 });
    await sql()`DELETE FROM membership WHERE project_id = ${projectId}`;
    expect(await send("name=x", LINE)).toMatchObject({ status: 404 });
    expect(await uploads()).toEqual([]);
  });

  test("keeps nothing of a file whose sender goes away half-way", async () => {
    const sending = httpRequest(`${url}?name=cut.jsonl`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-length": String(8 * CHUNK_BYTES) },
    });
    sending.on("error", () => {});
    sending.write(Buffer.alloc(3 * CHUNK_BYTES, LINE));
    const stored = async () => {
      const [row] = await sql()<[{ chunks: number }]>`
        SELECT count(*)::int AS chunks FROM upload JOIN upload_chunk ON upload_id = upload.id WHERE project_id = ${projectId}`;
      return row.chunks;
    };
    while ((await stored()) < 2);
    expect(await uploads()).toMatchObject([{ name: "cut.jsonl", sha256: null }]);
    sending.destroy();
    while ((await uploads()).length > 0);
    expect(await stored()).toBe(0);
  });
});

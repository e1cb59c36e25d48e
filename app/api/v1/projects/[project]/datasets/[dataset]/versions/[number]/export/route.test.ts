import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { createKey } from "#lib/auth/store/keys.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { type DatasetFilter, dpoFilter, sftFilter } from "#lib/datasets/contract.ts";
import { freezeHandler } from "#lib/datasets/handlers/freeze.ts";
import { importHandler } from "#lib/datasets/handlers/import.ts";
import { importOptions } from "#lib/datasets/import-options.ts";
import { createDataset } from "#lib/datasets/store/datasets.ts";
import { startFreeze } from "#lib/datasets/store/freeze.ts";
import { startImport } from "#lib/datasets/store/imports.ts";
import { writeUpload } from "#lib/datasets/store/upload.ts";
import { getVersion } from "#lib/datasets/store/versions.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import { GET, HEAD } from "./route.ts";

testDatabase();
afterAll(async () => {
  await closeSender();
  await closeDatabase();
});

const handlers = new Map([importHandler, freezeHandler].map((handler) => [handler.kind, handler]));
const keys = new Map<ProjectScope, string>();

async function newProject(): Promise<ProjectScope> {
  const project = await emptyProject();
  const scope = project.as("lead");
  await sql()`INSERT INTO membership (project_id, user_id, role) VALUES (${project.id}, ${scope.actor.userId}, 'lead')`;
  keys.set(scope, (await createKey(scope.actor, "test")).key);
  return scope;
}

async function importText(scope: ProjectScope, text: string): Promise<void> {
  const upload = await writeUpload(
    scope,
    { name: "x.jsonl", announcedBytes: null },
    Readable.from([Buffer.from(text)]),
  );
  const { id } = await startImport(scope, upload.id, importOptions.parse({}));
  await executeRun(id, handlers);
  expect((await getRun(scope, id)).error).toBeNull();
}

let names = 0;
async function freeze(scope: ProjectScope, filter: DatasetFilter) {
  names += 1;
  const dataset = await createDataset(scope, { name: `Größe & Güte ${names}`, filter });
  const { number, run } = await startFreeze(scope, dataset.id);
  await executeRun(run.id, handlers);
  expect((await getRun(scope, run.id)).error).toBeNull();
  return { dataset: dataset.id, version: await getVersion(scope, dataset.id, number) };
}

interface Ask {
  method?: "GET" | "HEAD";
  headers?: Record<string, string>;
  number?: string;
}

function ask(
  scope: ProjectScope,
  dataset: number,
  query: string,
  { method = "GET", headers = {}, number = "1" }: Ask = {},
) {
  const request = new Request(`http://127.0.0.1/export?${query}`, {
    method,
    headers: { authorization: `Bearer ${keys.get(scope)}`, ...headers },
  });
  const params = Promise.resolve({ project: scope.slug, dataset: String(dataset), number });
  return (method === "HEAD" ? HEAD : GET)(request, { params });
}

const lines = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

/** Problems with paths and a pair each; everything that a record can say is said somewhere. */
const file = lines(
  ...Array.from({ length: 30 }, (_, n) => {
    const id = `p${n}`;
    return [
      {
        id,
        problem: `What is $${n} + 1$?\n"Exactly", \\frac{1}{2} & 𝒙.`,
        answer: String(n + 1),
        ...(n % 2
          ? { solution: "Count on.", subdomain: "Sums", difficulty: "Level 1", tags: ["b", "a"] }
          : {}),
        ...(n === 3 ? { origin: "generated", parents: ["p1", "gone"], source: "Ours, MIT" } : {}),
        ...(n === 29 ? { split: "test" } : {}),
        ...(n === 5 ? { meta: { nothing: null, deep: { z: [1, null], a: "\u2028" } } } : {}),
      },
      {
        id: `${id}-good`,
        problem_id: id,
        text: `Add.\n\`\`\`python\nprint(${n} + 1)\n\`\`\`\n\`\`\`output\n${n + 1}\n\`\`\``,
        model: "m1",
        temperature: 0.7,
        tokens: 12,
      },
      { id: `${id}-bad`, problem_id: id, text: `It is ${n}.`, answer: String(n), meta: { seed: null } },
      { id: `${id}-other`, problem_id: id, text: `No idea about ${n}.`, model: "m2" },
      { problem_id: id, chosen: `${id}-good`, rejected: `${id}-bad`, origin: "mined", margin: 0.5 },
      { problem_id: id, chosen: `${id}-good`, rejected: `${id}-other` },
    ];
  }).flat(),
);
const everyPair = dpoFilter.parse({ kind: "dpo", choice: "either", chosenCorrect: false });

let scope: ProjectScope;
let dpo: Awaited<ReturnType<typeof freeze>>;
let sft: Awaited<ReturnType<typeof freeze>>;
beforeAll(async () => {
  scope = await newProject();
  await importText(scope, file);
  await sql()`UPDATE path SET verdict = CASE WHEN key LIKE '%good' THEN 'correct' ELSE 'incorrect' END::verdict`;
  const [pair] = await sql()<[{ id: number; firstId: number }]>`
    SELECT id, first_id FROM preference_pair WHERE project_id = ${scope.projectId} ORDER BY id LIMIT 1`;
  await sql()`INSERT INTO judgement (id, project_id, pair_id, reviewer_id, answer, left_id, strength, comment, seconds, created_at)
    VALUES (gen_random_uuid(), ${scope.projectId}, ${pair.id}, 'r1', 'first', ${pair.firstId}, 2, 'Clearer.', 4.5, '2026-01-02T03:04:05.678Z')`;
  dpo = await freeze(scope, everyPair);
  sft = await freeze(scope, sftFilter.parse({ kind: "sft" }));
}, 120_000);

describe("an export", () => {
  test("is the file that the manifest says, to the byte, in every format", async () => {
    for (const { dataset, version } of [dpo, sft]) {
      expect(version).toMatchObject({
        state: "ready",
        manifest: { version: 1, dropped: [{ reason: "test_split" }] },
      });
      expect(version.manifest?.files.map(({ format }) => format)).toEqual(version.formats);
      for (const { format, rows, bytes, sha256 } of version.manifest?.files ?? []) {
        const answer = await ask(scope, dataset, `format=${format}`);
        const text = await answer.text();
        expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
        expect(Buffer.byteLength(text)).toBe(bytes);
        expect(text.split("\n")).toHaveLength(rows + 1);
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          etag: `"${sha256}"`,
          "content-length": String(bytes),
          "content-type": "application/jsonl; charset=utf-8",
          "content-disposition": expect.stringContaining(`-v1.${format}.jsonl`),
        });
      }
    }
  });

  test("for DPO has a prompt, a right and a wrong answer on each line, in either style", async () => {
    const text = await (await ask(scope, dpo.dataset, "format=trl-dpo")).text();
    const rows = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(58);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(["prompt", "chosen", "rejected"]);
      const n = Number(row.prompt.match(/\d+/)?.[0]);
      expect(row.chosen).toContain(`\`\`\`output\n${n + 1}\n\`\`\``);
      expect(row.rejected).toMatch(new RegExp(`^\\n(It is|No idea about) ${n}\\.$`));
    }
    const chat = await (await ask(scope, dpo.dataset, "format=trl-dpo&style=messages")).text();
    const [first] = chat.split("\n").map((line) => line && JSON.parse(line));
    expect(first.prompt).toEqual([{ role: "user", content: rows[0].prompt }]);
    expect(first.chosen).toEqual([{ role: "assistant", content: rows[0].chosen.slice(1) }]);
  });

  test("in Lemma's format, imported into an empty project, gives the same records, and so the same file again", async () => {
    const text = await (await ask(scope, dpo.dataset, "format=lemma")).text();
    const there = await newProject();
    await importText(there, text);
    const again = await freeze(there, everyPair);
    // Judgements stay with the people who made them: import takes none.
    const pairLine = /,"judgements":\[[^\]]*\]/;
    expect(text).toMatch(pairLine);
    expect(await (await ask(there, again.dataset, "format=lemma")).text()).toBe(text.replace(pairLine, ""));
    const columns = sql()`key, kind, model, temperature, tokens, segments, content_hash, stated_answer, meta`;
    const pathsOf = ({ projectId }: ProjectScope) => sql()`
      SELECT ${columns} FROM path WHERE project_id = ${projectId}
        AND problem_id NOT IN (SELECT id FROM problem WHERE split = 'test') ORDER BY key`;
    expect(await pathsOf(there)).toEqual(await pathsOf(scope));
    const problemsOf = ({ projectId }: ProjectScope) => sql()`
      SELECT key, text, answer, solution, origin, split, difficulty, tags, parents, source, meta,
        (SELECT name FROM subdomain WHERE id = subdomain_id) AS subdomain
      FROM problem WHERE project_id = ${projectId} AND split <> 'test' ORDER BY key`;
    expect(await problemsOf(there)).toEqual(await problemsOf(scope));
  });

  test("tells what people said of a pair, without their names", async () => {
    const text = await (await ask(scope, dpo.dataset, "format=lemma")).text();
    const judged = text.split("\n").find((line) => line.includes('"judgements"')) ?? "";
    expect(JSON.parse(judged).judgements).toEqual([
      {
        id: expect.any(String),
        reviewer: "r1",
        answer: "chosen",
        left: "chosen",
        strength: 2,
        comment: "Clearer.",
        seconds: 4.5,
        at: "2026-01-02T03:04:05.678Z",
      },
    ]);
  });

  test("stays as it was frozen, whatever becomes of the records", async () => {
    const before = await (await ask(scope, sft.dataset, "format=trl-sft")).text();
    await sql()`UPDATE path SET verdict = 'incorrect', segments = '[{"type": "text", "content": "changed"}]'
      WHERE project_id = ${scope.projectId} AND key = 'p0-good'`;
    expect(await (await ask(scope, sft.dataset, "format=trl-sft")).text()).toBe(before);
  });

  test("answers HEAD without a body, and 304 to whoever has the file", async () => {
    const head = await ask(scope, sft.dataset, "format=lemma", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const etag = head.headers.get("etag") ?? "";
    expect(Number(head.headers.get("content-length"))).toBeGreaterThan(1000);
    const known = await ask(scope, sft.dataset, "format=lemma", {
      headers: { "if-none-match": `"x", ${etag}` },
    });
    expect([known.status, await known.text()]).toEqual([304, ""]);
    const chat = await ask(scope, sft.dataset, "format=trl-sft&style=messages", { method: "HEAD" });
    expect(chat.headers.get("etag")).not.toBe(etag);
  });

  test("leaves nothing behind when its readers go away half-way", async () => {
    for (let i = 0; i < 25; i += 1) {
      const reader = (await ask(scope, dpo.dataset, "format=lemma")).body?.getReader();
      expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
      await reader?.cancel();
    }
    const [busy] = await sql()`SELECT count(*)::int FROM pg_stat_activity
      WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()`;
    expect(busy).toEqual({ count: 0 });
  });

  test("refuses what isn't there, and whoever may not", async () => {
    const status = async (answer: Promise<Response>) => (await answer).status;
    const wrong = await ask(scope, sft.dataset, "format=csv");
    expect(await wrong.json()).toMatchObject({
      status: 400,
      code: "invalid_input",
      data: { field: "format" },
    });
    expect(await status(ask(scope, sft.dataset, "format=trl-dpo"))).toBe(400);
    expect(await status(ask(scope, sft.dataset, "format=lemma", { number: "2" }))).toBe(404);
    expect(await status(ask(scope, sft.dataset, "format=lemma", { number: "x" }))).toBe(404);
    const { number } = await startFreeze(scope, sft.dataset);
    expect(await status(ask(scope, sft.dataset, "format=lemma", { number: String(number) }))).toBe(409);
    const elsewhere = await newProject();
    expect(await status(ask(elsewhere, sft.dataset, "format=lemma"))).toBe(404);
    await sql()`UPDATE membership SET role = 'reviewer' WHERE project_id = ${scope.projectId}`;
    expect(await status(ask(scope, sft.dataset, "format=lemma"))).toBe(403);
  });
});

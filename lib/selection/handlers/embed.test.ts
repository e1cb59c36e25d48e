import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { testEndpoint } from "#lib/cli/testing/model-endpoint.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { doRun, doRunUntilKilled } from "#lib/jobs/testing/killable.ts";
import { type ModelServer, startModelServer } from "#lib/models/testing/model-server.ts";
import { reply as embedder } from "#lib/models/testing/replies/rewarder.ts";
import { startServerProcess } from "#lib/models/testing/server-process.ts";
import { seeded } from "#lib/statistics/seeded.ts";
import { embedRequest } from "../contract/embedding.ts";
import { embeddingModels, startEmbed } from "../store/embeddings.ts";
import { projectToSelect, selectedRows, startedSelection } from "./testing/paths-to-select.ts";

testDatabase();

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ reply: embedder });
});
afterAll(() => server.close());

async function started(project: TestProject, url = server.url, wishes: object = {}): Promise<number> {
  const settings = { protocol: "embeddings", uses: ["embedding"], model: "letters" } as const;
  const model = await testEndpoint(project.id, url, { ...settings, uses: [...settings.uses] });
  return (await startEmbed(project.as("lead"), embedRequest.parse({ model, ...wishes }))).id;
}

async function vectorsOf(project: TestProject) {
  return sql()`
    SELECT path.key, encode(vector, 'hex') AS vector FROM path_embedding JOIN path ON path.id = path_id
    WHERE project_id = ${project.id} ORDER BY path.key`;
}

test("every path is embedded once, and a selection measures distance by that", async () => {
  const project = await projectToSelect(3);
  const embedding = { distance: "embedding", embedding: "letters" };
  await expect(startedSelection(project, embedding)).rejects.toMatchObject({
    place: { field: "rule.embedding" },
  });
  const run = await started(project);
  await doRun(run);
  expect(await sql()`SELECT state, result FROM run WHERE id = ${run}`).toMatchObject([
    { state: "done", result: { embedded: 18, stopped: "done" } },
  ]);
  expect(await embeddingModels(project.as("lead"))).toMatchObject([
    { model: "letters", paths: 18, missing: 0, endpoints: [{ id: expect.any(Number) }] },
  ]);
  const billed = server.billed();
  await doRun(await started(project));
  expect(server.billed()).toBe(billed);
  const { runId, selectionId } = await startedSelection(project, { ...embedding, k: 2, duplicates: "none" });
  await doRun(runId);
  const rows = await selectedRows(selectionId);
  const kept = rows.filter(({ kept }) => kept);
  expect(kept).toHaveLength(6);
  for (const { distance } of kept) expect(distance).toBeGreaterThan(0);
  expect(rows.find(({ key }) => key === "p1/5")).toMatchObject({ kept: false, nearest: expect.any(String) });
});

test("a path without a vector isn't selected, and says so", async () => {
  const project = await projectToSelect(1);
  await doRun(await started(project));
  await sql()`DELETE FROM path_embedding USING path WHERE path.id = path_id AND path.project_id = ${project.id}
    AND path.key = 'p1/3'`;
  const rule = { distance: "embedding", embedding: "letters" };
  const { runId, selectionId } = await startedSelection(project, rule);
  await doRun(runId);
  expect((await selectedRows(selectionId)).find(({ key }) => key === "p1/3")).toMatchObject({
    kept: false,
    reason: "unembedded",
    detail: "letters hasn't embedded it.",
    distance: null,
  });
});

test("a model that gives vectors of another length than before is another model", async () => {
  const project = await projectToSelect(1);
  await sql()`INSERT INTO path_embedding (path_id, model, vector)
    SELECT id, 'letters', '\\x00000000' FROM path WHERE project_id = ${project.id} AND key = 'p1/0'`;
  const run = await started(project);
  await doRun(run);
  expect(await sql()`SELECT state, error FROM run WHERE id = ${run}`).toMatchObject([
    {
      state: "failed",
      error: { message: expect.stringContaining("26 numbers for a path, and 1 for others") },
    },
  ]);
});

test("a run that is killed at random moments comes to the same vectors, and pays for no call twice", async () => {
  const [quiet, harsh] = await Promise.all([
    startServerProcess({ replies: "rewarder" }),
    startServerProcess({ replies: "rewarder" }),
  ]);
  try {
    const [calm, project] = [await projectToSelect(40), await projectToSelect(40)];
    await doRun(await started(calm, quiet.url));
    const run = await started(project, harsh.url);
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = seeded(seed);
    for (let at = 0; at < 5; at += 1) {
      const reached = async () => (await vectorsOf(project)).length >= at * 30;
      const killed = await doRunUntilKilled(run, { reached, milliseconds: random() * 60 });
      expect(killed, `killed in attempt ${at} (seed ${seed})`).toBe(true);
    }
    await doRun(run);
    expect(await vectorsOf(project), `seed ${seed}`).toEqual(await vectorsOf(calm));
    expect((await harsh.seen()).billed, `seed ${seed}`).toBe((await quiet.seen()).billed);
  } finally {
    await Promise.all([quiet.stop(), harsh.stop()]);
  }
}, 120_000);

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { closeDatabase, sql } from "#lib/db.ts";
import { pairRowSchema, pathRowSchema } from "#lib/formats/rows.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { cancelRun } from "#lib/jobs/store/cancel.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import { type DatasetFilter, dpoFilter, manifest as manifestShape, sftFilter } from "../contract.ts";
import { createDataset } from "../store/datasets.ts";
import { startFreeze } from "../store/freeze.ts";
import { getVersion } from "../store/versions.ts";
import { freezeHandler } from "./freeze.ts";

testDatabase();
afterAll(async () => {
  await closeSender();
  await closeDatabase();
});

const handlers = new Map([[freezeHandler.kind, freezeHandler]]);
let scope: ProjectScope;

/** Forty problems of two sources, with a right path by `m1`, a wrong one by `m2`, a person's, and a mined pair. */
beforeEach(async () => {
  const project = await emptyProject();
  scope = project.as("lead");
  await sql()`
    WITH problem AS (
      INSERT INTO problem (project_id, key, text, text_hash, source, meta)
      SELECT ${project.id}, 'p' || n, 'Take ' || n, n, CASE WHEN n <= 10 THEN 'Ours' END, '{"kept": null}'
      FROM generate_series(1, 40) AS n ORDER BY n RETURNING id, key
    ), path AS (
      INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict)
      SELECT ${project.id}, problem.id, key || '/' || n, 'cot', CASE WHEN n < 3 THEN 'm' || n END,
        jsonb_build_array(jsonb_build_object('type', 'text', 'content', 'Way ' || n)), n,
        CASE n WHEN 2 THEN 'incorrect' ELSE 'correct' END::verdict
      FROM problem CROSS JOIN generate_series(1, 3) AS n ORDER BY problem.id, n RETURNING id, problem_id, model
    )
    INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, proposed, margin)
    SELECT ${project.id}, one.problem_id, one.id, two.id, 'mined', 'first', 1
    FROM path AS one JOIN path AS two USING (problem_id) WHERE one.model = 'm1' AND two.model = 'm2'`;
});

async function queueFreeze(filter: DatasetFilter) {
  const { id } = await createDataset(scope, { name: "gold", filter });
  const { number, run } = await startFreeze(scope, id);
  return { run: run.id, version: () => getVersion(scope, id, number) };
}

async function frozen() {
  return sql()<{ data: unknown }[]>`
    SELECT data FROM dataset_row JOIN dataset_version ON dataset_version.id = version_id
    JOIN dataset ON dataset.id = dataset_id WHERE project_id = ${scope.projectId} ORDER BY position`;
}

describe("freezing", () => {
  test("keeps whole records in the formats' own shape, and says where they are from", async () => {
    const { run, version } = await queueFreeze(
      dpoFilter.parse({ kind: "dpo", choice: "proposed", rejectedWrong: true }),
    );
    await executeRun(run, handlers);
    expect(await getRun(scope, run)).toMatchObject({
      state: "done",
      done: 40,
      total: 40,
      parameters: { name: "gold, version 1" },
      result: { rows: 40, problems: 40, candidates: 40 },
    });
    const { state, rows, manifest } = await version();
    expect([state, rows]).toEqual(["ready", 40]);
    expect(manifestShape.parse(manifest)).toEqual(manifest);
    expect(manifest).toMatchObject({
      project: scope.slug,
      dataset: "gold",
      kept: 40,
      dropped: [],
      models: [
        { model: "m1", paths: 40 },
        { model: "m2", paths: 40 },
      ],
      sources: [
        { source: null, problems: 30 },
        { source: "Ours", problems: 10 },
      ],
      files: [
        { format: "trl-dpo", rows: 40 },
        { format: "trl-sft", rows: 40 },
        { format: "lemma", rows: 160 },
      ],
    });
    const data = await frozen();
    expect(data).toHaveLength(40);
    for (const row of data) expect(pairRowSchema.parse(row.data)).toEqual(row.data);
    expect(data[0]?.data).toMatchObject({
      problem: { id: "p1", source: "Ours", meta: { kept: null } },
      chosen: { id: "p1/1", model: "m1" },
      rejected: { id: "p1/2", model: "m2" },
      origin: "mined",
      margin: 1,
    });
  });

  test("of paths takes the filter as it was when the version was asked for", async () => {
    const { run, version } = await queueFreeze(sftFilter.parse({ kind: "sft", perProblem: 1 }));
    await sql()`UPDATE dataset SET filter = '{"kind": "sft", "verdict": "error"}' WHERE project_id = ${scope.projectId}`;
    await executeRun(run, handlers);
    const { manifest } = await version();
    expect(manifest).toMatchObject({
      candidates: 80,
      kept: 40,
      dropped: [{ reason: "over_problem_limit", count: 40 }],
      filterInWords: expect.stringContaining("at most 1 path a problem"),
    });
    for (const row of await frozen()) expect(pathRowSchema.parse(row.data)).toEqual(row.data);
  });

  test("of nothing makes a version with empty files", async () => {
    const { run, version } = await queueFreeze(sftFilter.parse({ kind: "sft", model: "nobody" }));
    await executeRun(run, handlers);
    const { state, manifest } = await version();
    expect(state).toBe("ready");
    expect(manifest).toMatchObject({ kept: 0, models: [], sources: [] });
    expect(manifest?.files.map(({ rows, bytes }) => [rows, bytes])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("that is cancelled leaves a failed version without rows", async () => {
    const { run, version } = await queueFreeze(sftFilter.parse({ kind: "sft" }));
    await sql()`UPDATE run SET state = 'running' WHERE id = ${run}`;
    await cancelRun(scope, run);
    await executeRun(run, handlers);
    expect((await getRun(scope, run)).state).toBe("cancelled");
    expect(await version()).toMatchObject({ state: "failed", manifest: null });
    expect(await frozen()).toEqual([]);
  });

  test("that another worker began and lost starts anew, and has no row twice", async () => {
    const { run, version } = await queueFreeze(sftFilter.parse({ kind: "sft" }));
    await sql()`INSERT INTO dataset_row (version_id, position, data)
      SELECT id, 1, '{"left": "over"}' FROM dataset_version WHERE run_id = ${run}`;
    await executeRun(run, handlers);
    expect(await version()).toMatchObject({ state: "ready", rows: 80 });
    expect(await frozen()).toHaveLength(80);
  });
});

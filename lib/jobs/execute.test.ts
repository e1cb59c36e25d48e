import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { executeRun } from "./execute.ts";
import { defineJob, type Handler, handle, type RunHandle } from "./job.ts";
import { claimRun, finishRun } from "./store/hold.ts";

testDatabase();

const job = defineJob("test", z.object({ rows: z.number() }));
let runId = 0;

beforeEach(async () => {
  const slug = crypto.randomUUID();
  const [project] = await sql()<
    [{ id: number }]
  >`INSERT INTO project (slug, name) VALUES (${slug}, 'Jobs') RETURNING id`;
  const [run] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, parameters) VALUES (${project.id}, 'test', '{"rows": 3}') RETURNING id`;
  runId = run.id;
});

function handlers(work: (run: RunHandle<{ rows: number }>) => Promise<Record<string, unknown> | undefined>) {
  return new Map<string, Handler>([["test", handle(job, work)]]);
}

async function stateOf(id: number) {
  const [row] = await sql()<
    [{ state: string; result: unknown; error: { message: string } | null; done: number; attempt: number }]
  >`
    SELECT state, result, error, done, attempt FROM run WHERE id = ${id}`;
  return row;
}

test("a run ends as done with what its handler returned and the progress it made", async () => {
  await executeRun(
    runId,
    handlers(async (run) => {
      await run.progress({ done: run.parameters.rows, total: 3, counts: { rows: 3 } });
      return { kept: 2 };
    }),
  );
  expect(await stateOf(runId)).toMatchObject({ state: "done", result: { kept: 2 }, done: 3, attempt: 1 });
});

test("an expected failure ends the run with its message, and isn't tried again", async () => {
  await executeRun(
    runId,
    handlers(async () => {
      throw new AppError("invalid_input", "Line 3 is not JSON.");
    }),
  );
  expect(await stateOf(runId)).toMatchObject({ state: "failed", error: { message: "Line 3 is not JSON." } });
});

test("a run that was asked to stop ends as cancelled at its next step", async () => {
  await executeRun(
    runId,
    handlers(async (run) => {
      await sql()`UPDATE run SET cancel_requested_at = now() WHERE id = ${run.id}`;
      await run.progress({ done: 1 });
      throw new Error("went on after it was cancelled");
    }),
  );
  expect(await stateOf(runId)).toMatchObject({ state: "cancelled" });
});

test("a run that was asked to rest keeps its progress and can go on", async () => {
  const work = handlers(async (run) => {
    if (run.attempt === 1) await sql()`UPDATE run SET pause_requested_at = now() WHERE id = ${run.id}`;
    await run.progress({ done: 2, total: 3 });
    if (run.attempt === 1) throw new Error("went on after it was paused");
    return { went: "on" };
  });
  await executeRun(runId, work);
  expect(await stateOf(runId)).toMatchObject({ state: "paused", done: 2 });
  await executeRun(runId, work);
  expect(await stateOf(runId)).toMatchObject({ state: "paused" });
  await sql()`UPDATE run SET state = 'queued', pause_requested_at = NULL WHERE id = ${runId}`;
  await executeRun(runId, work);
  expect(await stateOf(runId)).toMatchObject({ state: "done", result: { went: "on" } });
});

test("a run taken over by another worker can't be finished by the first one, and its rows are rolled back", async () => {
  await executeRun(
    runId,
    handlers(async (run) => {
      await claimRun(run.id, "another worker");
      await sql().begin(async (tx) => {
        await tx`INSERT INTO run_log (run_id, level, message) VALUES (${run.id}, 'info', 'from the first worker')`;
        await run.commit(tx, {});
      });
      return undefined;
    }),
  );
  const log = await sql()`SELECT FROM run_log WHERE run_id = ${runId}`;
  expect(log).toHaveLength(0);
  expect(await stateOf(runId)).toMatchObject({ state: "running", attempt: 2 });
  expect(await finishRun(sql(), runId, "another worker", { by: "second" })).toBe(true);
});

test("a run that has ended isn't started again", async () => {
  let times = 0;
  const work = handlers(async () => {
    times += 1;
    return {};
  });
  await executeRun(runId, work);
  await executeRun(runId, work);
  expect(times).toBe(1);
});

test("a kind that this version doesn't know fails in words", async () => {
  await executeRun(runId, new Map());
  expect((await stateOf(runId)).error?.message).toContain("test");
});

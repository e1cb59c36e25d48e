import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { mintScope, type ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import { mineBatch } from "../store/mine.ts";
import { startMining } from "../store/start-mining.ts";
import { mineHandler } from "./mine.ts";

testDatabase();
afterAll(closeSender);

const PROBLEMS = 1200;
const handlers = new Map([[mineHandler.kind, mineHandler]]);
const mining = { policy: "correct-vs-incorrect", perProblem: 2 } as const;
let scope: ProjectScope;
let projects = 0;

/** A project of 1,200 problems, each with two correct and two incorrect paths: two pairs a problem are to be had. */
beforeEach(async () => {
  projects += 1;
  const slug = `mine-run-${projects}`;
  const id = `lead-${projects}`;
  await sql()`INSERT INTO "user" (id, name, email) VALUES (${id}, 'Lea Lead', ${`${id}@example.org`})`;
  const [project] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name) VALUES (${slug}, ${slug}) RETURNING id`;
  await sql()`
    WITH made AS (
      INSERT INTO problem (project_id, key, text, text_hash)
      SELECT ${project.id}, n, n, n FROM generate_series(1, ${PROBLEMS}) AS n RETURNING id
    )
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, verdict, answer)
    SELECT ${project.id}, id, id || '/' || place, 'cot', jsonb_build_array(place), place,
      (CASE WHEN place <= 2 THEN 'correct' ELSE 'incorrect' END)::verdict, place
    FROM made CROSS JOIN generate_series(1, 4) AS place`;
  const actor = {
    userId: id,
    name: "Lea Lead",
    email: `${id}@example.org`,
    isOwner: false,
    by: "session",
  } as const;
  scope = mintScope({ id: project.id, slug }, "lead", actor);
});

async function countPairs(): Promise<number> {
  const [row] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM preference_pair WHERE project_id = ${scope.projectId}`;
  return row.count;
}

describe("a mining run", () => {
  test("counts problems, says what it made, and stands in the audit with who asked for it", async () => {
    const queued = await startMining(scope, mining);
    expect(queued).toMatchObject({
      kind: "mine",
      state: "queued",
      parameters: mining,
      createdBy: "Lea Lead",
    });
    await executeRun(queued.id, handlers);
    expect(await getRun(scope, queued.id)).toMatchObject({
      state: "done",
      done: PROBLEMS,
      total: PROBLEMS,
      counts: { problems: PROBLEMS, created: 2 * PROBLEMS, present: 0 },
      result: { problems: PROBLEMS, created: 2 * PROBLEMS, present: 0 },
    });
    expect(await countPairs()).toBe(2 * PROBLEMS);
    expect(
      await sql()`
      SELECT actor_id, action, target, detail FROM audit_entry WHERE project_id = ${scope.projectId}`,
    ).toEqual([
      { actorId: scope.actor.userId, action: "pairs.mine", target: `run ${queued.id}`, detail: mining },
    ]);
  });

  test("taken over from a worker that died makes what is missing, and nothing twice", async () => {
    const queued = await startMining(scope, mining);
    await mineBatch(scope.projectId, 0, 500, mining);
    await executeRun(queued.id, handlers);
    const { state, result } = await getRun(scope, queued.id);
    expect(state).toBe("done");
    expect(result).toMatchObject({ created: 2 * (PROBLEMS - 500), present: 2 * 500 });
    expect(await countPairs()).toBe(2 * PROBLEMS);
  });

  test("that is asked to stop ends as cancelled before its next batch", async () => {
    const queued = await startMining(scope, mining);
    await sql()`UPDATE run SET cancel_requested_at = now() WHERE id = ${queued.id}`;
    await executeRun(queued.id, handlers);
    expect((await getRun(scope, queued.id)).state).toBe("cancelled");
    expect(await countPairs()).toBe(0);
  });
});

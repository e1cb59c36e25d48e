import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { closeSender, QUEUE } from "#lib/jobs/queue.ts";
import { uncheckPaths } from "#lib/problems/store/uncheck-paths.ts";
import { startVerify } from "./request-verify.ts";
import { writeVerdicts } from "./write-verdicts.ts";
import { type VerifiedPath, writeVerifications } from "./write-verifications.ts";

testDatabase();
afterAll(closeSender);

let project: TestProject;
let verified: VerifiedPath[];

/** Two problems of one path each, and what verifying them found. */
beforeEach(async () => {
  project = await emptyProject();
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${project.id}, key, key, key, '1' FROM unnest(ARRAY['a', 'b']) AS key ORDER BY key`;
  const rows = await sql()<{ id: number }[]>`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash)
    SELECT project_id, id, key, 'pot', '[]', key FROM problem WHERE project_id = ${project.id} ORDER BY key RETURNING id`;
  const segments = [{ segment: 0, stdout: "1", value: null, error: null, recorded: "1", agrees: true }];
  verified = rows.map(({ id }, at) => ({
    id,
    problemVersion: 1,
    answer: "1",
    answerRule: "output",
    verdict: "correct",
    verdictMethod: "executed",
    verdictReason: "both are 1",
    execution: at === 0 ? { milliseconds: 1.5, truncated: 0, segments } : null,
    executionOutcome: at === 0 ? "reproduced" : null,
    wrongSteps: at,
    firstWrongStep: at === 0 ? null : "1+1 is 2, not 3",
  }));
});

async function stored() {
  return [
    ...(await sql()`
      SELECT answer, answer_rule, verdict, verdict_method, verdict_reason, execution, execution_outcome, wrong_steps,
        first_wrong_step, verified_at IS NOT NULL AS verified, checked_at IS NOT NULL AS checked
      FROM path WHERE project_id = ${project.id} ORDER BY key`),
  ];
}

const written = () =>
  verified.map(({ id, problemVersion, ...columns }) => ({ ...columns, verified: true, checked: true }));

describe("what verifying found", () => {
  test("is written whole", async () => {
    expect([...(await writeVerifications(project.id, verified))]).toEqual(verified.map(({ id }) => id));
    expect(await stored()).toEqual(written());
    const [row] =
      await sql()`SELECT count(execution)::int AS count FROM path WHERE project_id = ${project.id}`;
    expect(row?.["count"]).toBe(1);
  });

  test("is not written over a problem that has changed since it was read, or is being changed", async () => {
    await sql()`UPDATE problem SET answer = '2', version = 2 WHERE project_id = ${project.id} AND key = 'a'`;
    expect([...(await writeVerifications(project.id, verified))]).toEqual([verified[1]?.id]);
    await sql().begin(async (tx) => {
      await tx`UPDATE problem SET answer = '2', version = 2 WHERE project_id = ${project.id} AND key = 'b'`;
      expect((await writeVerifications(project.id, verified)).size).toBe(0);
    });
  });

  test("is never written into another project", async () => {
    expect((await writeVerifications((await emptyProject()).id, verified)).size).toBe(0);
    expect(await writeVerifications(project.id, [])).toEqual(new Set());
  });

  test("is not written over by a check that began before it", async () => {
    await writeVerifications(project.id, verified);
    const checked = verified.map((path) => ({ ...path, verdict: "incorrect" as const }));
    expect((await writeVerdicts(project.id, checked)).size).toBe(0);
    expect(await stored()).toEqual(written());
  });

  test("stays as far as it doesn't hang on the reference when that changes, but counts as verified no longer", async () => {
    await writeVerifications(project.id, verified);
    await sql().begin(async (tx) => {
      const [row] = await tx<[{ id: number }]>`
        UPDATE problem SET answer = '2', version = 2 WHERE project_id = ${project.id} AND key = 'a' RETURNING id`;
      await uncheckPaths(tx, [row.id]);
    });
    const [changed, same] = await stored();
    expect(changed).toMatchObject({
      verdict: null,
      verdictMethod: null,
      verdictReason: null,
      verified: false,
      checked: false,
      executionOutcome: "reproduced",
      wrongSteps: 0,
    });
    expect(same).toEqual(written()[1]);
  });
});

test("a verify run is queued with its filter, and leaves an audit entry in the same transaction", async () => {
  const scope = project.as("curator");
  const parameters = { filter: { kind: "pot" as const, model: "" }, again: true };
  const run = await startVerify(scope, parameters);
  expect(run).toMatchObject({ kind: "verify", state: "queued", parameters, createdBy: scope.actor.name });
  expect(
    await sql()`SELECT FROM pgboss.job WHERE name = ${QUEUE} AND (data->>'runId')::int = ${run.id}`,
  ).toHaveLength(1);
  const entries =
    await sql()`SELECT actor_id, action, target, detail FROM audit_entry WHERE project_id = ${project.id}`;
  expect([...entries]).toEqual([
    { actorId: scope.actor.userId, action: "paths.verify", target: `run ${run.id}`, detail: parameters },
  ]);
});

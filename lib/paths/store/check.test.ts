import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type FileRow, stageFile, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import { closeSender, QUEUE } from "#lib/jobs/queue.ts";
import { mergeProblems } from "#lib/problems/store/merge.ts";
import { checkHandler } from "../handlers/check.ts";
import type { FoundVerdict } from "./found-rows.ts";
import { mergePaths } from "./merge.ts";
import { requestCheck, startCheck } from "./request-check.ts";
import { writeVerdicts } from "./write-verdicts.ts";

testDatabase();

let project: TestProject;

beforeEach(async () => {
  project = await emptyProject();
});
afterAll(closeSender);

/** Imports a file as an import does: both merges and the request for a check in one transaction. */
async function importFile(rows: readonly FileRow[]): Promise<number> {
  const run = { projectId: project.id, runId: await stageFile(project.id, rows) };
  const check = await sql().begin(async (tx) => {
    await mergeProblems(tx, run);
    await mergePaths(tx, run);
    return requestCheck(tx, { projectId: project.id, createdById: null });
  });
  return check.id;
}

async function verdicts() {
  const rows = await sql()<{ key: string; verdict: string | null }[]>`
    SELECT key, verdict FROM path WHERE project_id = ${project.id} ORDER BY key`;
  return Object.fromEntries(rows.map(({ key, verdict }) => [key, verdict]));
}

const execute = (runId: number) => executeRun(runId, new Map([["check", checkHandler]]));

const problem = (id: string, answer?: string): FileRow => ({
  problem: { id, problem: `Problem ${id}`, ...(answer === undefined ? {} : { answer }) },
});
const path = (id: string, problem_id: string, says: string): FileRow => ({
  path: { id, problem_id, kind: "cot", segments: [{ type: "text", content: `The answer is ${says}.` }] },
});

async function queued(runId: number): Promise<number> {
  const rows = await sql()`SELECT FROM pgboss.job WHERE name = ${QUEUE} AND (data->>'runId')::int = ${runId}`;
  return rows.length;
}

describe("a requested check", () => {
  test("is queued with the import's rows, and gives them their verdicts", async () => {
    const runId = await importFile([
      problem("a", "1"),
      problem("b"),
      path("a1", "a", "1"),
      path("a2", "a", "2"),
      path("b1", "b", "1"),
    ]);
    expect(await queued(runId)).toBe(1);
    expect(await verdicts()).toEqual({ a1: null, a2: null, b1: null });
    await execute(runId);
    expect(await verdicts()).toEqual({ a1: "correct", a2: "incorrect", b1: "unverifiable" });
  });

  test("is not there when the transaction that asked for it is undone", async () => {
    let runId = 0;
    const undone = sql().begin(async (tx) => {
      runId = (await requestCheck(tx, { projectId: project.id, createdById: null })).id;
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await queued(runId)).toBe(0);
    expect([...(await sql()`SELECT FROM run WHERE id = ${runId}`)]).toEqual([]);
  });

  test("checks the paths of a problem again that has got a reference answer, and of no other", async () => {
    await execute(
      await importFile([
        problem("a", "1"),
        problem("b"),
        path("a1", "a", "1"),
        path("b1", "b", "1"),
        path("b2", "b", "2"),
      ]),
    );
    const [before] = await sql()`SELECT checked_at FROM path WHERE project_id = ${project.id} AND key = 'a1'`;
    const runId = await importFile([problem("a", "1"), problem("b", "2")]);
    expect(await verdicts()).toEqual({ a1: "correct", b1: null, b2: null });
    await execute(runId);
    expect(await verdicts()).toEqual({ a1: "correct", b1: "incorrect", b2: "correct" });
    const [after] = await sql()`SELECT checked_at FROM path WHERE project_id = ${project.id} AND key = 'a1'`;
    expect(after).toEqual(before);
    await importFile([]);
    expect(await verdicts()).toEqual({ a1: "correct", b1: "incorrect", b2: "correct" });
  });
});

test("a check that is started by hand leaves an audit entry in the same transaction", async () => {
  const scope = project.as("curator");
  const run = await startCheck(scope, "all");
  expect(run).toMatchObject({
    kind: "check",
    state: "queued",
    parameters: { scope: "all" },
    createdBy: scope.actor.name,
  });
  expect(await queued(run.id)).toBe(1);
  const entries =
    await sql()`SELECT actor_id, action, target, detail FROM audit_entry WHERE project_id = ${project.id}`;
  expect([...entries]).toEqual([
    { actorId: scope.actor.userId, action: "paths.check", target: `run ${run.id}`, detail: { scope: "all" } },
  ]);
});

describe("verdicts", () => {
  let checked: FoundVerdict[];

  beforeEach(async () => {
    await importFile([problem("a", "1"), problem("b", "1"), path("a1", "a", "1"), path("b1", "b", "1")]);
    const rows = await sql()<
      { id: number }[]
    >`SELECT id FROM path WHERE project_id = ${project.id} ORDER BY key`;
    checked = rows.map(({ id }) => ({
      id,
      problemVersion: 1,
      answer: "1",
      answerRule: "phrase",
      verdict: "correct",
      verdictMethod: "literal",
      verdictReason: "same",
    }));
  });

  test("are not written over a problem that has changed since it was read", async () => {
    await sql()`UPDATE problem SET answer = '2', version = 2 WHERE project_id = ${project.id} AND key = 'a'`;
    expect([...(await writeVerdicts(project.id, checked))]).toEqual([checked[1]?.id]);
    expect(await verdicts()).toEqual({ a1: null, b1: "correct" });
  });

  test("are not written over a problem that is being changed, nor do they wait for it", async () => {
    await sql().begin(async (tx) => {
      await tx`UPDATE problem SET answer = '2', version = 2 WHERE project_id = ${project.id} AND key = 'b'`;
      expect([...(await writeVerdicts(project.id, checked))]).toEqual([checked[0]?.id]);
    });
    expect(await verdicts()).toEqual({ a1: "correct", b1: null });
  });

  test("are never written into another project", async () => {
    const other = await emptyProject();
    expect((await writeVerdicts(other.id, checked)).size).toBe(0);
    expect(await verdicts()).toEqual({ a1: null, b1: null });
  });
});

import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { fullProblem } from "#lib/cli/testing/full-problem.ts";
import { emptyProject, stageFile } from "#lib/cli/testing/staged-import.ts";
import { untilWaiting } from "#lib/cli/testing/waiting.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { mineBatch } from "#lib/pairs/store/mine.ts";
import { createPath } from "#lib/paths/store/create.ts";
import { writeVerdicts } from "#lib/paths/store/write-verdicts.ts";
import { writeVerifications } from "#lib/paths/store/write-verifications.ts";
import { restoreProblem } from "#lib/problems/store/bin/restore.ts";
import { binProblems } from "#lib/problems/store/bin.ts";
import { answerUnit } from "#lib/review/store/answer.ts";
import { mergeImport } from "./merge-import.ts";

testDatabase();
afterAll(closeSender);

let scope: ProjectScope;
let problem: number;
let paths: [number, number];
let pair: number;

beforeEach(async () => {
  scope = (await emptyProject()).as("lead");
  problem = await fullProblem(scope.projectId, scope.actor.userId, "gone");
  const rows = await sql()<{ id: number }[]>`SELECT id FROM path WHERE problem_id = ${problem} ORDER BY id`;
  paths = [rows[0]?.id ?? 0, rows[1]?.id ?? 0];
  const [found] = await sql()<[{ id: number }]>`SELECT id FROM preference_pair WHERE problem_id = ${problem}`;
  pair = found.id;
});

/** Nothing is in another project than the problem that it hangs on. */
afterEach(async () => {
  const [{ strays }] = await sql()<[{ strays: number }]>`
    SELECT (
      (SELECT count(*) FROM path JOIN problem ON problem.id = problem_id WHERE path.project_id <> problem.project_id)
      + (SELECT count(*) FROM preference_pair AS pair JOIN problem ON problem.id = problem_id
        WHERE pair.project_id <> problem.project_id)
      + (SELECT count(*) FROM judgement JOIN preference_pair AS pair ON pair.id = pair_id
        WHERE judgement.project_id <> pair.project_id)
      + (SELECT count(*) FROM score LEFT JOIN path ON path.id = path_id
        JOIN problem ON problem.id = coalesce(score.problem_id, path.problem_id)
        WHERE score.project_id <> problem.project_id)
    )::int AS strays`;
  expect(strays).toBe(0);
});

const remove = (tx: SqlTransaction) =>
  binProblems(tx, { projectId: scope.projectId, actorId: scope.actor.userId }, [problem]);

/** Does `work` in a transaction that ends when `rival` waits for it (or, with `waits` false, has ended). */
async function during<T>(
  work: (tx: SqlTransaction) => Promise<unknown>,
  rival: () => Promise<T>,
  waits = true,
): Promise<T | Error> {
  const result = await sql().begin(async (tx) => {
    await work(tx);
    const outcome = rival().catch((error: unknown) => {
      if (error instanceof Error) return error;
      throw error;
    });
    await (waits ? untilWaiting() : outcome);
    // In a box, for a transaction waits for what it returns, and the rival for the transaction.
    return { outcome };
  });
  return result.outcome;
}

const ofProject = async (table: "path" | "preference_pair" | "judgement" | "problem") => {
  const [{ count }] = await sql()<[{ count: number }]>`
    SELECT count(*)::int FROM ${sql()(table)} WHERE project_id = ${scope.projectId}`;
  return count;
};

describe("while a problem goes into the bin", () => {
  test("mining waits, and makes no pair of it", async () => {
    await sql()`DELETE FROM preference_pair WHERE id = ${pair}`;
    const mine = () => mineBatch(scope.projectId, 0, 10, { policy: "correct-vs-incorrect", perProblem: 5 });
    expect(await during(remove, mine)).toMatchObject({ through: problem, problems: 0, created: 0 });
    expect(await mine()).toBeNull();
  });

  test("an answer waits, and finds no unit", async () => {
    const [unit] = await sql()<[{ id: number; queueId: number }]>`
      SELECT id, queue_id FROM review_unit WHERE pair_id = ${pair}`;
    const judging = () =>
      answerUnit(scope, {
        id: crypto.randomUUID(),
        queue: unit.queueId,
        unit: unit.id,
        answer: { kind: "pair", choice: "tie" },
        shown: paths,
        problemVersion: 1,
        seconds: 1,
        comment: "",
        notes: [],
      });
    expect(await during(remove, judging)).toMatchObject({ code: "not_found" });
  });

  test("a person's new path waits, and finds no problem", async () => {
    const writing = () =>
      createPath(scope, { problem, segments: [{ type: "text", content: "The answer is 4." }] });
    expect(await during(remove, writing)).toMatchObject({ code: "not_found" });
  });

  const found = () =>
    paths.map((id) => ({
      id,
      problemVersion: 1,
      answer: "5",
      answerRule: "phrase" as const,
      verdict: "error" as const,
      verdictMethod: null,
      verdictReason: "late",
    }));
  const nothing = { execution: null, executionOutcome: null, wrongSteps: 0, firstWrongStep: null };

  test("checks and verifications that began before write nothing, neither meanwhile nor later", async () => {
    const check = () => writeVerdicts(scope.projectId, found());
    const verify = () =>
      writeVerifications(
        scope.projectId,
        found().map((path) => ({ ...path, ...nothing })),
      );
    const neither = async () => [await check(), await verify()];
    expect(await during(remove, neither, false)).toEqual([new Set(), new Set()]);
    expect(await neither()).toEqual([new Set(), new Set()]);
    const verdicts = await sql()`SELECT verdict FROM path WHERE problem_id = ${problem} ORDER BY id`;
    expect(verdicts).toEqual([{ verdict: "correct" }, { verdict: "incorrect" }]);
    await restoreProblem(scope, problem);
    expect((await check()).size).toBe(2);
  });

  test("an import of it waits, and brings it anew", async () => {
    const rows = await importRows();
    const imported = await during(remove, () => sql().begin((tx) => mergeImport(tx, rows)));
    expect(imported).toMatchObject({ problems: { created: 1, matched: 0 }, paths: { created: 1 } });
    expect(await ofProject("problem")).toBe(1);
    await expect(restoreProblem(scope, problem)).rejects.toMatchObject({ code: "conflict" });
  });
});

async function importRows() {
  const segments = [{ type: "text" as const, content: "A new way." }];
  const runId = await stageFile(scope.projectId, [
    { problem: { problem: "What is gone?" } },
    { path: { problem: "What is gone?", kind: "cot", segments } },
  ]);
  return { projectId: scope.projectId, runId };
}

describe("a deletion", () => {
  test("waits for an import that adds paths to the problem, and takes them along", async () => {
    const rows = await importRows();
    const removing = () => sql().begin(remove);
    expect(await during((tx) => mergeImport(tx, rows), removing)).toBe(1);
    expect(await ofProject("path")).toBe(0);
    await restoreProblem(scope, problem);
    expect(await ofProject("path")).toBe(3);
  });

  test("waits for whoever adds a pair to the problem, and takes it along", async () => {
    await sql()`DELETE FROM preference_pair WHERE id = ${pair}`;
    const pairing = (tx: SqlTransaction) => tx`
      INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin)
      VALUES (${scope.projectId}, ${problem}, ${paths[0]}, ${paths[1]}, 'mined')`;
    expect(await during(pairing, () => sql().begin(remove))).toBe(1);
    expect(await ofProject("preference_pair")).toBe(0);
  });

  test("waits for whoever judges one of its pairs, and takes the judgement along", async () => {
    const judging = async (tx: SqlTransaction) => {
      await tx`SELECT FROM review_unit WHERE pair_id = ${pair} FOR UPDATE`;
      await tx`
        INSERT INTO judgement (id, project_id, unit_id, queue_id, pair_id, reviewer_id, answer, category, left_id, seconds)
        SELECT ${crypto.randomUUID()}, ${scope.projectId}, id, queue_id, pair_id, 'someone', 'tie', 'tie', ${paths[0]}, 1
        FROM review_unit WHERE pair_id = ${pair}`;
    };
    expect(await during(judging, () => sql().begin(remove))).toBe(1);
    expect(await ofProject("judgement")).toBe(0);
    await restoreProblem(scope, problem);
    expect(await ofProject("judgement")).toBe(2);
  });

  test("of the same problem twice at the same moment is one", async () => {
    expect(await during(remove, () => sql().begin(remove))).toBe(0);
  });
});

test("frozen rows keep what a deleted and purged problem was", async () => {
  const frozen = { problem: { id: "gone" } };
  await sql()`
    WITH dataset AS (
      INSERT INTO dataset (project_id, name, kind) VALUES (${scope.projectId}, 'gold', 'sft') RETURNING id
    ), version AS (
      INSERT INTO dataset_version (dataset_id, number, filter) SELECT id, 1, '{}' FROM dataset RETURNING id
    )
    INSERT INTO dataset_row (version_id, position, data) SELECT id, 1, ${sql().json(frozen)} FROM version`;
  await sql().begin(remove);
  await sql()`DELETE FROM problem WHERE id = ${problem}`;
  expect(await sql()`SELECT data FROM dataset_row`).toEqual([{ data: frozen }]);
});

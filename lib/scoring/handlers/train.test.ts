import { expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { doRun, doRunUntilKilled } from "#lib/jobs/testing/killable.ts";
import { seeded } from "#lib/statistics/seeded.ts";
import { trainedReport } from "../contract/trained.ts";
import { scoreDetail } from "../contract.ts";
import { applyRequest, trainRequest } from "../jobs.ts";
import { startApply, startTrain } from "../store/start-train.ts";
import { labelledProject, scoresOf } from "./testing/labelled-project.ts";

testDatabase();

async function started(project: TestProject, wishes: object = { kind: "critique" }) {
  const run = await startTrain(project.as("lead"), trainRequest.parse(wishes));
  const [scorer] = await sql()<
    [{ id: number; name: string }]
  >`SELECT id, name FROM scorer WHERE run_id = ${run.id}`;
  return { runId: run.id, ...scorer };
}

const reportOf = async (scorerId: number) => {
  const [row] = await sql()<[{ report: unknown }]>`SELECT report FROM scorer WHERE id = ${scorerId}`;
  return trainedReport.parse(row.report);
};

test("a critique is trained, measured on held-out problems, and scores every whole path with what decided", async () => {
  const project = await labelledProject(60);
  const { runId, id, name } = await started(project);
  await doRun(runId);
  expect(name).toBe("Built-in critique v1");
  const report = await reportOf(id);
  expect(report.train.problems + report.heldOut.problems).toBe(60);
  expect(report.auc).toBeGreaterThan(0.9);
  const scores = await scoresOf(id);
  expect(scores).toHaveLength(240);
  expect(scores.every(({ value }) => value >= 1 && value <= 10)).toBe(true);
  expect(scoreDetail.parse(scores[0]?.detail).features?.length).toBeGreaterThan(0);
  expect(scores.some(({ key }) => key.endsWith("/5"))).toBe(false);
});

test("the next training is the next version, and a reward scorer learns from judgements alone", async () => {
  const project = await labelledProject(40);
  const scope = project.as("reviewer");
  await sql()`UPDATE path SET verdict = 'unverifiable' WHERE project_id = ${project.id}`;
  await sql()`
    WITH pair AS (
      INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin)
      SELECT ${project.id}, one.problem_id, one.id, other.id, 'mined'
      FROM path AS one JOIN path AS other ON other.problem_id = one.problem_id AND other.id > one.id
      JOIN problem ON problem.id = one.problem_id
      WHERE one.project_id = ${project.id} AND one.answer = problem.answer AND other.answer <> problem.answer
        AND one.flaw IS NULL AND other.flaw IS NULL RETURNING id, first_id
    )
    INSERT INTO judgement (id, project_id, pair_id, reviewer_id, answer, left_id, seconds)
    SELECT gen_random_uuid(), ${project.id}, id, ${scope.actor.userId}, 'first', first_id, 5 FROM pair`;
  const wishes = { kind: "reward", labels: ["judgements"] };
  await doRun((await started(project, wishes)).runId);
  const second = await started(project, wishes);
  await doRun(second.runId);
  expect(second.name).toBe("Built-in reward v2");
  expect(await scoresOf(second.id)).toHaveLength(160);
});

test("with too little to learn from it says what is missing, and gives no score", async () => {
  const project = await labelledProject(5);
  const { runId, id } = await started(project);
  await doRun(runId);
  const [run] = await sql()`SELECT state, error FROM run WHERE id = ${runId}`;
  expect(run).toMatchObject({
    state: "failed",
    error: { message: expect.stringContaining("too little to learn from") },
  });
  expect(await scoresOf(id)).toEqual([]);
  const apply = startApply(project.as("lead"), applyRequest.parse({ scorer: id }));
  await expect(apply).rejects.toMatchObject({ code: "invalid_input" });
});

test("a trained scorer scores what came later", async () => {
  const project = await labelledProject(60);
  const { runId, id } = await started(project, { kind: "critique", filter: { model: "model-1" } });
  await doRun(runId);
  expect(await scoresOf(id)).toHaveLength(60);
  const run = await startApply(project.as("lead"), applyRequest.parse({ scorer: id }));
  await doRun(run.id);
  expect(await scoresOf(id)).toHaveLength(240);
});

test("a run that is killed at random moments comes to the same weights and scores", async () => {
  const calm = await labelledProject(300);
  const undisturbed = await started(calm);
  await doRun(undisturbed.runId);
  const wanted = await scoresOf(undisturbed.id);

  // The same project once more would have other row numbers, and so other problems held out.
  const harsh = await started(calm);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seeded(seed);
  let kills = 0;
  for (let at = 0; at < 5; at += 1) {
    const reached = async () => at < 2 || (await scoresOf(harsh.id)).length > at * 100;
    const killed = await doRunUntilKilled(harsh.runId, {
      reached,
      milliseconds: random() * (at < 2 ? 500 : 20),
    });
    kills += killed ? 1 : 0;
  }
  expect(kills, `seed ${seed}`).toBeGreaterThanOrEqual(3);
  await doRun(harsh.runId);
  expect(await scoresOf(harsh.id), `seed ${seed}`).toEqual(wanted);
  const weights = async (id: number) => sql()`SELECT weights, report FROM scorer WHERE id = ${id}`;
  expect(await weights(harsh.id)).toEqual(await weights(undisturbed.id));
}, 120_000);

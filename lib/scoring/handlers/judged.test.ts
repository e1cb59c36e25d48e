import { afterAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { getRun } from "#lib/jobs/store/read.ts";
import { doRun, doRunUntilKilled } from "#lib/jobs/testing/killable.ts";
import { seeded } from "#lib/statistics/seeded.ts";
import { modelStrength } from "../contract/scorers.ts";
import { judgedRequest } from "../jobs.ts";
import { startJudged } from "../store/start-judged.ts";
import { judge, pathsProject, type Said } from "./testing/judged-project.ts";

testDatabase();
afterAll(closeSender);

async function started(project: TestProject) {
  const run = await startJudged(project.as("lead"), judgedRequest.parse({}));
  const [scorer] = await sql()<[{ id: number; name: string }]>`
    SELECT id, name FROM scorer WHERE run_id = ${run.id}`;
  return { runId: run.id, ...scorer };
}

async function scoresOf(scorerId: number) {
  return sql()<{ key: string; value: number; spread: number; detail: unknown }[]>`
    SELECT path.key, value, spread, detail FROM score JOIN path ON path.id = path_id
    WHERE scorer_id = ${scorerId} ORDER BY path.problem_id, path.id`;
}

async function strengthsOf(scorerId: number) {
  const [row] = await sql()<
    [{ report: { strengths: unknown } }]
  >`SELECT report FROM scorer WHERE id = ${scorerId}`;
  return modelStrength.array().parse(row.report.strengths);
}

test("judged paths are ranked within their problem with an error, and models over all with intervals", async () => {
  const project = await pathsProject(2, 3);
  await judge(project, [
    { problem: 1, first: 1, second: 2, answer: "first" },
    { problem: 1, first: 1, second: 2, answer: "first" },
    { problem: 1, first: 2, second: 3, answer: "first" },
    { problem: 2, first: 1, second: 3, answer: "tie" },
  ]);
  const { runId, id, name } = await started(project);
  await doRun(runId);
  expect(name).toBe("People's judgements v1");
  const scores = await scoresOf(id);
  expect(scores.map(({ key }) => key)).toEqual(["1/1", "1/2", "1/3", "2/1", "2/3"]);
  expect(scores.map(({ detail }) => detail)).toEqual([2, 3, 1, 1, 1].map((comparisons) => ({ comparisons })));
  const [best, middle, worst, one, other] = scores.map(({ value }) => value);
  expect(best).toBeGreaterThan(middle ?? Number.NaN);
  expect(middle).toBeGreaterThan(worst ?? Number.NaN);
  expect(one).toBeCloseTo(other ?? Number.NaN, 6);
  for (const { spread } of scores) expect(spread).toBeGreaterThan(0);
  const strengths = await strengthsOf(id);
  expect(strengths.map(({ model, wins, ties, losses }) => [model, wins, ties, losses])).toEqual([
    ["model-1", 2, 1, 0],
    ["model-2", 1, 0, 2],
    ["model-3", 0, 1, 1],
  ]);
  expect(await getRun(project.as("lead"), runId)).toMatchObject({
    state: "done",
    result: { problems: 2, scored: 5, judgements: 4, models: 3 },
  });
});

test("skipped and undone judgements and flawed paths don't count, both bad counts as a tie", async () => {
  const project = await pathsProject(3, 2);
  await judge(project, [
    { problem: 1, first: 1, second: 2, answer: "skip" },
    { problem: 1, first: 1, second: 2, answer: "first", undone: true },
    { problem: 2, first: 1, second: 2, answer: "both_bad" },
    { problem: 3, first: 1, second: 2, answer: "first" },
  ]);
  await sql()`UPDATE path SET flaw = 'truncated' WHERE project_id = ${project.id} AND key = '3/2'`;
  const { runId, id } = await started(project);
  await doRun(runId);
  const scores = await scoresOf(id);
  expect(scores.map(({ key }) => key)).toEqual(["2/1", "2/2"]);
  for (const { value } of scores) expect(value).toBeCloseTo(0, 6);
  expect((await strengthsOf(id)).map(({ ties }) => ties)).toEqual([1, 1]);
});

test("without a judgement that counts the run says so, and gives no score", async () => {
  const project = await pathsProject(1, 2);
  await judge(project, [{ problem: 1, first: 1, second: 2, answer: "skip" }]);
  const { runId, id } = await started(project);
  await doRun(runId);
  expect(await getRun(project.as("lead"), runId)).toMatchObject({
    state: "failed",
    error: { message: expect.stringContaining("No judgement counts yet") },
  });
  expect(await scoresOf(id)).toEqual([]);
});

test("what is judged or taken back after the run was asked for changes nothing of it", async () => {
  const project = await pathsProject(2, 2);
  await judge(project, [{ problem: 1, first: 1, second: 2, answer: "first" }]);
  const calm = await started(project);
  await doRun(calm.runId);
  const late = await started(project);
  await sql()`UPDATE judgement SET undone_at = now() + interval '1 second' WHERE project_id = ${project.id}`;
  await judge(project, [{ problem: 2, first: 1, second: 2, answer: "second" }]);
  await sql()`UPDATE judgement SET created_at = now() + interval '1 second'
    WHERE project_id = ${project.id} AND undone_at IS NULL`;
  await doRun(late.runId);
  expect(late.name).toBe("People's judgements v2");
  expect(await scoresOf(late.id)).toEqual(await scoresOf(calm.id));
});

test("a run that is killed at random moments comes to the same scores and strengths", async () => {
  const project = await pathsProject(3000, 4);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seeded(seed);
  const answers = ["first", "second", "tie"] as const;
  const said = Array.from({ length: 9000 }, (_, at): Said => {
    const first = 1 + Math.floor(random() * 3);
    const answer = answers[Math.floor(random() * 3)] ?? "tie";
    return { problem: 1 + Math.floor(at / 3), first, second: first + 1, answer };
  });
  await judge(project, said);
  const calm = await started(project);
  await doRun(calm.runId);
  const harsh = await started(project);
  let kills = 0;
  for (let at = 0; at < 5; at += 1) {
    const reached = async () => (await scoresOf(harsh.id)).length > at * 1500;
    const killed = await doRunUntilKilled(harsh.runId, { reached, milliseconds: random() * 100 });
    kills += killed ? 1 : 0;
  }
  expect(kills, `seed ${seed}`).toBeGreaterThanOrEqual(2);
  await doRun(harsh.runId);
  expect(await scoresOf(harsh.id), `seed ${seed}`).toEqual(await scoresOf(calm.id));
  expect(await strengthsOf(harsh.id)).toEqual(await strengthsOf(calm.id));
}, 120_000);

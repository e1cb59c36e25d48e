import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { doRun } from "#lib/jobs/testing/killable.ts";
import { scorer, scorerFull } from "../contract/scorers.ts";
import { orderDispute, trust, verdictDispute } from "../contract/trust.ts";
import { hardRule, score } from "../contract.ts";
import { labelledProject } from "../handlers/testing/labelled-project.ts";
import { judgedRequest, trainRequest } from "../jobs.ts";
import { gradePath } from "./grade.ts";
import { setHardRule } from "./hard/set-rule.ts";
import { getScorer } from "./scorers/get.ts";
import { listScorers } from "./scorers/list.ts";
import { removeScorer } from "./scorers/remove.ts";
import { scoresOfPath, scoresOfProblem } from "./scores-of.ts";
import { startJudged } from "./start-judged.ts";
import { startTrain } from "./start-train.ts";
import { orderDisputes, verdictDisputes } from "./trust/disputes.ts";
import { readTrust } from "./trust/read.ts";

testDatabase();

let project: TestProject;
const ids: Record<string, number> = {};
const CRITIQUE = "Built-in critique v1";

async function scorerOf(runId: number): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`SELECT id FROM scorer WHERE run_id = ${runId}`;
  return row.id;
}

beforeAll(async () => {
  project = await labelledProject(50);
  const lead = project.as("lead");
  for (const { key, id } of await sql()<{ key: string; id: number }[]>`
    SELECT key, id FROM path WHERE project_id = ${project.id}`)
    ids[key] = id;
  await sql()`
    WITH pair AS (
      INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin)
      SELECT ${project.id}, one.problem_id, one.id, other.id, 'mined' FROM path AS one
      JOIN path AS other ON other.problem_id = one.problem_id AND other.id > one.id
      WHERE one.project_id = ${project.id} AND one.flaw IS NULL AND other.flaw IS NULL
        AND one.verdict = 'correct' AND other.verdict = 'incorrect'
      RETURNING id, first_id
    )
    INSERT INTO judgement (id, project_id, pair_id, reviewer_id, answer, left_id, seconds)
    SELECT gen_random_uuid(), ${project.id}, id, ${lead.actor.userId}, 'first', first_id, 3 FROM pair`;
  const trained = await startTrain(lead, trainRequest.parse({ kind: "critique" }));
  await doRun(trained.id);
  ids["critique"] = await scorerOf(trained.id);
  const judged = await startJudged(lead, judgedRequest.parse({}));
  await doRun(judged.id);
  ids["judged"] = await scorerOf(judged.id);
  await sql()`
    INSERT INTO score (project_id, path_id, scorer, kind, value)
    SELECT ${project.id}, id, 'from a file', 'reward', id FROM path WHERE project_id = ${project.id} AND key = 'p1/1'`;
}, 120_000);

describe("scorers", () => {
  test("are listed newest first, those of files last", async () => {
    const found = await listScorers(project.as("curator"));
    expect(scorer.array().parse(found)).toEqual(found);
    expect(found.map(({ name, source, paths }) => [name, source, paths > 0])).toEqual([
      ["People's judgements v1", "judged", true],
      [CRITIQUE, "trained", true],
      ["from a file", "imported", true],
    ]);
  });

  test("show what was measured of them: a report, or the models' strengths", async () => {
    const trained = await getScorer(project.as("curator"), ids["critique"] ?? 0);
    expect(scorerFull.parse(trained)).toEqual(trained);
    expect(trained.report?.auc).toBeGreaterThan(0.9);
    expect(trained.values.reduce((sum, { count }) => sum + count, 0)).toBe(trained.paths);
    const judged = await getScorer(project.as("curator"), ids["judged"] ?? 0);
    expect(judged.strengths?.length).toBe(4);
    expect(judged.report).toBeNull();
  });
});

describe("scores", () => {
  test("of a path have their rank among the paths of its problem", async () => {
    const scores = await scoresOfPath(project.as("curator"), ids["p1/1"] ?? 0);
    expect(score.array().parse(scores)).toEqual(scores);
    const own = scores.find(({ scorer: name }) => name === CRITIQUE);
    expect(own?.of).toBe(4);
    expect(own?.rank).toBeGreaterThanOrEqual(1);
    expect(scores.find(({ scorer: name }) => name === "from a file")).toMatchObject({ rank: 1, of: 1 });
  });

  test("of a problem are those of its paths, without the one that was cut off", async () => {
    const [{ id }] = await sql()<
      [{ id: number }]
    >`SELECT problem_id AS id FROM path WHERE id = ${ids["p1/1"] ?? 0}`;
    const { paths } = await scoresOfProblem(project.as("curator"), id);
    expect(paths.map(({ pathId }) => pathId)).toEqual([ids["p1/1"], ids["p1/2"], ids["p1/3"], ids["p1/4"]]);
  });

  test("a person's grade is theirs: given, changed, taken back", async () => {
    const scope = project.as("curator");
    const path = ids["p2/1"] ?? 0;
    const mine = async () =>
      (await scoresOfPath(scope, path)).find(({ scorer: name }) => name === "Someone (person)");
    await gradePath(scope, { path, value: 9, rationale: "Neat." });
    await gradePath(scope, { path, value: 7, rationale: null });
    expect(await mine()).toMatchObject({ value: 7, rationale: null, kind: "critique" });
    await gradePath(scope, { path, value: null, rationale: null });
    expect(await mine()).toBeUndefined();
    await expect(gradePath(scope, { path: 2_000_000_000, value: 1, rationale: null })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("trust", () => {
  test("is measured against verdicts and judgements", async () => {
    const found = await readTrust(project.as("curator"), { scorer: CRITIQUE, kind: "critique" });
    expect(trust.parse(found)).toEqual(found);
    expect(found.verdicts.pairAccuracy.value).toBeGreaterThan(0.9);
    expect(found.people.pairAccuracy.value).toBeGreaterThan(0.9);
    expect(found.people.grades.spearman.why).not.toBeNull();
  });

  test("lists what verdict and critique disagree on, the most disputed first", async () => {
    const path = ids["p3/1"] ?? 0;
    await sql()`UPDATE score SET value = 1.5 WHERE path_id = ${path} AND scorer = ${CRITIQUE}`;
    await sql()`UPDATE path SET verdict = 'correct' WHERE id = ${path}`;
    const found = await verdictDisputes(project.as("curator"), {
      critique: CRITIQUE,
      low: 3,
      high: 8,
      limit: 10,
    });
    expect(verdictDispute.array().parse(found.items).length).toBe(found.items.length);
    expect(found.items[0]).toMatchObject({ pathId: path, verdict: "correct", critique: 1.5, graded: null });
  });

  test("lists the pair of each problem whose order by reward and critique disagrees", async () => {
    const [high, low] = [ids["p4/1"] ?? 0, ids["p4/2"] ?? 0];
    await sql()`INSERT INTO score (project_id, path_id, scorer, kind, value) VALUES
      (${project.id}, ${high}, 'rm', 'reward', 2), (${project.id}, ${low}, 'rm', 'reward', 1),
      (${project.id}, ${high}, 'judge', 'critique', 3), (${project.id}, ${low}, 'judge', 'critique', 8)`;
    const asked = { reward: "rm", critique: "judge", margin: 2, limit: 10 };
    const found = await orderDisputes(project.as("curator"), asked);
    expect(orderDispute.array().parse(found.items)).toEqual(found.items);
    expect(found).toMatchObject({ count: 1, items: [{ rewarded: { id: high }, graded: { id: low } }] });
    expect((await orderDisputes(project.as("curator"), { ...asked, margin: 6 })).count).toBe(0);
  });
});

test("a scorer goes with its scores, but not while the rule for hard samples needs it", async () => {
  const lead = project.as("lead");
  await setHardRule(lead, hardRule.parse({ scorer: CRITIQUE }));
  await expect(removeScorer(lead, ids["critique"] ?? 0)).rejects.toMatchObject({ code: "conflict" });
  await setHardRule(lead, hardRule.parse({}));
  expect(await removeScorer(lead, ids["critique"] ?? 0)).toBeGreaterThan(100);
  expect((await listScorers(lead)).some(({ name }) => name === CRITIQUE)).toBe(false);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { doRun, doRunUntilKilled } from "#lib/jobs/testing/killable.ts";
import { type ModelServer, startModelServer } from "#lib/models/testing/model-server.ts";
import { reply as critic } from "#lib/models/testing/replies/critic.ts";
import { startServerProcess } from "#lib/models/testing/server-process.ts";
import { seeded } from "#lib/statistics/seeded.ts";
import { scoreDetail } from "../contract.ts";
import { critiqueRequest } from "../jobs.ts";
import { startCritique } from "../store/start-critique.ts";
import { labelledProject } from "./testing/labelled-project.ts";

testDatabase();

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ reply: critic });
});
afterAll(() => server.close());

async function withModel(project: TestProject, url: string, uses = ["critique"]): Promise<number> {
  await sql()`INSERT INTO allowed_host (host) VALUES (${new URL(url).host}) ON CONFLICT DO NOTHING`;
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO model_endpoint (project_id, name, base_url, model, uses, parameters, output_price, structured_output)
    VALUES (${project.id}, ${crypto.randomUUID()}, ${url}, 'critic', ${uses}, '{"maxTokens": 200}', 100, 'schema') RETURNING id`;
  return id;
}

async function started(project: TestProject, model: number, wishes: object = {}): Promise<number> {
  return (await startCritique(project.as("lead"), critiqueRequest.parse({ model, ...wishes }))).id;
}

async function outcomeOf(runId: number) {
  const [run] = await sql()`SELECT state, result, error FROM run WHERE id = ${runId}`;
  const scores = await sql()<{ value: number; spread: number | null; detail: unknown }[]>`
    SELECT coalesce(path.key, problem.key) AS key, value, spread, rationale, detail FROM score
    JOIN scorer ON scorer.id = score.scorer_id AND scorer.run_id = ${runId}
    LEFT JOIN path ON path.id = score.path_id LEFT JOIN problem ON problem.id = score.problem_id ORDER BY 1`;
  const calls =
    await sql()`SELECT count(*)::int AS count, round(sum(cost)::numeric, 8)::float AS cost FROM model_call WHERE run_id = ${runId}`;
  return { run, scores: [...scores], calls: [...calls] };
}

describe("a critique by a model", () => {
  test("grades every whole path, keeps the mean and spread of repeats, and counts what it can't read", async () => {
    const project = await labelledProject(5);
    const run = await started(project, await withModel(project, server.url), { repeats: 3 });
    await doRun(run);
    const { run: ended, scores, calls } = await outcomeOf(run);
    expect(ended).toMatchObject({ state: "done", result: { scored: scores.length, stopped: "done" } });
    expect(scores).toHaveLength(20);
    expect(calls).toMatchObject([{ count: 60 }]);
    for (const { value, detail } of scores) {
      expect(value).toBeGreaterThanOrEqual(1);
      expect(value).toBeLessThanOrEqual(10);
      scoreDetail.parse(detail);
    }
    expect(scores.some(({ spread }) => (spread ?? 0) > 0)).toBe(true);
    expect(JSON.stringify(scores)).toContain('"segment":0');
  });

  test("grades problems too: clear, solvable, answer right", async () => {
    const project = await labelledProject(6);
    const run = await started(project, await withModel(project, server.url), {
      subject: "problems",
      title: "Problems",
    });
    await doRun(run);
    const { scores } = await outcomeOf(run);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores[0]?.detail).toMatchObject({ checks: { clear: true, answerRight: null } });
  });

  test("keeps to its budget", async () => {
    const project = await labelledProject(20);
    const run = await started(project, await withModel(project, server.url), { budget: 0.3 });
    await doRun(run);
    const { run: ended, scores, calls } = await outcomeOf(run);
    expect(ended?.["result"]).toMatchObject({ stopped: "budget" });
    expect(Number(calls[0]?.["cost"])).toBeLessThanOrEqual(0.3);
    expect(scores.length).toBeGreaterThan(0);
  });

  test("needs a model that is there for critiques", async () => {
    const project = await labelledProject(1);
    const model = await withModel(project, server.url, ["sampler"]);
    await expect(started(project, model)).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "model" },
    });
  });
});

test("a run that is killed at random moments comes to the same scores, and pays for no call twice", async () => {
  const [quiet, harsh] = await Promise.all([
    startServerProcess({ replies: "critic" }),
    startServerProcess({ replies: "critic" }),
  ]);
  try {
    const project = await labelledProject(60);
    const undisturbed = await started(project, await withModel(project, quiet.url));
    await doRun(undisturbed);
    const wanted = await outcomeOf(undisturbed);
    const run = await started(project, await withModel(project, harsh.url));
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = seeded(seed);
    for (let at = 0; at < 6; at += 1) {
      const reached = async () => (await outcomeOf(run)).scores.length >= at * 30;
      const killed = await doRunUntilKilled(run, { reached, milliseconds: random() * 60 });
      expect(killed, `killed in attempt ${at} (seed ${seed})`).toBe(true);
    }
    await doRun(run);
    const found = await outcomeOf(run);
    expect(found.scores, `seed ${seed}`).toEqual(wanted.scores);
    expect(found.calls, `seed ${seed}`).toEqual(wanted.calls);
    expect((await harsh.seen()).billed, `seed ${seed}`).toBe((await quiet.seen()).billed);
  } finally {
    await Promise.all([quiet.stop(), harsh.stop()]);
  }
}, 120_000);

import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { testEndpoint } from "#lib/cli/testing/model-endpoint.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { doRun, doRunUntilKilled } from "#lib/jobs/testing/killable.ts";
import type { EndpointSettings } from "#lib/models/contract.ts";
import { type ModelServer, startModelServer } from "#lib/models/testing/model-server.ts";
import { reply as rewarder } from "#lib/models/testing/replies/rewarder.ts";
import type { Reply } from "#lib/models/testing/reply-plan.ts";
import { startServerProcess } from "#lib/models/testing/server-process.ts";
import { seeded } from "#lib/statistics/seeded.ts";
import { thoughtOfRun } from "../contract/runs.ts";
import { rewardRequest } from "../jobs.ts";
import { estimateScoring } from "../store/estimate-scoring.ts";
import { startReward } from "../store/start-reward.ts";
import { labelledProject } from "./testing/labelled-project.ts";

testDatabase();

const servers: ModelServer[] = [];
afterAll(() => Promise.all(servers.map((one) => one.close())));

async function serving(reply: Reply): Promise<ModelServer> {
  const server = await startModelServer({ reply });
  servers.push(server);
  return server;
}

function rewardModel(project: TestProject, url: string, settings: Partial<EndpointSettings> = {}) {
  return testEndpoint(project.id, url, {
    protocol: "vllm-classify",
    uses: ["reward"],
    inputPrice: 100,
    ...settings,
  });
}

async function started(project: TestProject, model: number, wishes: object = {}): Promise<number> {
  return (await startReward(project.as("lead"), rewardRequest.parse({ model, ...wishes }))).id;
}

async function outcomeOf(runId: number) {
  const [run] = await sql()`SELECT state, result, error FROM run WHERE id = ${runId}`;
  const scores = await sql()<{ key: string; value: number; kind: string }[]>`
    SELECT coalesce(path.key, problem.key) AS key, value, score.kind FROM score
    JOIN scorer ON scorer.id = score.scorer_id AND scorer.run_id = ${runId}
    LEFT JOIN path ON path.id = score.path_id LEFT JOIN problem ON problem.id = score.problem_id ORDER BY 1`;
  const [calls] = await sql()<[{ count: number; cost: number }]>`
    SELECT count(*)::int AS count, round(sum(cost)::numeric, 8)::float AS cost FROM model_call WHERE run_id = ${runId}`;
  return { run, scores: [...scores], calls };
}

describe("a reward model", () => {
  for (const protocol of ["vllm-classify", "vllm-pooling", "vllm-score", "tei-predict"] as const) {
    test(`values every whole path by ${protocol}`, async () => {
      const server = await serving(rewarder);
      const project = await labelledProject(4);
      const run = await started(project, await rewardModel(project, server.url, { protocol }));
      await doRun(run);
      const { run: ended, scores, calls } = await outcomeOf(run);
      expect(ended).toMatchObject({ state: "done", result: { scored: 16, unread: 0, stopped: "done" } });
      expect(calls.count).toBe(16);
      expect(new Set(scores.map(({ kind }) => kind))).toEqual(new Set(["reward"]));
      // It likes what it is shown the less, the longer it is: the paths' lengths differ.
      expect(new Set(scores.map(({ value }) => value)).size).toBeGreaterThan(4);
      for (const { body } of server.requests) expect(JSON.stringify(body)).toContain("The answer is");
    });
  }

  test("values problems with their reference, which they are shown as its answer", async () => {
    const server = await serving(rewarder);
    const project = await labelledProject(3);
    const run = await started(project, await rewardModel(project, server.url), { subject: "problems" });
    await doRun(run);
    expect((await outcomeOf(run)).scores.map(({ key }) => key)).toEqual(["p1", "p2", "p3"]);
    expect(server.requests.map(({ body }) => body.messages)).toContainEqual([
      { role: "user", content: "What is 1 plus 2?" },
      { role: "assistant", content: "3" },
    ]);
  });

  test("with several classes ends with their names, unless it is said which one counts", async () => {
    const classes = [
      { label: "bad", score: -1 },
      { label: "good", score: 2 },
    ];
    const server = await serving(() => ({ kind: "answer", text: JSON.stringify(classes) }));
    const project = await labelledProject(1);
    const model = await rewardModel(project, server.url, { protocol: "tei-predict" });
    const unsaid = await started(project, model);
    await doRun(unsaid);
    expect((await outcomeOf(unsaid)).run).toMatchObject({
      state: "failed",
      error: { message: expect.stringContaining("2 classes: bad, good") },
    });
    const said = await started(project, model, { counts: "good" });
    await doRun(said);
    expect((await outcomeOf(said)).scores.every(({ value }) => value === 2)).toBe(true);
  });

  test("keeps to its budget, and costs no more than the estimate says", async () => {
    const server = await serving(rewarder);
    const project = await labelledProject(10);
    const model = await rewardModel(project, server.url);
    const thought = (wishes: object) =>
      estimateScoring(project.as("lead"), { model, run: thoughtOfRun.parse({ kind: "reward", ...wishes }) });
    const before = await thought({});
    expect(before).toMatchObject({ subjects: 40, calls: 40, expected: null });
    const whole = await started(project, model);
    await doRun(whole);
    const { calls } = await outcomeOf(whole);
    expect(calls.cost).toBeLessThanOrEqual(before.ceiling);
    expect((await thought({})).expected).toBeCloseTo(calls.cost, 6);
    // Eight may be out at a time, each reckoned with at 20,000 bytes and two messages' wrapping until it is settled.
    const budget = 8 * 2.0032 + calls.cost / 2;
    expect((await thought({ budget: 0.01 })).ceiling).toBe(0.01);
    const bounded = await started(project, model, { budget });
    await doRun(bounded);
    const some = await outcomeOf(bounded);
    expect(some.run?.["result"]).toMatchObject({ stopped: "budget" });
    expect(some.scores.length).toBeGreaterThan(8);
    expect(some.scores.length).toBeLessThan(40);
  });

  test("needs an endpoint that gives rewards", async () => {
    const project = await labelledProject(1);
    const chat = await testEndpoint(project.id, "http://127.0.0.1:9/v1", { uses: ["judge"] });
    await expect(started(project, chat)).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "model" },
    });
  });
});

test("a reward run that is killed at random moments comes to the same scores, and pays for no call twice", async () => {
  const [quiet, harsh] = await Promise.all([
    startServerProcess({ replies: "rewarder" }),
    startServerProcess({ replies: "rewarder" }),
  ]);
  try {
    const project = await labelledProject(60);
    const undisturbed = await started(project, await rewardModel(project, quiet.url));
    await doRun(undisturbed);
    const wanted = await outcomeOf(undisturbed);
    const run = await started(project, await rewardModel(project, harsh.url));
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = seeded(seed);
    for (let at = 0; at < 5; at += 1) {
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

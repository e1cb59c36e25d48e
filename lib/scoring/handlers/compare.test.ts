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
import { compareRequest } from "../jobs.ts";
import { startCompare } from "../store/start-compare.ts";
import { labelledProject } from "./testing/labelled-project.ts";

testDatabase();

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ reply: critic });
});
afterAll(() => server.close());

async function withJudge(project: TestProject, url: string, uses = ["judge"]): Promise<number> {
  await sql()`INSERT INTO allowed_host (host) VALUES (${new URL(url).host}) ON CONFLICT DO NOTHING`;
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO model_endpoint (project_id, name, base_url, model, uses, parameters, output_price, structured_output)
    VALUES (${project.id}, ${crypto.randomUUID()}, ${url}, 'judge', ${uses}, '{"maxTokens": 200}', 100, 'schema') RETURNING id`;
  return id;
}

async function started(project: TestProject, model: number, wishes: object = {}): Promise<number> {
  return (await startCompare(project.as("lead"), compareRequest.parse({ model, ...wishes }))).id;
}

async function outcomeOf(runId: number) {
  const [run] = await sql()`SELECT state, result FROM run WHERE id = ${runId}`;
  const scores = await sql()<{ key: string; value: number; spread: number; detail: unknown }[]>`
    SELECT path.key, value, spread, detail FROM score JOIN path ON path.id = score.path_id
    JOIN scorer ON scorer.id = score.scorer_id AND scorer.run_id = ${runId} ORDER BY path.problem_id, path.id`;
  const compared = await sql()<{ firstLeft: number | null; firstRight: number | null }[]>`
    SELECT first_id, second_id, first_left, first_right FROM comparison
    JOIN scorer ON scorer.id = comparison.scorer_id AND scorer.run_id = ${runId} ORDER BY first_id, second_id`;
  const [calls] = await sql()<[{ count: number }]>`
    SELECT count(*)::int AS count FROM model_call WHERE run_id = ${runId}`;
  return { run, scores: [...scores], compared: [...compared], calls: calls.count };
}

describe("a comparison by a model", () => {
  test("sets each pair side by side in both orders, marks what flips, and ranks within the problem", async () => {
    const project = await labelledProject(8);
    const run = await started(project, await withJudge(project, server.url));
    await doRun(run);
    const { run: ended, scores, compared, calls } = await outcomeOf(run);
    expect(ended).toMatchObject({ state: "done", result: { problems: 8, stopped: "done" } });
    // Four whole paths a problem: six pairs, twelve calls.
    expect(compared).toHaveLength(48);
    expect(calls).toBe(96);
    const read = compared.filter(({ firstLeft, firstRight }) => firstLeft !== null && firstRight !== null);
    expect(read.length).toBeGreaterThan(30);
    // The judge prefers the longer one: of paths with one sentence more each, the fourth wins, the first loses.
    const of = (key: string) => scores.find((score) => score.key === key)?.value ?? 0;
    const lower = Array.from({ length: 8 }, (_, at) => of(`p${at + 1}/1`) < of(`p${at + 1}/4`));
    expect(lower.filter(Boolean).length).toBeGreaterThanOrEqual(6);
    for (const { spread, detail } of scores) {
      expect(spread).toBeGreaterThan(0);
      expect(scoreDetail.parse(detail).comparisons).toBeGreaterThan(0);
    }
  });

  test("a judge that always takes the left side teaches nothing: all are ties, and marked", async () => {
    const left = await startModelServer({ reply: () => ({ kind: "answer", text: '{"better": "A"}' }) });
    try {
      const project = await labelledProject(2);
      const run = await started(project, await withJudge(project, left.url));
      await doRun(run);
      const { scores, compared } = await outcomeOf(run);
      expect(compared.every(({ firstLeft, firstRight }) => firstLeft === 1 && firstRight === -1)).toBe(true);
      for (const { value, detail } of scores) {
        expect(value).toBeCloseTo(0, 6);
        const { comparisons, inconsistent } = scoreDetail.parse(detail);
        expect(inconsistent).toBe(comparisons);
      }
    } finally {
      await left.close();
    }
  });

  test("needs a model that is there for judging", async () => {
    const project = await labelledProject(1);
    const model = await withJudge(project, server.url, ["critique"]);
    await expect(started(project, model)).rejects.toMatchObject({
      code: "invalid_input",
      place: { field: "model" },
    });
  });
});

test("a run that is killed at random moments comes to the same ranks, and pays for no call twice", async () => {
  const [quiet, harsh] = await Promise.all([
    startServerProcess({ replies: "critic" }),
    startServerProcess({ replies: "critic" }),
  ]);
  try {
    const project = await labelledProject(30);
    const undisturbed = await started(project, await withJudge(project, quiet.url));
    await doRun(undisturbed);
    const wanted = await outcomeOf(undisturbed);
    const run = await started(project, await withJudge(project, harsh.url));
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = seeded(seed);
    for (let at = 0; at < 5; at += 1) {
      const reached = async () => (await outcomeOf(run)).calls >= at * 60;
      const killed = await doRunUntilKilled(run, { reached, milliseconds: random() * 40 });
      expect(killed, `killed in attempt ${at} (seed ${seed})`).toBe(true);
    }
    await doRun(run);
    const found = await outcomeOf(run);
    expect(found.scores, `seed ${seed}`).toEqual(wanted.scores);
    expect(found.compared, `seed ${seed}`).toEqual(wanted.compared);
    expect(found.calls, `seed ${seed}`).toBe(wanted.calls);
    expect((await harsh.seen()).billed, `seed ${seed}`).toBe((await quiet.seen()).billed);
  } finally {
    await Promise.all([quiet.stop(), harsh.stop()]);
  }
}, 120_000);

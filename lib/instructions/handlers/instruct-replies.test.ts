import { afterEach, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { type ModelServer, startModelServer } from "#lib/models/testing/model-server.ts";
import { reply as calm, mathsProblem, wordsOf } from "#lib/models/testing/replies/maths.ts";
import type { ChatBody, Reply } from "#lib/models/testing/reply-plan.ts";
import { growingRun, outcomeOf, work } from "./testing/growing-run.ts";

testDatabase();

const servers: ModelServer[] = [];

async function serve(reply: Reply): Promise<ModelServer> {
  const server = await startModelServer({ reply });
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const NO_LIMIT = { "rouge-l": null, lcs: null, "jaccard-words": null, "jaccard-chars": null };
const seedOf = ({ seed }: ChatBody) => seed ?? 0;
const asksForProblems = ({ messages }: ChatBody) =>
  messages.some(({ content }) => /new problems/.test(content));

/** Answers requests for problems with these, which may depend on the request. */
function writing(problems: (seed: string) => unknown[]): Reply {
  return (request) =>
    asksForProblems(request)
      ? { kind: "answer", text: JSON.stringify({ problems: problems(wordsOf(request)) }) }
      : calm(request);
}

describe("a Self-Instruct run", () => {
  test("takes no more problems of a reply than it asked for, and so keeps to what is wanted and to its budget", async () => {
    const server = await serve(writing((seed) => [...Array(20).keys()].map((at) => mathsProblem(seed, at))));
    const run = await growingRun(server.url, { wanted: 5, perCall: 2, budget: 0.02 });
    await work(run);
    const { run: ended, candidates } = await outcomeOf(run);
    expect(Math.max(...candidates.map(({ place }) => place))).toBe(1);
    expect(ended.counts["accepted"]).toBeLessThanOrEqual(6);
    const poor = await growingRun(server.url, { wanted: 1000, perCall: 2, budget: 0.01 });
    await work(poor);
    expect((await outcomeOf(poor)).run).toMatchObject({ result: { stopped: "budget" } });
    expect((await outcomeOf(poor)).run.counts["costMicros"]).toBeLessThanOrEqual(10_000);
  });

  test("keeps to its budget where the problems that it gets are longer than the seeds, and dear to send", async () => {
    const filler = "They walk along the river and over the old bridge on their way. ".repeat(25);
    const server = await serve(
      writing((seed) => [0, 1].map((at) => ({ problem: `${filler}${mathsProblem(seed, at).problem}` }))),
    );
    const budget = 3;
    const wishes = { wanted: 1000, perCall: 2, seeds: 1, instructions: 10, budget };
    const run = await growingRun(server.url, { ...wishes, thresholds: NO_LIMIT });
    await sql()`UPDATE model_endpoint SET input_price = 20 WHERE project_id = ${run.projectId}`;
    await work(run);
    const { run: ended } = await outcomeOf(run);
    expect(ended.result).toMatchObject({ stopped: "budget" });
    expect(ended.counts["accepted"]).toBeGreaterThan(0);
    expect(ended.counts["costMicros"]).toBeLessThanOrEqual(budget * 1e6);
  });

  test("drops what stands twice in a reply, and what its budget sets too little aside for", async () => {
    const server = await serve(
      writing((seed) => {
        const { problem } = mathsProblem(seed, 0);
        return [{ problem }, { problem }, { problem: `What is ${"1".repeat(9_000)} plus 1?` }];
      }),
    );
    const run = await growingRun(server.url, { wanted: 2, perCall: 3, budget: 5 });
    await work(run);
    const { candidates } = await outcomeOf(run);
    expect(candidates.slice(0, 3).map(({ reason }) => reason)).toEqual([null, "duplicate", "too_long"]);
  });

  test("takes replies with characters that no database holds", async () => {
    const server = await serve((request) => {
      if (!asksForProblems(request)) return calm(request);
      const { problem } = mathsProblem(wordsOf(request), 0);
      return { kind: "answer", text: `{"problems": [{"problem": "\\u0000\\ud800 ${problem}"}]}` };
    });
    const run = await growingRun(server.url, { wanted: 2, perCall: 1 });
    await work(run);
    expect((await outcomeOf(run)).run).toMatchObject({ state: "done", result: { stopped: "wanted" } });
  });

  test("keeps no solution that was cut off, though an answer stands in it", async () => {
    const server = await serve((request) => {
      const plan = calm(request);
      if (asksForProblems(request) || plan.kind !== "answer") return plan;
      return { ...plan, text: "First I try $\\boxed{3}$, but", finishReason: "length" };
    });
    const run = await growingRun(server.url, { wanted: 2, calls: 2 });
    await work(run);
    const { candidates } = await outcomeOf(run);
    expect(new Set(candidates.map(({ reason }) => reason))).toEqual(new Set(["no_solution"]));
  });

  test("keeps a solution without the thoughts before it", async () => {
    const server = await serve((request) => {
      const plan = calm(request);
      if (asksForProblems(request) || plan.kind !== "answer") return plan;
      return { ...plan, text: `Perhaps $\\boxed{3}$?</think>\n\n${plan.text}` };
    });
    const run = await growingRun(server.url, { wanted: 2 });
    await work(run);
    const kept = await sql()<{ solution: string; answer: string }[]>`
      SELECT solution, answer FROM candidate WHERE run_id = ${run.id} AND state = 'accepted'`;
    expect(kept.length).toBeGreaterThan(0);
    for (const { solution, answer } of kept) {
      expect(solution).not.toContain("</think>");
      expect(answer).not.toBe("3");
    }
  });

  test("stops asking when it is cancelled, and keeps what it has made", async () => {
    const run = { id: 0, projectId: 0 };
    let asked = 0;
    const server = await serve(async (request) => {
      asked += 1;
      if (asked === 30) await sql()`UPDATE run SET cancel_requested_at = now() WHERE id = ${run.id}`;
      return calm(request);
    });
    Object.assign(run, await growingRun(server.url, { wanted: 100_000, calls: 100_000 }));
    await work(run);
    const { run: ended, candidates, calls } = await outcomeOf(run);
    expect(ended.state).toBe("cancelled");
    expect(candidates.length).toBeGreaterThan(0);
    expect(server.billed()).toBe(calls.filter(({ reply }) => reply !== null).length);
    const [{ made }] = await sql()<[{ made: number }]>`
      SELECT count(*)::int AS made FROM problem WHERE project_id = ${run.projectId} AND origin = 'generated'`;
    expect(made).toBe(candidates.filter(({ state }) => state === "accepted").length);
  });

  test("shows no seed that has become one of the test split since it began", async () => {
    const run = { id: 0, projectId: 0 };
    let asked = 0;
    const server = await serve(async (request) => {
      asked += 1;
      if (asked === 1) {
        await sql()`UPDATE problem SET split = 'test' WHERE project_id = ${run.projectId} AND key <> 'seed-1'
          AND origin = 'seed'`;
      }
      return calm(request);
    });
    Object.assign(run, await growingRun(server.url, { wanted: 40 }));
    await work(run);
    const { calls } = await outcomeOf(run);
    const requests = await sql()<{ request: string }[]>`
      SELECT request::text FROM model_call WHERE run_id = ${run.id} AND slot !~ '[.]' ORDER BY slot::int OFFSET 8`;
    expect(calls.length).toBeGreaterThan(8);
    expect(requests.length).toBeGreaterThan(0);
    for (const { request } of requests) expect(request).not.toMatch(/Seed (?!1:)\d+:/);
  });

  test("goes on where its endpoint refuses one request or another for what stands in it", async () => {
    let asked = 0;
    const server = await serve((request) => {
      asked += 1;
      const refuses = asked > 20 && seedOf(request) % 3 === 0;
      return refuses ? { kind: "fail", status: 400, message: "content filter" } : calm(request);
    });
    const run = await growingRun(server.url, { wanted: 30 });
    await work(run);
    const { run: ended, candidates } = await outcomeOf(run);
    expect(ended).toMatchObject({ state: "done", result: { stopped: "wanted" } });
    const details = await sql()<{ detail: string }[]>`
      SELECT detail FROM candidate WHERE run_id = ${run.id} AND reason = 'no_solution'
      UNION SELECT fault FROM generation_slot WHERE run_id = ${run.id} AND fault IS NOT NULL`;
    expect(details.length).toBeGreaterThan(0);
    for (const { detail } of details) expect(detail).toContain("content filter");
    expect(candidates.filter(({ state }) => state === "accepted").length).toBeGreaterThanOrEqual(30);
  });

  test.each([
    ["problems", true],
    ["solutions", false],
  ])("ends at once where its first request for %s is refused for what stands in it", async (_what, first) => {
    const server = await serve((request) =>
      asksForProblems(request) === first
        ? { kind: "fail", status: 400, message: "temperature isn't supported" }
        : calm(request),
    );
    const run = await growingRun(server.url);
    await work(run);
    const { run: ended } = await outcomeOf(run);
    expect(ended.state).toBe("failed");
    expect(ended.error?.message).toContain("temperature isn't supported");
  });
});

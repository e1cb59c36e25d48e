import { afterEach, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { type ModelServer, startModelServer } from "#lib/models/testing/model-server.ts";
import { reply as calm } from "#lib/models/testing/replies/maths.ts";
import { reply as troubled } from "#lib/models/testing/replies/troubled.ts";
import type { Reply } from "#lib/models/testing/reply-plan.ts";
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

describe("a Self-Instruct run", () => {
  test("asks until as many are accepted as are wanted, and makes instructions of them with their answers", async () => {
    const server = await serve(calm);
    const run = await growingRun(server.url);
    await work(run);
    const { run: ended, candidates, calls } = await outcomeOf(run);
    expect(ended).toMatchObject({ state: "done", result: { stopped: "wanted" } });
    const accepted = candidates.filter(({ state }) => state === "accepted");
    expect(accepted.length).toBeGreaterThanOrEqual(12);
    expect(ended.counts).toMatchObject({
      accepted: accepted.length,
      requests: calls.filter(({ slot }) => !slot.includes(".")).length,
    });
    expect(ended.counts["costMicros"]).toBeGreaterThan(0);
    expect(server.billed()).toBe(calls.length);
    const made = await sql()<{ text: string; answer: string; parents: string[] }[]>`
      SELECT text, answer, parents FROM problem WHERE project_id = ${run.projectId} AND origin = 'generated'`;
    expect(made.map(({ text }) => text).toSorted()).toEqual(accepted.map(({ text }) => text).toSorted());
    for (const { text, answer, parents } of made) {
      const [first = 0, second = 0] = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
      expect(Number(answer)).toBe(first * second);
      expect(parents.length).toBeGreaterThan(0);
    }
  });

  test("shows no problem of the test split, and drops what is near to one", async () => {
    let first: string | null = null;
    const server = await serve((request, attempt) => {
      const plan = calm(request);
      if (first === null && attempt === 1 && plan.kind === "answer") first = plan.text;
      return plan;
    });
    const run = await growingRun(server.url, { wanted: 2 });
    await sql()`UPDATE problem SET split = 'test', text = 'Secret of the test split?' WHERE project_id = ${run.projectId}
      AND key = 'seed-1'`;
    await work(run);
    const { candidates, calls } = await outcomeOf(run);
    expect(JSON.stringify(calls)).not.toContain("Secret");
    const [known] = candidates;
    const next = await growingRun(server.url, { wanted: 2 });
    await sql()`UPDATE problem SET split = 'test', text = ${known?.text ?? ""} WHERE project_id = ${next.projectId}
      AND key = 'seed-10'`;
    await work(next);
    const again = await outcomeOf(next);
    expect(first).not.toBeNull();
    for (const one of again.candidates.filter(({ text }) => text === known?.text)) {
      expect(one.reason).toBe("contamination");
    }
  });

  test("comes to the same end at an endpoint that fails, stalls, limits and garbles in turn", async () => {
    const wishes = { wanted: 8 };
    const quiet = await growingRun((await serve(calm)).url, wishes);
    await work(quiet);
    const server = await serve(troubled);
    const run = await growingRun(server.url, wishes, { timeoutSeconds: 1 });
    await work(run);
    const [wanted, found] = [await outcomeOf(quiet), await outcomeOf(run)];
    expect(found.run).toMatchObject({ state: "done", result: { stopped: "wanted" } });
    expect(found.candidates).toEqual(wanted.candidates);
    expect(server.requests.length).toBeGreaterThan(server.billed());
    expect(server.billed()).toBe(found.calls.length);
  }, 60_000);

  test("keeps replies that can't be read, says so, and gives up after so many in a row", async () => {
    const server = await serve(() => ({ kind: "answer", text: "I would rather not." }));
    const run = await growingRun(server.url);
    await work(run);
    const { run: ended, calls } = await outcomeOf(run);
    expect(ended).toMatchObject({ state: "done", result: { stopped: "failing", accepted: 0 } });
    expect(ended.counts["unparsed"]).toBe(calls.length);
    const faults = await sql()`SELECT FROM generation_slot WHERE run_id = ${run.id} AND fault IS NOT NULL`;
    expect(faults).toHaveLength(calls.length);
    expect(calls[0]?.reply).toBe("I would rather not.");
  });

  test("gives up when nothing new comes", async () => {
    const same = { problems: [{ problem: "Seed 4: what is 12 plus 8, and then twice that?" }] };
    const server = await serve(() => ({ kind: "answer", text: JSON.stringify(same) }));
    const run = await growingRun(server.url);
    await work(run);
    const { run: ended, candidates } = await outcomeOf(run);
    expect(ended.result).toMatchObject({ stopped: "nothing_new", accepted: 0 });
    expect(new Set(candidates.map(({ reason }) => reason))).toEqual(new Set(["similar"]));
  });

  test("ends at once, with the endpoint's words, where its key is refused", async () => {
    const server = await serve(() => ({ kind: "fail", status: 401, message: "bad key" }));
    const run = await growingRun(server.url);
    await work(run);
    const { run: ended, candidates } = await outcomeOf(run);
    expect(ended.state).toBe("failed");
    expect(ended.error?.message).toMatch(/key/i);
    expect(candidates).toHaveLength(0);
    expect(server.billed()).toBe(0);
  });

  test("never spends more than its budget, nor asks more often than it may", async () => {
    const server = await serve(calm);
    const dear = await growingRun(server.url, { wanted: 1000, budget: 0.02 }, { outputPrice: 2 });
    await work(dear);
    const { run: ended } = await outcomeOf(dear);
    expect(ended.result).toMatchObject({ stopped: "budget" });
    expect(ended.counts["costMicros"]).toBeLessThanOrEqual(20_000);
    expect(ended.counts["costMicros"]).toBeGreaterThan(0);
    const few = await growingRun(server.url, { wanted: 1000, calls: 3 });
    await work(few);
    expect((await outcomeOf(few)).run).toMatchObject({
      result: { stopped: "calls" },
      counts: { requests: 3 },
    });
  });

  test("rests when it is asked to, with all that was out recorded, and goes on to the same end", async () => {
    const undisturbed = await growingRun((await serve(calm)).url);
    await work(undisturbed);
    let asked = 0;
    const run = { id: 0, projectId: 0 };
    const server = await serve(async (request) => {
      asked += 1;
      if (asked === 5) await sql()`UPDATE run SET pause_requested_at = now() WHERE id = ${run.id}`;
      return calm(request);
    });
    Object.assign(run, await growingRun(server.url));
    await work(run);
    const resting = await outcomeOf(run);
    expect(resting.run.state).toBe("paused");
    expect(server.billed()).toBe(resting.calls.filter(({ reply }) => reply !== null).length);
    await sql()`UPDATE run SET state = 'queued', pause_requested_at = NULL WHERE id = ${run.id}`;
    await work(run);
    const [wanted, found] = [await outcomeOf(undisturbed), await outcomeOf(run)];
    expect(found.candidates).toEqual(wanted.candidates);
    expect(found.calls).toEqual(wanted.calls);
    expect(server.billed()).toBe(wanted.calls.length);
  });

  test("asks a second model for solutions where one is named, and wants most of several to agree", async () => {
    const writer = await serve(calm);
    const asked = new Map<string, number>();
    const solver = await serve(({ messages }) => {
      const words = JSON.stringify(messages);
      asked.set(words, (asked.get(words) ?? 0) + 1);
      return { kind: "answer", text: `It is $\\boxed{${asked.get(words) === 2 ? 1 : 7}}$.` };
    });
    const run = await growingRun(writer.url, { wanted: 3, solutions: 3 });
    await sql()`INSERT INTO allowed_host (host) VALUES (${new URL(solver.url).host}) ON CONFLICT DO NOTHING`;
    const [{ id }] = await sql()<[{ id: number }]>`
      INSERT INTO model_endpoint (project_id, name, base_url, model, uses, structured_output)
      VALUES (${run.projectId}, 'solver', ${solver.url}, 'small', '{generator}', 'none') RETURNING id`;
    await sql()`UPDATE run SET parameters = parameters || ${sql().json({ solver: id })} WHERE id = ${run.id}`;
    await work(run);
    const { run: ended, candidates } = await outcomeOf(run);
    expect(ended.result).toMatchObject({ stopped: "wanted" });
    expect(solver.billed()).toBe(ended.counts["solutions"]);
    const answers =
      await sql()`SELECT DISTINCT answer FROM candidate WHERE run_id = ${run.id} AND state = 'accepted'`;
    expect(answers).toEqual([{ answer: "7" }]);
    expect(candidates.length).toBeGreaterThanOrEqual(3);
  });
});

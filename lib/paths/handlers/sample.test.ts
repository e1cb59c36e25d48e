import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { doRun } from "#lib/jobs/testing/killable.ts";
import { type ModelServer, startModelServer } from "#lib/models/testing/model-server.ts";
import { reply as solver } from "#lib/models/testing/replies/solver.ts";
import type { Reply } from "#lib/models/testing/reply-plan.ts";
import { setupYield } from "../contract/sampling.ts";
import { sampleYields } from "../store/yields.ts";
import { sampledOf, samplingProject, startedSampling } from "./testing/sampling.ts";

testDatabase();

const servers: ModelServer[] = [];
async function server(reply: Reply): Promise<ModelServer> {
  const started = await startModelServer({ reply });
  servers.push(started);
  return started;
}
let calm: ModelServer;
beforeAll(async () => {
  calm = await server(solver);
});
afterAll(() => Promise.all(servers.map((one) => one.close())));

const answer = (text: string, finishReason = "stop") => ({ kind: "answer" as const, text, finishReason });

describe("a sampling run", () => {
  test("asks every model for every kind at every temperature, k times each", async () => {
    const project = await samplingProject(3, [calm.url, calm.url]);
    const run = await startedSampling(project, { kinds: ["cot", "pot"], temperatures: [0, 0.7], k: 2 });
    await doRun(run);
    const { samples, run: ended } = await sampledOf(run);
    expect(ended.state).toBe("done");
    expect(samples.map(({ slot }) => slot)).toEqual(Array.from({ length: 3 * 2 * 2 * 2 * 2 }, (_, at) => at));
    const yields = await sampleYields(project.as("curator"), run);
    expect(setupYield.array().parse(yields)).toEqual(yields);
    expect(yields).toHaveLength(8);
    expect(yields.every((one) => one.samples === 6)).toBe(true);
    const temperatures = calm.requests.map(({ body }) => (body as { temperature?: number }).temperature);
    expect(new Set(temperatures)).toEqual(new Set([0, 0.7]));
  });

  test("goes on from the real output of a mixed path's program, not from the one that the model made up", async () => {
    const project = await samplingProject(1, [calm.url]);
    const run = await startedSampling(project, { kinds: ["mixed"], k: 1 });
    await doRun(run);
    const { samples, calls } = await sampledOf(run);
    expect(samples).toMatchObject([
      {
        kind: "mixed",
        turns: 2,
        flaw: null,
        segments: [
          { type: "text" },
          { type: "code", content: "total = 1 + 2\nprint(total)" },
          { type: "output", content: "3" },
          { type: "text", content: "So it is \\boxed{3}." },
        ],
      },
    ]);
    expect(calls.map(({ slot }) => slot)).toEqual(["0.0", "0.1"]);
    expect(calls[0]?.request).toMatchObject({ stop: ["```output"] });
  });

  test("a program of thought ends with its output, and a failing one may be mended", async () => {
    const broken = await server((body) =>
      body.messages.length > 2 ? answer("```python\nprint(3)\n```") : answer("```python\nprint(1 / 0)\n```"),
    );
    const project = await samplingProject(1, [broken.url]);
    const run = await startedSampling(project, { kinds: ["pot"], k: 1 });
    await doRun(run);
    const [sample] = (await sampledOf(run)).samples;
    expect(sample).toMatchObject({
      turns: 2,
      flaw: null,
      segments: [
        { type: "code" },
        { type: "output", content: "ZeroDivisionError: division by zero" },
        { type: "code", content: "print(3)" },
        { type: "output", content: "3" },
      ],
    });
  });

  test("a path that never ends is truncated after its last program", async () => {
    const endless = await server(() => answer("Again.\n```python\nprint(1)\n```"));
    const project = await samplingProject(1, [endless.url]);
    const run = await startedSampling(project, { kinds: ["mixed"], k: 1, turns: 3 });
    await doRun(run);
    expect((await sampledOf(run)).samples).toMatchObject([
      { turns: 3, flaw: "truncated", fault: "It ran 3 programs and hadn't ended." },
    ]);
  });

  test("equal answers are one path with a count; cut and refused ones are marked and never judged", async () => {
    const replies = [
      "It is \\boxed{3}.",
      "It is \\boxed{3}.",
      "It is \\boxed{4}.",
      "It is",
      "I cannot help.",
    ];
    let next = 0;
    const told = await server(() => {
      const text = replies[next] ?? "";
      next += 1;
      return answer(text, text === "It is" ? "length" : "stop");
    });
    const project = await samplingProject(1, [told.url], { concurrency: 1 });
    const run = await startedSampling(project, { k: 5, verify: true });
    await doRun(run);
    const verify = await sql()<
      { id: number }[]
    >`SELECT id FROM run WHERE project_id = ${project.id} AND kind = 'verify'`;
    expect(verify).toHaveLength(1);
    for (const { id } of verify) await doRun(id);
    const paths = await sql()`
      SELECT copies, flaw, verdict, segments->0->>'content' AS text FROM path WHERE project_id = ${project.id} ORDER BY text`;
    expect(paths).toEqual([
      { copies: 1, flaw: "refused", verdict: "unverifiable", text: "I cannot help." },
      { copies: 1, flaw: "truncated", verdict: "unverifiable", text: "It is" },
      { copies: 2, flaw: null, verdict: "correct", text: "It is \\boxed{3}." },
      { copies: 1, flaw: null, verdict: "incorrect", text: "It is \\boxed{4}." },
    ]);
    const [row] = await sampleYields(project.as("lead"), run);
    expect(row).toMatchObject({ samples: 5, created: 2, merged: 1, truncated: 1, refused: 1, correct: 2 });
  });

  test("keeps to its budget, and asks for the same samples each time", async () => {
    const asked = async () => {
      const project = await samplingProject(30, [calm.url], { outputPrice: 1000, concurrency: 2 });
      const run = await startedSampling(project, { k: 4, budget: 2 });
      await doRun(run);
      return sampledOf(run);
    };
    const [one, other] = [await asked(), await asked()];
    const cost = one.samples.reduce((sum, sample) => sum + Number(sample["cost"]), 0);
    expect(cost).toBeGreaterThan(1);
    expect(cost).toBeLessThanOrEqual(2);
    expect(one.samples.length).toBeLessThan(120);
    expect(one.run.result).toMatchObject({ stopped: { "sampler 0": "budget" } });
    expect(other.samples.map(({ slot }) => slot)).toEqual(one.samples.map(({ slot }) => slot));
  });

  test("fails at once with the endpoint's words where it refuses the key", async () => {
    const locked = await server(() => ({ kind: "fail", status: 401, message: "Incorrect API key" }));
    const project = await samplingProject(2, [locked.url]);
    const run = await startedSampling(project);
    await doRun(run);
    const { run: ended, samples } = await sampledOf(run);
    expect(ended.state).toBe("failed");
    expect(ended.error).toMatchObject({ message: expect.stringContaining("sampler 0") });
    expect(samples).toEqual([]);
  });

  test("that is paused keeps what it has, and goes on from there", async () => {
    let pauseAt = 20;
    const pausing = await server(async (body) => {
      pauseAt -= 1;
      if (pauseAt === 0) await sql()`UPDATE run SET pause_requested_at = now() WHERE state = 'running'`;
      return solver(body);
    });
    const project = await samplingProject(150, [pausing.url]);
    const run = await startedSampling(project, { k: 3 });
    await doRun(run);
    const rested = await sampledOf(run);
    expect(rested.run.state).toBe("paused");
    await sql()`UPDATE run SET state = 'queued', pause_requested_at = NULL WHERE id = ${run}`;
    const billed = pausing.billed();
    await doRun(run);
    const done = await sampledOf(run);
    expect(done.run.state).toBe("done");
    expect(done.samples).toHaveLength(450);
    expect(billed).toBeGreaterThan(0);
    expect(pausing.billed()).toBe(450);
  });
});

test("the same answer, given many times at the same moment, is one path with that count", async () => {
  const same = await server(() => answer("It is \\boxed{3}."));
  const project = await samplingProject(2, [same.url], { concurrency: 16 });
  const run = await startedSampling(project, { k: 40 });
  await doRun(run);
  const paths = await sql()`SELECT copies FROM path WHERE project_id = ${project.id}`;
  expect(paths).toEqual([{ copies: 40 }, { copies: 40 }]);
});

test("an answer to a reworded problem finds the key that its content gives taken by another, and gets a longer one", async () => {
  const same = await server(() => answer("It is \\boxed{3}."));
  const project = await samplingProject(1, [same.url]);
  await doRun(await startedSampling(project, { k: 1 }));
  // Another problem takes over the words that this one had: its equal answer would have the same key.
  await sql()`UPDATE problem SET text = 'Reworded', text_hash = 'reworded' WHERE project_id = ${project.id}`;
  await sql()`INSERT INTO problem (project_id, key, text, text_hash, answer)
    VALUES (${project.id}, 'twin', 'What is 1 plus 2?', 'hash-1', '3')`;
  const run = await startedSampling(project, { k: 1 });
  await doRun(run);
  expect((await sampledOf(run)).run.state).toBe("done");
  const paths = await sql()<{ key: string; copies: number }[]>`
    SELECT key, copies FROM path WHERE project_id = ${project.id} ORDER BY id`;
  expect(paths.map(({ copies }) => copies)).toEqual([2, 1]);
  const [first, second] = paths.map(({ key }) => key);
  expect(second?.startsWith(first ?? "-")).toBe(true);
  expect(second).not.toBe(first);
});

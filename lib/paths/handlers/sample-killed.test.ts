import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { doRun, doRunUntilKilled } from "#lib/jobs/testing/killable.ts";
import { type ModelServerProcess, startServerProcess } from "#lib/models/testing/server-process.ts";
import { seeded } from "#lib/statistics/seeded.ts";
import { sampledOf, samplingProject, startedSampling } from "./testing/sampling.ts";

testDatabase();

const KILLS = 10;
let servers: ModelServerProcess[] = [];

beforeAll(async () => {
  servers = await Promise.all([
    startServerProcess({ replies: "solver" }),
    startServerProcess({ replies: "solver" }),
  ]);
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

async function answeredCalls(runId: number): Promise<number> {
  const [{ calls }] = await sql()<[{ calls: number }]>`
    SELECT count(*)::int AS calls FROM model_call WHERE run_id = ${runId} AND state = 'answered'`;
  return calls;
}

test("a run that is killed at ten random moments ends with the same paths and as many paid calls", async () => {
  const [quiet, harsh] = servers;
  if (!quiet || !harsh) throw new Error("the servers didn't start");
  const wishes = { kinds: ["cot", "pot", "mixed"] as ("cot" | "pot" | "mixed")[], k: 3, budget: 1 };
  const price = { outputPrice: 100 };
  const undisturbed = await startedSampling(await samplingProject(14, [quiet.url, quiet.url], price), wishes);
  await doRun(undisturbed);
  const wanted = await sampledOf(undisturbed);
  expect(wanted.run.state).toBe("done");

  const run = await startedSampling(await samplingProject(14, [harsh.url, harsh.url], price), wishes);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seeded(seed);
  for (let at = 0; at < KILLS; at += 1) {
    const calls = Math.floor((wanted.calls.length * (at + random())) / (KILLS + 1));
    const reached = async () => (await answeredCalls(run)) >= calls;
    const killed = await doRunUntilKilled(run, { reached, milliseconds: random() * 60 });
    expect(killed, `killed in attempt ${at} (seed ${seed})`).toBe(true);
  }
  await doRun(run);
  const found = await sampledOf(run);
  expect(found.run.state, `seed ${seed}`).toBe("done");
  expect(found.samples, `seed ${seed}`).toEqual(wanted.samples);
  expect(found.calls, `seed ${seed}`).toEqual(wanted.calls);
  expect(found.run.result, `seed ${seed}`).toEqual(wanted.run.result);
  expect((await harsh.seen()).billed, `seed ${seed}`).toBe((await quiet.seen()).billed);
}, 180_000);

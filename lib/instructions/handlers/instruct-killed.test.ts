import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { type ModelServerProcess, startServerProcess } from "#lib/models/testing/server-process.ts";
import { seededRandom } from "../random.ts";
import { growingRun, outcomeOf, work, workUntilKilled } from "./testing/growing-run.ts";

testDatabase();

const KILLS = 10;
let servers: ModelServerProcess[] = [];

beforeAll(async () => {
  servers = await Promise.all([
    startServerProcess({ replies: "slow" }),
    startServerProcess({ replies: "slow" }),
  ]);
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

test("a run that is killed at ten random moments ends with the same accepted set and as many paid calls", async () => {
  const [quiet, harsh] = servers;
  if (!quiet || !harsh) throw new Error("the servers didn't start");
  const wishes = { wanted: 60 };
  const undisturbed = await growingRun(quiet.url, wishes);
  await work(undisturbed);

  const run = await growingRun(harsh.url, wishes);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seededRandom(seed);
  let killed = 0;
  for (let at = 0; at < KILLS; at += 1) {
    // A process needs about half a second to begin; the moments lie from before its first call to well after.
    if (await workUntilKilled(run, 400 + random() * 1200)) killed += 1;
  }
  await work(run);

  const [wanted, found] = [await outcomeOf(undisturbed), await outcomeOf(run)];
  expect(killed, `killed in time (seed ${seed})`).toBeGreaterThanOrEqual(KILLS - 3);
  expect(found.run.result, `seed ${seed}`).toMatchObject({ stopped: "wanted" });
  expect(found.candidates, `seed ${seed}`).toEqual(wanted.candidates);
  expect(found.calls, `seed ${seed}`).toEqual(wanted.calls);
  expect((await harsh.seen()).billed, `seed ${seed}`).toBe((await quiet.seen()).billed);
}, 120_000);

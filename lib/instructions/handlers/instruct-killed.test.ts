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
  // Two solutions each, and a threshold that drops about half, so that all kinds of rows are there to compare.
  const thresholds = { "rouge-l": 0.8, lcs: null, "jaccard-words": null, "jaccard-chars": null };
  const wishes = { wanted: 28, perCall: 3, solutions: 2, thresholds };
  const undisturbed = await growingRun(quiet.url, wishes);
  await work(undisturbed);
  const wanted = await outcomeOf(undisturbed);

  const run = await growingRun(harsh.url, wishes);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seededRandom(seed);
  for (let at = 0; at < KILLS; at += 1) {
    // From its first steps to its last: amid each tenth of its calls, and while it reads in what it has done.
    const calls = Math.floor((wanted.calls.length * (at + random())) / (KILLS + 1));
    const killed = await workUntilKilled(run, { calls, milliseconds: random() * 100 });
    expect(killed, `killed in attempt ${at} (seed ${seed})`).toBe(true);
  }
  await work(run);

  const found = await outcomeOf(run);
  expect(found.run.result, `seed ${seed}`).toMatchObject({ stopped: "wanted" });
  expect(new Set(wanted.candidates.map(({ state }) => state))).toEqual(new Set(["accepted", "dropped"]));
  expect(found.run.result, `seed ${seed}`).toEqual(wanted.run.result);
  expect(found.candidates, `seed ${seed}`).toEqual(wanted.candidates);
  expect(found.calls, `seed ${seed}`).toEqual(wanted.calls);
  expect((await harsh.seen()).billed, `seed ${seed}`).toBe((await quiet.seen()).billed);
}, 120_000);

import { describe, expect, test } from "vitest";
import {
  answer,
  callerBench,
  inTurn,
  noWait,
  question,
  recordedCalls,
} from "#lib/cli/testing/caller-bench.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { openCaller } from "./caller.ts";
import { reply as troubled } from "./testing/replies/troubled.ts";
import type { ReplyPlan } from "./testing/reply-plan.ts";

testDatabase();
const { closeAll, newRun, open, serve } = callerBench();

describe("trouble", () => {
  const passing: [string, ReplyPlan][] = [
    ["a failing server", { kind: "fail", status: 500 }],
    ["a bad gateway", { kind: "fail", status: 502 }],
    ["a limit", { kind: "fail", status: 429, headers: { "retry-after": "0" } }],
    ["no JSON", { kind: "garble", body: "<html>" }],
    ["JSON of another shape", { kind: "garble", body: '{"choices": [{}]}' }],
    ["nothing at all", { kind: "garble", body: "" }],
    ["a connection that breaks off", { kind: "cut", text: "This goes on and on" }],
  ];
  test.each(passing)("by %s is met by asking again", async (_name, trouble) => {
    const server = await serve(inTurn(trouble, trouble, answer("at last")));
    const { caller, run } = await open(server);
    expect(await caller.call("0", question("a"))).toMatchObject({ ok: true, reply: { text: "at last" } });
    expect(await recordedCalls(run.id)).toMatchObject([
      { state: "answered", attempts: 3, lost: 0, error: null },
    ]);
    expect(server.billed()).toBe(1);
  });

  test("by a server that says nothing is met by asking again once the time is over", async () => {
    const server = await serve(inTurn({ kind: "stall" }, answer("at last")));
    const { caller } = await open(server, { timeoutSeconds: 1 });
    expect(await caller.call("0", question("a"))).toMatchObject({ ok: true, reply: { text: "at last" } });
  });

  const lasting: [number, RegExp][] = [
    [400, /parameters/],
    [401, /key/],
    [402, /Top it up/],
    [403, /key/],
    [404, /model's name/],
    [413, /too long/],
    [422, /parameters/],
    [302, /never followed/],
  ];
  test.each(lasting)("by status %i is refused at once, in words", async (status, words) => {
    const server = await serve(() => ({
      kind: "fail",
      status,
      headers: { location: "http://127.0.0.1:1/" },
    }));
    const { caller, run } = await open(server);
    const outcome = await caller.call("0", question("a"));
    expect(outcome).toMatchObject({ ok: false, fault: "refused", message: expect.stringMatching(words) });
    expect("onlyThis" in outcome).toBe([400, 413, 422].includes(status));
    expect(server.requests).toHaveLength(1);
    expect(await recordedCalls(run.id)).toMatchObject([
      { state: "failed", attempts: 1, reply: null, cost: 0 },
    ]);
  });

  test("that stays ends as failing after so many tries, and is tried anew when the run goes on", async () => {
    let isWell = false;
    const server = await serve(() => (isWell ? answer("well again") : { kind: "fail", status: 503 }));
    const { caller, run, again } = await open(server);
    expect(await caller.call("0", question("a"))).toMatchObject({ ok: false, fault: "failing" });
    expect(server.requests).toHaveLength(8);
    isWell = true;
    expect(await (await again()).call("0", question("b"))).toMatchObject({
      ok: true,
      reply: { text: "well again" },
    });
    expect(await recordedCalls(run.id)).toMatchObject([{ state: "answered", attempts: 9, lost: 0 }]);
    expect(server.requests.at(-1)?.body.messages[0]?.content).toBe("b");
  });

  test("of a limit keeps everyone waiting as long as the server asks", async () => {
    const waits: number[] = [];
    const server = await serve(
      inTurn({ kind: "fail", status: 429, headers: { "retry-after": "7" } }, answer("patient")),
    );
    const { endpoint, run } = await open(server, { concurrency: 1 });
    const caller = await openCaller(run, endpoint, {
      random: () => 0,
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.reject(new Error("seen enough"));
      },
    });
    await expect(caller.call("0", question("a"))).rejects.toThrow("seen enough");
    expect(waits).toEqual([7000]);
  });

  test("of a limit that one run meets keeps other runs of the endpoint back as well", async () => {
    const HOLD_MS = 150;
    const seen: number[] = [];
    const server = await serve((_request, attempt) => {
      seen.push(performance.now());
      const limited = seen.length === 1 && attempt === 1;
      const headers = { "retry-after-ms": String(HOLD_MS) };
      return limited ? { kind: "fail", status: 429, headers } : answer("patient");
    });
    const { caller, endpoint } = await open(server, { concurrency: 1 });
    const other = await openCaller(await newRun(), endpoint, noWait);
    await Promise.all([caller.call("0", question("a")), other.call("0", question("b"))]);
    const [first = 0, ...later] = seen;
    expect(later).toHaveLength(2);
    for (const at of later) expect(at - first).toBeGreaterThanOrEqual(HOLD_MS - 1);
  });

  test("in every kind, in turn, leaves each call answered and paid once", async () => {
    const server = await serve(troubled);
    const { caller, run } = await open(server, { timeoutSeconds: 1, concurrency: 8 });
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, slot) =>
        caller.call(String(slot), question(`Write 2 new problems, part ${slot}`)),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(24);
    expect(server.billed()).toBe(24);
    const statuses = new Set(server.requests.map(({ outcome }) => outcome));
    expect(statuses).toEqual(new Set(["billed", "unbilled", "gone"]));
    expect((await recordedCalls(run.id)).every(({ state }) => state === "answered")).toBe(true);
  });
});

describe("a run that is stopped", () => {
  test("sends nothing more, waits for what is out and records it", async () => {
    const { promise, resolve } = Promise.withResolvers<ReplyPlan>();
    const asked = Promise.withResolvers<void>();
    const server = await serve(() => {
      asked.resolve();
      return promise;
    });
    const { caller, run } = await open(server, { concurrency: 1 });
    const outcome = caller.call("0", question("a"));
    await asked.promise;
    const queued = caller.call("1", question("b"));
    const reason = new Error("paused");
    run.stop(reason);
    await expect(queued).rejects.toBe(reason);
    await expect(caller.call("2", question("c"))).rejects.toBe(reason);
    resolve(answer("still here"));
    await caller.settle();
    expect(await outcome).toMatchObject({ ok: true, reply: { text: "still here" } });
    expect(await recordedCalls(run.id)).toMatchObject([{ slot: "0", state: "answered" }]);
    expect(server.requests).toHaveLength(1);
  });

  test("between two tries ends the call, which isn't out and so not lost", async () => {
    const server = await serve(inTurn({ kind: "fail", status: 500 }, answer("never asked")));
    const { run, endpoint, again } = await open(server);
    const reason = new Error("cancelled");
    const caller = await openCaller(run, endpoint, {
      random: () => 0.5,
      wait: (_milliseconds, signal) => {
        run.stop(reason);
        return Promise.reject(signal.reason);
      },
    });
    await expect(caller.call("0", question("a"))).rejects.toBe(reason);
    expect(await recordedCalls(run.id)).toMatchObject([{ state: "failed", attempts: 1, lost: 0 }]);
    expect((await again()).spent().lost).toBe(0);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a worker that died while a call was out", () => {
  test("is noticed: the call counts as lost and the recorded request is asked again, with the same key", async () => {
    const server = await serve((_request, attempt) =>
      attempt === 1 ? { kind: "stall" } : answer("second worker"),
    );
    const { run, endpoint } = await open(server);
    const dead = await openCaller(run, endpoint, noWait);
    const orphan = dead.call("0", question("as it was"));
    await expect.poll(() => server.requests.length, { interval: 5 }).toBe(1);

    const caller = await openCaller(run, endpoint, noWait);
    expect(caller.spent()).toMatchObject({ calls: 1, lost: 1 });
    const outcome = await caller.call("0", question("as it is now"));
    expect(outcome).toMatchObject({ ok: true, reply: { text: "second worker" } });
    expect(server.requests[1]?.body).toEqual(server.requests[0]?.body);
    expect(server.requests[1]?.key).toBe(server.requests[0]?.key);
    expect(await recordedCalls(run.id)).toMatchObject([{ state: "answered", attempts: 2, lost: 1 }]);
    await closeAll();
    run.stop(new Error("dead"));
    await expect(orphan).rejects.toThrow("dead");
  });

  test("after its answer was sent is not paid twice: the server knows the key again", async () => {
    const server = await serve((_request, attempt) => answer(`answer ${attempt}`));
    const { caller, run, again } = await open(server);
    await caller.call("0", question("a"));
    await sql()`UPDATE model_call SET state = 'sent', reply = NULL, ended_at = NULL WHERE run_id = ${run.id}`;
    expect(await (await again()).call("0", question("a"))).toMatchObject({
      ok: true,
      reply: { text: "answer 1" },
    });
    expect(server.requests.map(({ outcome }) => outcome)).toEqual(["billed", "replayed"]);
    expect(server.billed()).toBe(1);
  });
});

import { describe, expect, test } from "vitest";
import { answer, callerBench, noWait, question, recordedCalls } from "#lib/cli/testing/caller-bench.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { openCaller } from "./caller.ts";
import { mathsProblem } from "./testing/replies/maths.ts";

testDatabase();
const { newRun, open, serve } = callerBench();

const SCHEMA = { name: "numbers", schema: { type: "object", properties: { zeta: {}, alpha: {} } } };

describe("a call", () => {
  test("is answered, recorded with tokens and cost, and counted", async () => {
    const server = await serve(() => ({
      kind: "answer",
      text: "4",
      usage: { prompt: 1000, completion: 500 },
    }));
    const { caller, run } = await open(server);
    const outcome = await caller.call("0", question("2 + 2?"));
    const reply = { text: "4", finishReason: "stop", inputTokens: 1000, outputTokens: 500, cost: 0.002 };
    expect(outcome).toMatchObject({ ok: true, reply });
    expect(caller.spent()).toEqual({ calls: 1, inputTokens: 1000, outputTokens: 500, cost: 0.002, lost: 0 });
    expect(await recordedCalls(run.id)).toMatchObject([
      {
        slot: "0",
        state: "answered",
        reply: "4",
        finishReason: "stop",
        cost: 0.002,
        attempts: 1,
        lost: 0,
        error: null,
      },
    ]);
    expect(server.requests[0]?.body).toEqual({
      model: "test-model",
      messages: [{ role: "user", content: "2 + 2?" }],
      max_tokens: 512,
    });
  });

  test("that was answered is given back without a request, to the same caller and to a later one", async () => {
    const server = await serve((_, attempt) => answer(`answer ${attempt}`));
    const { caller, again } = await open(server);
    const first = await caller.call("0", question("a"));
    expect(await caller.call("0", question("something else"))).toEqual(first);
    const later = await again();
    expect(await later.call("0", question("a"))).toEqual(first);
    expect(later.spent()).toEqual(caller.spent());
    expect(server.requests).toHaveLength(1);
  });

  test("asked for twice at the same time goes out once", async () => {
    const server = await serve(() => answer("once"));
    const { caller } = await open(server);
    const [one, other] = await Promise.all([
      caller.call("0", question("a")),
      caller.call("0", question("a")),
    ]);
    expect(one).toEqual(other);
    expect(server.billed()).toBe(1);
  });

  test("is recorded before it goes out", async () => {
    const seen: unknown[] = [];
    const server = await serve(async () => {
      seen.push(...(await sql()`SELECT slot, state, attempts FROM model_call WHERE slot = 'before'`));
      return answer("late");
    });
    const { caller } = await open(server);
    await caller.call("before", question("a"));
    expect(seen).toEqual([{ slot: "before", state: "sent", attempts: 1 }]);
  });

  test("holds any text that a model may write, and gives out what it keeps", async () => {
    const server = await serve(() => answer("nul \0, half \ud83d, whole 😀"));
    const { caller, again } = await open(server);
    const first = await caller.call("0", question("nul \0 and half \udc00"));
    expect(first).toMatchObject({ ok: true, reply: { text: "nul , half \ufffd, whole 😀" } });
    expect(await (await again()).call("0", question("x"))).toEqual(first);
  });

  test("without usage is counted by estimate, and its record says so", async () => {
    const server = await serve(() => ({ kind: "answer", text: "12345678", usage: null }));
    const { caller, run } = await open(server);
    const outcome = await caller.call("0", question("twelve chars"));
    expect(outcome).toMatchObject({ ok: true, reply: { inputTokens: 3, outputTokens: 2 } });
    expect(await recordedCalls(run.id)).toMatchObject([
      { state: "answered", error: expect.stringContaining("estimates") },
    ]);
  });

  test("never costs more than its ceiling", async () => {
    const server = await serve((body) => answer(body.messages[0]?.content ?? ""));
    const { caller } = await open(server);
    for (const words of ["x", "Ünïcode, 数学, 😀", mathsProblem("seed", 1).problem.repeat(20)]) {
      const outcome = await caller.call(words.slice(0, 9), question(words));
      if (!outcome.ok) throw new Error(outcome.message);
      expect(outcome.reply.cost).toBeLessThanOrEqual(caller.ceiling(question(words)));
    }
  });
});

describe("structured output", () => {
  test("asks by schema, its properties in their order, and remembers that it works", async () => {
    const server = await serve(() => answer("{}"));
    const { caller, endpoint } = await open(server);
    await caller.call("0", { ...question("a"), schema: SCHEMA });
    const format = server.requests[0]?.body.response_format;
    expect(format).toEqual({ type: "json_schema", json_schema: { ...SCHEMA, strict: true } });
    expect(Object.keys(Object(format?.json_schema?.schema["properties"]))).toEqual(["zeta", "alpha"]);
    expect(await sql()`SELECT structured_output FROM model_endpoint WHERE id = ${endpoint}`).toEqual([
      { structuredOutput: "schema" },
    ]);
  });

  test.each(["object", "none"] as const)(
    "falls to %s where no more is taken, and remembers",
    async (structured) => {
      const server = await serve(() => answer("{}"), { structured });
      const { caller, endpoint, again } = await open(server);
      expect(await caller.call("0", { ...question("a"), schema: SCHEMA })).toMatchObject({ ok: true });
      const asked = server.requests.length;
      expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual(
        ["json_schema", "json_object", undefined].slice(0, asked),
      );
      expect(await sql()`SELECT structured_output FROM model_endpoint WHERE id = ${endpoint}`).toEqual([
        { structuredOutput: structured },
      ]);
      for (const next of [caller, await again()]) {
        const before = server.requests.length;
        await next.call(`later ${before}`, { ...question("b"), schema: SCHEMA });
        expect(server.requests.length).toBe(before + 1);
      }
    },
  );

  test("that somebody has chosen is not changed: the refusal is told", async () => {
    const server = await serve(() => answer("{}"), { structured: "none" });
    const { caller } = await open(server, { structuredOutput: "schema" });
    const outcome = await caller.call("0", { ...question("a"), schema: SCHEMA });
    expect(outcome).toMatchObject({
      ok: false,
      fault: "refused",
      message: expect.stringContaining("response_format"),
    });
  });
});

describe("an endpoint", () => {
  test("of another project, or taken out of the registry, can't be opened", async () => {
    const server = await serve(() => answer(""));
    const { run, endpoint } = await open(server);
    const other = await emptyProject();
    await expect(openCaller({ ...run, projectId: other.id }, endpoint)).rejects.toMatchObject({
      code: "not_found",
    });
    await sql()`UPDATE model_endpoint SET removed_at = now() WHERE id = ${endpoint}`;
    await expect(openCaller(run, endpoint)).rejects.toMatchObject({ code: "not_found" });
  });

  test("has no more requests out than its concurrency, over all runs of this process", async () => {
    const CALLS = 20;
    let [out, most, seen] = [0, 0, 0];
    let held: (() => void)[] = [];
    const server = await serve(async () => {
      out += 1;
      seen += 1;
      most = Math.max(most, out);
      // Replies wait until as many are out as may be, or no more will come.
      const { promise, resolve } = Promise.withResolvers<void>();
      held.push(resolve);
      if (out >= 3 || seen === CALLS) {
        for (const go of held) go();
        held = [];
      }
      await promise;
      out -= 1;
      return answer("x");
    });
    const { caller, endpoint } = await open(server, { concurrency: 3 });
    const other = await openCaller(await newRun(), endpoint, noWait);
    await Promise.all(
      Array.from({ length: CALLS }, (_, slot) =>
        (slot % 2 ? caller : other).call(String(slot), question(`q ${slot}`)),
      ),
    );
    expect(server.billed()).toBe(CALLS);
    expect(most).toBe(3);
  });
});

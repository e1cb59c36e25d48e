import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { testEndpoint } from "#lib/cli/testing/model-endpoint.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { type EndpointSettings, modelTest } from "./contract.ts";
import { probe } from "./probe.ts";
import { loadTarget } from "./store/target.ts";
import { type ModelServer, type ModelServerOptions, startModelServer } from "./testing/model-server.ts";
import { reply as maths } from "./testing/replies/maths.ts";
import type { ReplyPlan } from "./testing/reply-plan.ts";

testDatabase();

let projectId: number;
beforeAll(async () => {
  projectId = (await emptyProject()).id;
});
const servers: ModelServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function tested(
  plan: ReplyPlan,
  settings: Partial<EndpointSettings> & { leave?: boolean } = {},
  options: Partial<ModelServerOptions> = {},
) {
  const server = await startModelServer({ reply: () => plan, ...options });
  servers.push(server);
  const id = await testEndpoint(projectId, server.url, settings);
  const result = await probe(await loadTarget(projectId, id));
  const [row] = await sql()`SELECT structured_output FROM model_endpoint WHERE id = ${id}`;
  const calls = await sql()`
    SELECT run_id, slot, state, reply, error, cost, input_tokens FROM model_call WHERE endpoint_id = ${id}`;
  return { result: modelTest.parse(result), structured: row?.["structuredOutput"], calls, server };
}

describe("the Test button", () => {
  test("asks one small question, tells the reply, and records the call without a run", async () => {
    const plan: ReplyPlan = { kind: "answer", text: '{"answer": 42}', usage: { prompt: 20, completion: 6 } };
    const { result, structured, calls, server } = await tested(plan);
    expect(result).toMatchObject({
      ok: true,
      reply: '{"answer": 42}',
      inputTokens: 20,
      outputTokens: 6,
      structured: "schema",
      message: "It answers. It takes a JSON schema.",
    });
    expect(structured).toBe("schema");
    expect(calls).toEqual([
      {
        runId: null,
        slot: "test",
        state: "answered",
        reply: '{"answer": 42}',
        error: null,
        cost: 0.000032,
        inputTokens: 20,
      },
    ]);
    expect(server.billed()).toBe(1);
  });

  test("asks a question that the server of the journeys answers as it should", async () => {
    const { result } = await tested({ kind: "stall" }, {}, { reply: maths });
    expect(result).toMatchObject({ ok: true, reply: '{"answer":42}', structured: "schema" });
  });

  test.each(["object", "none"] as const)(
    "finds out that an endpoint takes %s, and keeps it",
    async (takes) => {
      const { result, structured } = await tested({ kind: "answer", text: "{}" }, {}, { structured: takes });
      expect(result).toMatchObject({ ok: true, structured: takes });
      expect(structured).toBe(takes);
    },
  );

  test("doesn't take a reply in prose for structured output", async () => {
    const { result, structured } = await tested({ kind: "answer", text: "It is 42." });
    expect(result).toMatchObject({
      ok: true,
      structured: null,
      message: "It answers. It was told to write JSON, and didn't.",
    });
    expect(structured).toBe("auto");
  });

  test("says that a reply was cut, or that tokens aren't counted", async () => {
    const plan: ReplyPlan = { kind: "answer", text: "", finishReason: "length", usage: null };
    const { result } = await tested(plan, { structuredOutput: "none" });
    expect(result.message).toMatch(/cut at the most tokens.*estimates/);
  });

  const failings: [string, ReplyPlan, RegExp][] = [
    [
      "refuses the key",
      { kind: "fail", status: 401, message: "bad key" },
      /refuses the key \(401: bad key\)/,
    ],
    ["knows no such model", { kind: "fail", status: 404 }, /no such model/],
    ["is broken", { kind: "fail", status: 500, message: "out of memory" }, /answered 500: out of memory/],
    ["limits", { kind: "fail", status: 429, headers: { "retry-after": "9999" } }, /429/],
    ["is no model at all", { kind: "garble", body: "<html>Welcome</html>" }, /often ends in \/v1/],
    ["breaks off", { kind: "cut", text: "half of an answer" }, /can't be reached/],
    ["says nothing", { kind: "stall" }, /didn't answer within 1 s/],
  ];
  test.each(failings)("says in words that an endpoint %s, asking once", async (_name, plan, words) => {
    const { result, calls, server } = await tested(plan, { timeoutSeconds: 1 });
    expect(result).toMatchObject({
      ok: false,
      reply: null,
      structured: null,
      message: expect.stringMatching(words),
    });
    expect(calls).toMatchObject([{ state: "failed", reply: null, error: result.message, cost: 0 }]);
    expect(server.requests).toHaveLength(1);
  });

  test("says that an endpoint is inside the network and has no leave", async () => {
    const { result, server } = await tested({ kind: "answer", text: "" }, { leave: false });
    expect(result).toMatchObject({
      ok: false,
      message: expect.stringContaining("An owner can allow 127.0.0.1:"),
    });
    expect(server.requests).toEqual([]);
  });
});

describe("the Test button of an endpoint that gives numbers", () => {
  const tell = (body: unknown): ReplyPlan => ({ kind: "answer", text: JSON.stringify(body) });

  test("says what a reward model gives", async () => {
    const plan = tell({
      data: [{ index: 0, label: "LABEL_0", probs: [2.25], num_classes: 1 }],
      usage: { prompt_tokens: 9 },
    });
    const { result, server, calls } = await tested(plan, { protocol: "vllm-classify", uses: ["reward"] });
    expect(result).toMatchObject({
      ok: true,
      inputTokens: 9,
      structured: null,
      message: "It gives one value, here 2.25.",
    });
    expect(server.requests[0]?.body).toMatchObject({ model: "test-model", use_activation: false });
    expect(calls).toMatchObject([{ state: "answered", cost: 0.000009 }]);
  });

  test("names the classes of which a run has to choose one", async () => {
    const classes = [
      { label: "good", score: 1.5 },
      { label: "bad", score: -1 },
    ];
    const { result } = await tested(tell(classes), { protocol: "tei-predict", uses: ["reward"] });
    expect(result.message).toBe(
      "It gives 2 classes (good: 1.5, bad: -1): a run says which one counts. It doesn't count its tokens, so tokens and costs are estimates.",
    );
  });

  test("says how long vectors are", async () => {
    const plan = tell({ data: [{ embedding: [1, 2, 3] }], usage: { prompt_tokens: 4 } });
    const { result } = await tested(plan, { protocol: "embeddings", uses: ["embedding"] });
    expect(result.message).toBe("It gives vectors of 3 numbers.");
  });

  test("says what to look at where no values come", async () => {
    const { result } = await tested(tell({ data: [] }), { protocol: "vllm-score", uses: ["reward"] });
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining("/score gives no values") });
  });
});

import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { countTokens, type ModelServer, type ModelServerOptions, startModelServer } from "./model-server.ts";
import { reply as maths, mathsProblem } from "./replies/maths.ts";
import { startServerProcess } from "./server-process.ts";

const servers: ModelServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(options: ModelServerOptions): Promise<ModelServer> {
  const server = await startModelServer(options);
  servers.push(server);
  return server;
}

const body = (content: string) => JSON.stringify({ model: "m", messages: [{ role: "user", content }] });
const ask = (url: string, content: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/chat/completions`, { method: "POST", body: body(content), headers });

describe("the test server", () => {
  test("bills a whole reply once, and repeats it unbilled to the same key", async () => {
    const server = await serve({ reply: (_, attempt) => ({ kind: "answer", text: `answer ${attempt}` }) });
    const texts = [];
    for (const key of ["a", "a", "b"]) {
      texts.push(await (await ask(server.url, "hello there", { "idempotency-key": key })).text());
    }
    expect(texts[1]).toBe(texts[0]);
    expect(JSON.parse(texts[0] ?? "")).toMatchObject({
      choices: [{ message: { content: "answer 1" }, finish_reason: "stop" }],
      usage: { prompt_tokens: 2, completion_tokens: 2, total_tokens: 4 },
    });
    expect(server.billed()).toBe(2);
    expect(server.requests.map(({ outcome, attempt }) => [outcome, attempt])).toEqual([
      ["billed", 1],
      ["replayed", 2],
      ["billed", 1],
    ]);
    expect(await (await fetch(new URL("/seen", server.url))).json()).toMatchObject({ billed: 2 });
  });

  test("bills nothing to a client that is gone before the reply, and bills the one who asks again", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const server = await serve({
      reply: async (_, attempt) => {
        if (attempt === 1) await promise;
        return { kind: "answer", text: "late" };
      },
    });
    const sent = request(`${server.url}/chat/completions`, {
      method: "POST",
      headers: { "idempotency-key": "a" },
    });
    sent.on("error", () => {});
    sent.end(body("a"));
    await expect.poll(() => server.requests.length, { interval: 5 }).toBe(1);
    sent.destroy();
    await expect.poll(() => server.requests[0]?.outcome, { interval: 5 }).toBe("gone");
    resolve();
    await ask(server.url, "a", { "idempotency-key": "a" });
    expect(server.billed()).toBe(1);
    expect(server.requests.map(({ outcome }) => outcome)).toEqual(["gone", "billed"]);
  });

  test("asks for the key that it was told, and repeats a wrong one in its refusal", async () => {
    const server = await serve({ reply: () => ({ kind: "answer", text: "in" }), key: "right" });
    const wrong = await ask(server.url, "a", { authorization: "Bearer wrong" });
    expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining("Bearer wrong")]);
    expect((await ask(server.url, "a")).status).toBe(401);
    expect((await ask(server.url, "a", { authorization: "Bearer right" })).status).toBe(200);
    expect(server.billed()).toBe(1);
  });

  test("knows no other operation", async () => {
    const server = await serve({ reply: () => ({ kind: "answer", text: "" }) });
    expect((await fetch(`${server.url}/models`)).status).toBe(404);
  });

  test("runs in a process of its own, with replies that depend on the request alone", async () => {
    const server = await startServerProcess();
    const first = await (await ask(server.url, "Write 3 new problems.")).json();
    expect(await (await ask(server.url, "Write 3 new problems.")).json()).toEqual(first);
    const { problems } = JSON.parse(first.choices[0].message.content);
    expect(problems).toHaveLength(3);
    expect((await server.seen()).billed).toBe(2);
    await server.stop();
    await expect(ask(server.url, "a")).rejects.toThrow();
  });
});

test("the maths of the deterministic replies is right", () => {
  for (let place = 0; place < 50; place += 1) {
    const { problem, answer } = mathsProblem("seed", place);
    const [first, second] = [...problem.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    expect(answer).toBe(String(Number(first) * Number(second)));
    const solved = maths({ model: "m", messages: [{ role: "user", content: `Solve: ${problem}` }] });
    expect(solved).toMatchObject({ text: expect.stringContaining(`The answer is ${answer}.`) });
  }
  expect(countTokens("2 + 2 = 4.")).toBe(6);
});

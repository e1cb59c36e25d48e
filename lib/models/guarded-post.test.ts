import type { LookupAddress } from "node:dns";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guardedPost, type PostOptions } from "./guarded-post.ts";
import { type ModelServer, startModelServer } from "./testing/model-server.ts";
import type { ReplyPlan } from "./testing/reply-plan.ts";

let server: ModelServer;
let plan: ReplyPlan;
beforeEach(async () => {
  plan = { kind: "answer", text: "from inside" };
  server = await startModelServer({ reply: () => plan });
});
afterEach(() => server.close());

const BODY = JSON.stringify({ model: "m", messages: [] });
const leaves = (...hosts: string[]) => ({
  leaves: (asked: readonly string[]) =>
    Promise.resolve(new Set(asked.filter((host) => hosts.includes(host)))),
});
const at = (host: string) => new URL(`http://${host}:${server.port}/v1/chat/completions`);
const post = (url: URL, options: Partial<PostOptions> = {}) =>
  guardedPost(url, BODY, { headers: {}, milliseconds: 5000, ...leaves(), ...options });
const resolvesTo =
  (...addresses: LookupAddress[]) =>
  () =>
    Promise.resolve(addresses);
const LOOPBACK = { address: "127.0.0.1", family: 4 };

describe("a request into the server's own network", () => {
  const forms = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "①②⑦.0.0.1",
    "0",
    "0.0.0.0",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::127.0.0.1]",
    "[2002:7f00:1::]",
    "localhost",
    "10.0.0.1",
    "169.254.169.254",
    "[fe80::1]",
    "[fd00::1]",
    "100.64.0.1",
    "224.0.0.1",
  ];
  test.each(forms)("to %s is refused before anything is sent", async (host) => {
    const posted = await post(at(host));
    expect(posted).toMatchObject({ kind: "barred", message: expect.stringContaining("An owner can allow") });
    expect(server.requests).toEqual([]);
  });

  test.each([
    [LOOPBACK],
    [{ address: "::1", family: 6 }],
    [{ address: "::ffff:127.0.0.1", family: 6 }],
    [{ address: "10.1.2.3", family: 4 }],
    [{ address: "169.254.169.254", family: 4 }],
  ])("by a name that resolves to %j is refused", async (address) => {
    const posted = await post(at("innocent.example"), { resolve: resolvesTo(address) });
    expect(posted).toMatchObject({ kind: "barred", message: expect.stringContaining("innocent.example") });
    expect(server.requests).toEqual([]);
  });

  test("by a name of which one address of several is inside is refused", async () => {
    const resolve = resolvesTo({ address: "1.1.1.1", family: 4 }, LOOPBACK);
    expect(await post(at("both.example"), { resolve })).toMatchObject({ kind: "barred" });
  });

  test("by a redirect is not followed", async () => {
    const inside = await startModelServer({ reply: () => ({ kind: "answer", text: "secret" }) });
    plan = { kind: "fail", status: 307, headers: { location: `${inside.url}/chat/completions` } };
    const host = `127.0.0.1:${server.port}`;
    expect(await post(at("127.0.0.1"), leaves(host, `127.0.0.1:${inside.port}`))).toMatchObject({
      status: 307,
    });
    expect(inside.requests).toEqual([]);
    await inside.close();
  });
});

describe("an owner's leave", () => {
  test("lets the host through at that port, by its name or by its address", async () => {
    const answered = { kind: "answered", status: 200, body: expect.stringContaining("from inside") };
    expect(await post(at("127.0.0.1"), leaves(`127.0.0.1:${server.port}`))).toMatchObject(answered);
    expect(await post(at("2130706433"), leaves(`127.0.0.1:${server.port}`))).toMatchObject(answered);
    const resolve = resolvesTo(LOOPBACK);
    expect(await post(at("gpu.example"), { resolve, ...leaves(`gpu.example:${server.port}`) })).toMatchObject(
      answered,
    );
    expect(await post(at("gpu.example"), { resolve, ...leaves(`127.0.0.1:${server.port}`) })).toMatchObject(
      answered,
    );
  });

  test("for another port, another name or a part of the addresses is none", async () => {
    const resolve = resolvesTo(LOOPBACK, { address: "127.0.0.2", family: 4 });
    for (const host of [
      `gpu.example:${server.port + 1}`,
      "gpu.example",
      `other.example:${server.port}`,
      `127.0.0.1:${server.port}`,
    ]) {
      expect(await post(at("gpu.example"), { resolve, ...leaves(host) }), host).toMatchObject({
        kind: "barred",
      });
    }
    expect(server.requests).toEqual([]);
  });

  test("for an address is not for a name that moves there after it was looked up: the name is looked up once", async () => {
    let asked = 0;
    const resolve = () => {
      asked += 1;
      return Promise.resolve(asked === 1 ? [LOOPBACK] : [{ address: "127.0.0.66", family: 4 }]);
    };
    const posted = await post(at("rebind.example"), { resolve, ...leaves(`127.0.0.1:${server.port}`) });
    expect(posted).toMatchObject({ kind: "answered" });
    expect(asked).toBe(1);
  });
});

describe("an exchange", () => {
  const open = () => leaves(`127.0.0.1:${server.port}`);

  test("ends when its time is over, also while a name is being looked up", async () => {
    plan = { kind: "stall" };
    expect(await post(at("127.0.0.1"), { ...open(), milliseconds: 100 })).toEqual({
      kind: "timeout",
      reason: "it didn't answer within 0.1 s",
    });
    const resolve = () => new Promise<LookupAddress[]>(() => {});
    expect(await post(at("slow.example"), { resolve, milliseconds: 50 })).toMatchObject({ kind: "timeout" });
  });

  test("that breaks off, is too long, or finds nobody is told as such", async () => {
    plan = { kind: "cut", text: "half of this comes" };
    expect(await post(at("127.0.0.1"), open())).toMatchObject({
      kind: "network",
      reason: "the connection broke off in the middle of the answer",
    });
    plan = { kind: "answer", text: "x".repeat(5000) };
    expect(await post(at("127.0.0.1"), { ...open(), limit: 1000 })).toMatchObject({
      kind: "network",
      reason: "its answer is longer than 1000 bytes",
    });
    expect(await post(new URL("http://127.0.0.1:1/v1"), leaves("127.0.0.1:1"))).toMatchObject({
      kind: "network",
      reason: expect.stringContaining("ECONNREFUSED"),
    });
    const resolve = () =>
      Promise.reject(Object.assign(new Error("getaddrinfo ENOTFOUND x.invalid"), { code: "ENOTFOUND" }));
    expect(await post(at("x.invalid"), { resolve })).toMatchObject({
      kind: "network",
      reason: expect.stringContaining("ENOTFOUND"),
    });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { execution } from "./contract.ts";
import { remoteSandbox } from "./remote.ts";
import type { Sandbox } from "./sandbox.ts";
import { hasPython, type StandIn, serve, standIn } from "./testing/nemo-sandbox.ts";

const program = (...blocks: string[]) => ({ blocks });
const open: { close(): Promise<void> }[] = [];

function sandboxAt(url: string, options: { size?: number; graceMilliseconds?: number } = {}): Sandbox {
  const sandbox = remoteSandbox({ url, ...options });
  open.push(sandbox);
  return sandbox;
}

async function faulty(answering: Parameters<typeof serve>[0], graceMilliseconds = 5_000): Promise<Sandbox> {
  const server = await serve(answering);
  open.push(server);
  return sandboxAt(server.url, { graceMilliseconds });
}

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

describe.skipIf(!hasPython)("against a server of the protocol that really runs Python", () => {
  let server: StandIn;
  beforeAll(async () => {
    server = await standIn();
  });
  afterAll(() => server.close());

  async function run(...blocks: string[]) {
    const ran = await sandboxAt(server.url).run(program(...blocks));
    expect(execution.parse(ran)).toEqual(ran);
    return ran;
  }

  test("gives what a program prints and the value of its last expression", async () => {
    const ran = await run("import math\nprint('hello')\nmath.factorial(5)");
    expect(ran).toMatchObject({ stdout: "hello\n", value: "120", error: null, truncated: 0 });
    expect(ran.milliseconds).toBeGreaterThan(0);
  });

  test("blocks share one state, and each says what it printed, its value and its error", async () => {
    const ran = await run("x = 20", "print(x)\nx / 0", "x + 1");
    expect(ran.blocks).toEqual([
      { stdout: "", value: null, error: null },
      {
        stdout: "20\n",
        value: null,
        error: { kind: "exception", message: "ZeroDivisionError: division by zero", line: 2 },
      },
      { stdout: "", value: "21", error: null },
    ]);
    expect(ran).toMatchObject({ stdout: "20\n", value: "21", error: null });
  });

  test("where nothing is printed and nothing has a value, solution() is called", async () => {
    expect(await run("def solution():\n    return 6 * 7")).toMatchObject({ value: "42", error: null });
  });

  test("no program finds anything of another one", async () => {
    await run("import builtins\nbuiltins.leak = 1\nimport math\nmath.pi = 3");
    expect(await run("import math\nprint(math.pi > 3.1, 'leak' in dir(__builtins__))")).toMatchObject({
      stdout: "True False\n",
    });
  });

  test("texts of any script come through as they are", async () => {
    const text = "π ≈ 3 😀 \u2028 é \u0000 \\n";
    expect((await run(`print(${JSON.stringify(text).replace("\\u0000", "\\x00")})`)).stdout).toBe(
      `${text}\n`,
    );
  });

  test("a program that prints too much is cut in the middle, and what was cut is counted", async () => {
    const ran = await sandboxAt(server.url).run(program("print('a' * 50_000 + 'z')"), {
      limits: { outputCharacters: 1_000 },
    });
    expect(ran.stdout.length).toBeLessThan(1_100);
    expect(ran.stdout).toMatch(/^aaa[\s\S]*characters cut[\s\S]*z\n$/);
    expect(ran.truncated).toBe(50_002 - 1_000);
  });

  test("what a program writes past Python's streams doesn't hide its result", async () => {
    const flood = "import os\nos.write(1, b'x' * 3_000_000)\nos.write(2, b'y' * 3_000_000)\nprint('seen')";
    expect(await run(flood)).toMatchObject({ stdout: "seen\n", error: null });
  });

  test("a program longer than a command line may be runs all the same", async () => {
    const long = `x = "${"é".repeat(150_000)}"\nlen(x)`;
    expect(await run(long)).toMatchObject({ value: "150000" });
  });

  test("a program that never ends is stopped, and the next one runs", async () => {
    const sandbox = sandboxAt(server.url, { size: 1 });
    const stuck = sandbox.run(program("while True:\n    pass"), { limits: { milliseconds: 300 } });
    const next = sandbox.run(program("1 + 1"));
    expect((await stuck).error).toEqual({ kind: "timeout", message: "stopped after 0.3 s", line: null });
    expect((await next).value).toBe("2");
  });

  test.each([
    ["os._exit(3)", "crash", "the interpreter ended without a result"],
    ["os.kill(os.getpid(), 11)", "crash", "the interpreter ended without a result"],
    ["x = bytearray(5 * 1024 ** 3)", "memory", "MemoryError"],
    ["import sys\nsys.exit('no')", "exit", "sys.exit('no')"],
    ["1 +", "exception", "SyntaxError: invalid syntax"],
  ])("%s ends as what it is", async (source, kind, message) => {
    expect((await run(`import os\n${source}`)).error).toMatchObject({ kind, message });
  });

  test("a program that forks or leaves threads behind gets its own result, once and at once", async () => {
    const forked = await run("import os\nos.fork()\nprint('mine')");
    expect(forked).toMatchObject({ stdout: "mine\n", error: null });
    const threads = await run(
      "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()\n7",
    );
    expect(threads).toMatchObject({ value: "7" });
  });

  test("runs no more programs at a time than its size, and gives results in the callers' order", async () => {
    const own = await standIn();
    open.push(own);
    const sandbox = sandboxAt(own.url, { size: 2 });
    const ran = await Promise.all([1, 2, 3, 4, 5].map((n) => sandbox.run(program(`${n} * 10`))));
    expect(ran.map(({ value }) => value)).toEqual(["10", "20", "30", "40", "50"]);
    expect(own.most()).toBe(2);
  });

  test("cancelling ends the wait of a running program and of one that waits its turn", async () => {
    const stop = new AbortController();
    const sandbox = sandboxAt(server.url, { size: 1 });
    const asked = server.asked();
    const [running, waiting] = ["import time\ntime.sleep(60)", "1"].map((source) =>
      sandbox.run(program(source), { signal: stop.signal }),
    );
    stop.abort();
    expect((await running)?.error?.kind).toBe("cancelled");
    expect((await waiting)?.error?.kind).toBe("cancelled");
    expect(server.asked() - asked).toBeLessThanOrEqual(1);
    expect((await sandbox.run(program("2"))).value).toBe("2");
  });

  test("closing cancels what runs, and a closed sandbox runs nothing", async () => {
    const sandbox = remoteSandbox({ url: server.url });
    const running = sandbox.run(program("import time\ntime.sleep(60)"));
    await sandbox.close();
    expect((await running).error?.kind).toBe("cancelled");
    expect((await sandbox.run(program("1"))).error?.kind).toBe("unavailable");
  });
});

describe("where the sandbox fails, that is said and nothing of the program", () => {
  async function failure(sandbox: Sandbox) {
    const ran = await sandbox.run(program("1"), { limits: { milliseconds: 100 } });
    expect(ran).toMatchObject({ stdout: "", value: null, blocks: [] });
    expect(ran.error?.kind).toBe("unavailable");
    return ran.error?.message;
  }

  test("no server answers there", async () => {
    const server = await serve(() => {});
    await server.close();
    expect(await failure(sandboxAt(server.url))).toMatch(/can't be asked .*ECONNREFUSED.*LEMMA_SANDBOX_URL/);
  });

  test("the connection breaks before and within the answer", async () => {
    expect(await failure(await faulty((incoming) => incoming.destroy()))).toMatch(/can't be asked/);
    const halfway = await faulty((_, outgoing) => {
      outgoing.writeHead(200, { "content-length": "100" });
      outgoing.write("{", () => outgoing.destroy());
    });
    expect(await failure(halfway)).toMatch(/can't be asked/);
  });

  test("it answers with an error, and its address is told without the password in it", async () => {
    const server = await serve((_, outgoing) => outgoing.writeHead(502).end("<html>"));
    open.push(server);
    const message = await failure(sandboxAt(server.url.replace("http://", "http://me:secret@")));
    expect(message).toContain(`at ${server.url} answered 502`);
    expect(message).not.toContain("secret");
  });

  test("it takes longer than it may", async () => {
    expect(await failure(await faulty(() => {}, 50))).toMatch(/didn't answer within 0.15 s/);
  });

  test.each([
    ["no JSON", "<!doctype html>"],
    ["another protocol", JSON.stringify({ output: "1" })],
    [
      "a server without standard input",
      JSON.stringify({
        process_status: "completed",
        stdout: "",
        stderr: "lemma: nothing came on standard input\n",
      }),
    ],
  ])("it answers %s", async (_, body) => {
    const sandbox = await faulty((_incoming, outgoing) => outgoing.end(body));
    expect(await failure(sandbox)).toMatch(/isn't of its protocol/);
  });

  test("its answer has no end", async () => {
    const endless = await faulty((_, outgoing) => {
      const more = (): void => {
        if (!outgoing.destroyed) outgoing.write("x".repeat(1_000_000), more);
      };
      more();
    }, 60_000);
    expect(await failure(endless)).toMatch(/its answer is longer than \d+ bytes/);
  });
});

test("what runs is posted to `execute` below the given address, with what the protocol asks for", async () => {
  const seen: unknown[] = [];
  const server = await serve(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const { timeout, language, max_output_characters } = JSON.parse(Buffer.concat(parts).toString());
    seen.push(incoming.method, incoming.url, incoming.headers["content-type"], timeout, language);
    seen.push(typeof max_output_characters, typeof incoming.headers["x-session-id"]);
    outgoing.end(JSON.stringify({ process_status: "timeout", stdout: "", stderr: "" }));
  });
  open.push(server);
  const ran = await sandboxAt(`${server.url}/python`).run(program("1"), { limits: { milliseconds: 2_500 } });
  expect(ran.error?.kind).toBe("timeout");
  expect(seen).toEqual(["POST", "/python/execute", "application/json", 2.5, "python", "number", "string"]);
});

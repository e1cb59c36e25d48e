import { expect, test } from "vitest";
import { prison } from "./testing/prison.ts";

const { attempt } = prison();

test("an endless loop is stopped at its limit, also where it catches everything", async () => {
  const plain = await attempt("while True: pass", { milliseconds: 300 });
  expect(plain.error?.kind).toBe("timeout");
  const stubborn = await attempt(
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    { milliseconds: 300 },
  );
  expect(stubborn.error?.kind).toBe("timeout");
});

test("one endless step of C code is stopped too: huge integers, catastrophic patterns, sleep", async () => {
  for (const code of [
    "9 ** 9 ** 9 % 7",
    "import re\nre.match('(a+)+$', 'a' * 40 + 'b')",
    "import time\ntime.sleep(1000)",
    "sum(iter(int, 1))",
  ]) {
    expect((await attempt(code, { milliseconds: 300 })).error?.kind).toBe("timeout");
  }
});

test("memory ends at the cap, as an error of the program", async () => {
  const list = await attempt("x = []\nwhile True: x.append(bytearray(1 << 20))");
  expect(list.error?.kind).toBe("memory");
  const once = await attempt("x = 'a' * (1 << 31 - 1)");
  expect(["memory", "exception"]).toContain(once.error?.kind);
});

test("a flood of output keeps its beginning and its end, and says what was cut", async () => {
  const outcome = await attempt("for n in range(300_000): print(n)", { outputCharacters: 1_000 });
  expect(outcome.stdout.length).toBeLessThan(1_200);
  expect(outcome.stdout.startsWith("0\n1\n2\n")).toBe(true);
  expect(outcome.stdout.endsWith("299999\n")).toBe(true);
  expect(outcome.truncated).toBeGreaterThan(1_900_000);
  expect(outcome.stdout).toMatch(/\[[\d,]+ characters cut\]/);
  const below = await attempt("import os\nfor n in range(1000): os.write(1, b'x' * 10_000)");
  expect(below).toMatchObject({ stdout: "", error: null });
});

test("recursion is an error of the program, however deep it is allowed to be", async () => {
  expect((await attempt("def f(): return f()\nf()")).error).toMatchObject({ kind: "exception" });
  const deep = await attempt("import sys\nsys.setrecursionlimit(10 ** 8)\ndef f(n): return f(n + 1)\nf(0)");
  expect(["exception", "crash"]).toContain(deep.error?.kind);
  const nested = await attempt("x = []\nfor _ in range(200_000): x = [x]\nrepr(x)");
  expect(["exception", "crash", null]).toContain(nested.error?.kind ?? null);
});

test("sys.exit, os._exit, abort and signals end the program, and nothing else", async () => {
  expect((await attempt("import sys\nprint('a')\nsys.exit(0)\nprint('b')")).stdout).toBe("a\n");
  expect((await attempt("import sys\nsys.exit('no')")).error).toMatchObject({ kind: "exit", line: 2 });
  expect((await attempt("quit()")).error?.kind ?? "exit").toBe("exit");
  for (const code of [
    "os._exit(0)",
    "os.abort()",
    "os.kill(os.getpid(), 9)",
    "signal.raise_signal(11)",
    "os.kill(1, 9)",
  ]) {
    const outcome = await attempt(`import os, signal\n${code}`);
    expect(["crash", "exception", null]).toContain(outcome.error?.kind ?? null);
  }
});

test("a program that is no program is a syntax error with its line", async () => {
  expect((await attempt("x = 1\nif x\n    2")).error).toMatchObject({
    kind: "exception",
    line: 2,
    message: expect.stringMatching(/^SyntaxError/),
  });
  expect((await attempt("\0")).error?.kind).toBe("exception");
  expect((await attempt("x = '\ud800'\nprint(x)")).error?.kind ?? "none").toMatch(/exception|none/);
  const deep = await attempt(`${"(".repeat(5_000)}1${")".repeat(5_000)}`);
  expect(["exception", "memory", "crash"]).toContain(deep.error?.kind);
});

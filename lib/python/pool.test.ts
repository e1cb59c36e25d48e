import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { openSandbox } from "./pool.ts";
import { HAS_SYMPY } from "./testing/sympy.ts";

vi.setConfig({ testTimeout: 120_000 });
const SCIENCE = HAS_SYMPY ? ["sympy", "mpmath"] : [];
const sandbox = openSandbox({ size: 2 });
afterAll(() => sandbox.close());
const run = (...blocks: string[]) => sandbox.run({ blocks });

describe("programs as models write them", () => {
  test("the value of the last expression, printed or not", async () => {
    expect(await run("x = 6\nx * 7")).toMatchObject({ stdout: "", value: "42", error: null });
    expect(await run("print(6 * 7)")).toMatchObject({ stdout: "42\n", value: null, error: null });
    expect(await run("x = 5")).toMatchObject({ stdout: "", value: null, error: null });
    expect(await run("'text'")).toMatchObject({ value: "text" });
    expect(await run("")).toMatchObject({ stdout: "", value: null, error: null });
  });

  test("blocks share one state, and each has its own output, value and error", async () => {
    const { blocks, stdout, value, error } = await run("x = 2\nprint(x)", "1 / 0", "x + 1");
    expect({ stdout, value, error }).toEqual({ stdout: "2\n", value: "3", error: null });
    expect(blocks).toEqual([
      { stdout: "2\n", value: null, error: null },
      {
        stdout: "",
        value: null,
        error: { kind: "exception", message: "ZeroDivisionError: division by zero", line: 1 },
      },
      { stdout: "", value: "3", error: null },
    ]);
  });

  test("solution() is called where nothing else says anything, and its prints count", async () => {
    expect(await run("def solution():\n    return 3 * 4")).toMatchObject({ value: "12" });
    expect(await run("def solution():\n    print(5)")).toMatchObject({ stdout: "5\n", value: null });
    expect(await run("def solution():\n    return 1\nprint(2)")).toMatchObject({
      stdout: "2\n",
      value: null,
    });
    expect(await run("def solution(n):\n    return n")).toMatchObject({ value: null, error: null });
    expect(await run("def solution():\n    return 1 / 0")).toMatchObject({ error: { line: 2 } });
  });

  test("it is the main module, with classes, recursion, generators and exceptions of its own", async () => {
    const { stdout } = await run(`
from dataclasses import dataclass
from functools import cache
@dataclass
class Point:
    x: int
@cache
def f(n): return n if n < 2 else f(n - 1) + f(n - 2)
if __name__ == "__main__":
    print(Point(1), f(300) % 1000, sum(n for n in range(5)))`);
    expect(stdout).toBe("Point(x=1) 600 10\n");
  });

  test("the error names the line of the program, also deep in a library", async () => {
    expect((await run("import json\n\njson.loads('{')")).error).toMatchObject({
      kind: "exception",
      line: 3,
      message: expect.stringMatching(/^JSONDecodeError: /),
    });
    expect((await run("x = 1", "def f(:")).error).toMatchObject({ line: 1 });
    expect((await run("input('n? ')")).error?.message).toMatch(/^EOFError/);
  });

  test.each([
    ..."math fractions decimal itertools statistics datetime collections re".split(" "),
    ...SCIENCE,
  ])("%s is there", async (name) => {
    expect(await run(`import ${name}\n${name}.__name__`)).toMatchObject({ value: name, error: null });
  });

  test.skipIf(!HAS_SYMPY)(
    "SymPy works, for the first program that asks for it and for those after others",
    async () => {
      const code = "from sympy import symbols, solve\nx = symbols('x')\nprint(solve(x**2 - 5*x + 6, x))";
      for (let round = 0; round < 3; round += 1) {
        expect((await run(code)).stdout).toBe("[2, 3]\n");
        expect((await run("x")).error?.message).toBe("NameError: name 'x' is not defined");
      }
    },
  );
});

test("any text, number or list comes back as Python writes it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.array(fc.nat())),
      async (value) => {
        const written =
          typeof value === "string"
            ? `__import__("json").loads(${JSON.stringify(JSON.stringify(value))})`
            : JSON.stringify(value);
        const { stdout } = await run(`print(${written}, end="")`);
        expect(stdout).toBe(Array.isArray(value) ? `[${value.join(", ")}]` : String(value));
      },
    ),
    { numRuns: 50 },
  );
});

test("results belong to their calls, however many run at once", async () => {
  const all = await Promise.all(Array.from({ length: 60 }, (_, n) => run(`print(${n})`)));
  expect(all.map(({ stdout }) => stdout)).toEqual(Array.from({ length: 60 }, (_, n) => `${n}\n`));
});

test("a program is cancelled where it runs, where it waits, and before it is asked for", async () => {
  const alone = openSandbox({ size: 1 });
  const running = new AbortController();
  const waiting = new AbortController();
  const first = alone.run({ blocks: ["while True: pass"] }, { signal: running.signal });
  const second = alone.run({ blocks: ["1"] }, { signal: waiting.signal });
  const third = alone.run({ blocks: ["2"] });
  waiting.abort();
  expect((await second).error?.kind).toBe("cancelled");
  running.abort();
  expect((await first).error?.kind).toBe("cancelled");
  expect((await third).value).toBe("2");
  expect((await alone.run({ blocks: ["1"] }, { signal: running.signal })).error?.kind).toBe("cancelled");
  await alone.close();
});

test("a closed sandbox ends what runs and takes nothing more", async () => {
  const closing = openSandbox({ size: 1 });
  const running = closing.run({ blocks: ["while True: pass"] });
  const waiting = closing.run({ blocks: ["1"] });
  await closing.close();
  expect((await running).error?.kind).toBe("cancelled");
  expect((await waiting).error?.kind).toBe("cancelled");
  expect((await closing.run({ blocks: ["1"] })).error?.kind).toBe("unavailable");
});

test("the programs after a lost interpreter run in a new one", async () => {
  const killed = await sandbox.run({ blocks: ["while True: pass"] }, { limits: { milliseconds: 200 } });
  expect(killed.error).toEqual({ kind: "timeout", message: "stopped after 0.2 s", line: null });
  const all = await Promise.all(Array.from({ length: 4 }, (_, n) => run(`${n}`)));
  expect(all.map(({ value }) => value)).toEqual(["0", "1", "2", "3"]);
});

test("where no interpreter can be started, programs are told so, later ones at once", async () => {
  const broken = openSandbox({ size: 1, node: "/bin/false" });
  const first = await broken.run({ blocks: ["1"] });
  expect(first).toMatchObject({
    error: { kind: "unavailable", message: expect.stringMatching(/^Python can't be started/) },
  });
  expect(await broken.run({ blocks: ["2"] })).toBe(first);
  await broken.close();
});

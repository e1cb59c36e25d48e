import { afterAll, describe, expect, test, vi } from "vitest";
import { openSandbox } from "#lib/python/pool.ts";
import { readWatched, watchedProgram } from "./watched-program.ts";

vi.setConfig({ testTimeout: 60_000 });
const sandbox = openSandbox({ size: 1 });
afterAll(() => sandbox.close());

const watch = async (code: string) => readWatched(await sandbox.run(watchedProgram(code)));

describe("a watched program", () => {
  test("gives what it prints, without its label, and its output whole", async () => {
    expect(await watch("print('so')\nprint('Total:', 6 * 3)")).toMatchObject({
      answer: "18",
      output: "so\nTotal: 18",
      error: null,
    });
    expect(await watch("x = 5\nx + 2")).toMatchObject({ answer: "7", output: "7" });
    expect(await watch("def solution():\n    left = 4\n    return left")).toMatchObject({ answer: "4" });
  });

  test("tells the least value of each name and whether it was whole, at its own level and in its functions", async () => {
    const { names } = await watch(
      "from fractions import Fraction\ndef f(n):\n    half = n / 2\n    return half\na = f(4)\nb = f(5)\nc = -3\nd = Fraction(7, 2)\ne = 'five'\nf2 = True\ng = 0.1 + 0.2 - 0.3 + 4\nprint(a)",
    );
    expect(Object.fromEntries(names)).toEqual({
      n: { least: 4, whole: true },
      half: { least: 2, whole: false },
      a: { least: 2, whole: true },
      b: { least: 2.5, whole: false },
      c: { least: -3, whole: true },
      d: { least: 3.5, whole: false },
      g: { least: 4, whole: true },
    });
  });

  test("says why it failed, or that it gives no answer", async () => {
    expect(await watch("x = 1\ny = x / 0")).toMatchObject({
      answer: null,
      error: "ZeroDivisionError: division by zero",
    });
    expect(await watch("x = 1")).toMatchObject({ answer: null, error: "it prints no answer" });
    expect(await watch("print(")).toMatchObject({
      answer: null,
      error: expect.stringMatching(/^SyntaxError/),
    });
  });

  test("isn't kept from its answer by what it does to the watch", async () => {
    const hostile =
      "import builtins, sys\n_lemma_seen = None\nprint(5)\nbuiltins.print = None\nsys.monitoring.set_events(3, 0)";
    expect(await watch(hostile)).toMatchObject({ answer: "5", error: null });
  });
});

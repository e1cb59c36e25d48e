import { afterAll, expect, test, vi } from "vitest";
import { AppError } from "#lib/errors.ts";
import { MISSING_SYMPY, SandboxClosed } from "./ask.ts";
import { askProgram } from "./ask-program.ts";
import { failedExecution } from "./failed-execution.ts";
import { openSandbox } from "./pool.ts";
import type { Sandbox } from "./sandbox.ts";

vi.setConfig({ testTimeout: 60_000 });
const sandbox = openSandbox({ size: 1 });
afterAll(() => sandbox.close());

const open = async () => sandbox;
const failing = (kind: "unavailable" | "cancelled") => async (): Promise<Sandbox> => ({
  size: 1,
  run: async () => failedExecution(kind, "it rests"),
  close: async () => {},
});

test("gives what a program gives, also where it fails", async () => {
  expect((await askProgram(open, { blocks: ["print(5)"] })).stdout).toBe("5\n");
  expect((await askProgram(open, { blocks: ["1/0"] })).error?.message).toBe(
    "ZeroDivisionError: division by zero",
  );
});

test("a program that needs SymPy where there is none fails, and says what would help", async () => {
  const message = "raise ModuleNotFoundError(\"No module named 'sympy'\")";
  const { blocks } = await askProgram(open, { blocks: [message] });
  expect(blocks[0]?.error?.message).toBe(MISSING_SYMPY);
});

test("throws where the sandbox itself couldn't run it, so that nothing is said of the program", async () => {
  const asked = askProgram(failing("unavailable"), { blocks: ["print(5)"] });
  await expect(asked).rejects.toThrow(AppError);
  await expect(asked).rejects.toThrow(/it rests/);
  await expect(askProgram(failing("cancelled"), { blocks: ["print(5)"] })).rejects.toThrow(SandboxClosed);
});

test("rejects with its caller's reason when that gives it up", async () => {
  const abort = new AbortController();
  const asked = askProgram(open, { blocks: ["while True: pass"] }, { signal: abort.signal });
  abort.abort(new Error("no longer wanted"));
  await expect(asked).rejects.toThrow("no longer wanted");
});

import { afterAll, describe, expect, test } from "vitest";
import type { AnswerSegment } from "#lib/answers/extract.ts";
import { checkPath } from "#lib/answers/verdict.ts";
import { AppError } from "#lib/errors.ts";
import { pathExecution } from "#lib/paths/contract.ts";
import { MISSING_SYMPY, SandboxClosed } from "./ask.ts";
import { openSandbox } from "./pool.ts";
import { HAS_SYMPY } from "./testing/sympy.ts";
import { type Trace, type VerifyOptions, verifyTraces } from "./verify.ts";

const python = openSandbox({ size: 2 });
afterAll(() => python.close());

const open = async () => python;
const nowhere = () => Promise.reject(new AppError("unavailable", "There is no Python here."));

const text = (content: string): AnswerSegment => ({ type: "text", content });
const code = (content: string): AnswerSegment => ({ type: "code", content });
const output = (content: string): AnswerSegment => ({ type: "output", content });
const trace = (...segments: AnswerSegment[]): Trace => ({ reference: "5", segments });

async function verify(given: Trace, options: VerifyOptions = {}) {
  const [found] = await verifyTraces(open, [given], options);
  if (!found) throw new Error("a trace gives a verification");
  return found;
}

describe("a path with code", { timeout: 120_000 }, () => {
  test("is reproduced where each block prints what the path records, and blocks share their state", async () => {
    const found = await verify(
      trace(
        text("First"),
        code("a = 2\nprint(a)"),
        output("2\n"),
        code("print(a + 3)"),
        output("5"),
        text("So \\boxed{5}."),
      ),
    );
    expect(found).toMatchObject({
      verdict: "correct",
      method: "literal",
      executionOutcome: "reproduced",
      unavailable: null,
    });
    expect(pathExecution.parse(found.execution)).toEqual(found.execution);
    expect(found.execution?.segments).toEqual([
      { segment: 1, stdout: "2\n", value: null, error: null, recorded: "2\n", agrees: true },
      { segment: 3, stdout: "5\n", value: null, error: null, recorded: "5", agrees: true },
    ]);
    expect(found.execution?.milliseconds).toBeGreaterThan(0);
  });

  test("is different where another output comes, and its verdict is that of its stated answer", async () => {
    expect(await verify(trace(code("print(6)"), output("5"), text("The answer is 5.")))).toMatchObject({
      verdict: "correct",
      method: "literal",
      executionOutcome: "different",
    });
  });

  test("that states no answer is judged by what it prints, not by what it says that it printed", async () => {
    expect(await verify(trace(code("print(2 + 3)")))).toMatchObject({
      verdict: "correct",
      method: "executed",
      answer: "5",
      executionOutcome: "unrecorded",
    });
    expect(await verify(trace(code("print(6)"), output("5")))).toMatchObject({
      verdict: "incorrect",
      method: "executed",
      answer: "6",
      executionOutcome: "different",
    });
    expect(await verify(trace(code("def solution():\n    return 10 / 2")))).toMatchObject({
      verdict: "correct",
      method: "executed",
      answer: "5.0",
    });
  });

  test("that fails is in error, with the reason, unless an answer is declared", async () => {
    expect(await verify(trace(code("1 / 0"), output("5")))).toMatchObject({
      verdict: "error",
      method: null,
      reason: "its program failed: ZeroDivisionError: division by zero",
      executionOutcome: "failed",
    });
    expect(await verify(trace(code("1 / 0"), text("The answer is 5.")))).toMatchObject({
      verdict: "correct",
      executionOutcome: "failed",
    });
    expect(await verify(trace(code("1 / 0"), code("print(5)")))).toMatchObject({
      verdict: "correct",
      executionOutcome: "unrecorded",
    });
  });

  test("that records the very error that it raises is reproduced", async () => {
    expect(await verify(trace(code("1 / 0"), output("ZeroDivisionError: division by zero")))).toMatchObject({
      verdict: "error",
      executionOutcome: "reproduced",
    });
  });

  test("that never ends is stopped, and fails", async () => {
    const found = await verify(trace(code("print(5)"), code("while True: pass")), {
      limits: { milliseconds: 500 },
    });
    expect(found).toMatchObject({ verdict: "error", executionOutcome: "failed" });
    expect(found.execution?.segments.map(({ error }) => error?.kind)).toEqual(["timeout", "timeout"]);
  });

  test("that is too long to be run fails in words", async () => {
    const found = await verify(trace(...Array.from({ length: 101 }, () => code("print(5)"))));
    expect(found).toMatchObject({ verdict: "error", executionOutcome: "failed" });
    expect(found.reason).toContain("too long");
  });

  test("sees nothing of the paths before it, and each gets its own result, in order", async () => {
    const traces = Array.from({ length: 40 }, (_, n) =>
      trace(code(`print(globals().get("left", ${n}))\nleft = "left"`)),
    );
    const found = await verifyTraces(open, traces);
    expect(found.map(({ answer }) => answer)).toEqual(traces.map((_, n) => String(n)));
  });

  test.skipIf(!HAS_SYMPY)("whose answer only SymPy can tell to be right is correct", async () => {
    const path = {
      ...trace(text("So \\boxed{\\ln((x^2+1)(x^2+2))}.")),
      reference: "\\ln(x^2+1)+\\ln(x^2+2)",
    };
    expect(checkPath(path).verdict).toBe("unverifiable");
    expect(await verify(path)).toMatchObject({ verdict: "correct", method: "symbolic", execution: null });
  });
});

describe("the arithmetic of a path's text", () => {
  test("is checked, whether there is code or not, without the sandbox where there is none", async () => {
    const path = trace(text("2+3=6, and 1+1=3."), text("So 7*8=56. The answer is 5."));
    const [found] = await verifyTraces(nowhere, [path]);
    expect(found).toMatchObject({
      verdict: "correct",
      execution: null,
      executionOutcome: null,
      wrongSteps: 2,
      firstWrongStep: "2+3 is 5, not 6",
      unavailable: null,
    });
  });

  test("is right where no step is wrong", async () => {
    const [found] = await verifyTraces(nowhere, [trace(text("48/2 = 24 and <<48+24=72>>72. A: 5"))]);
    expect(found).toMatchObject({ wrongSteps: 0, firstWrongStep: null });
  });
});

describe("a sandbox that isn't there", { timeout: 120_000 }, () => {
  test("gives no verdict by execution, and what needed it says so", async () => {
    const paths = [trace(code("print(5)")), trace(text("A: 5")), trace(code("print(6)"), text("A: 5"))];
    const found = await verifyTraces(nowhere, paths);
    expect(found.map(({ unavailable }) => unavailable)).toEqual([
      "There is no Python here.",
      null,
      "There is no Python here.",
    ]);
    for (const [at, each] of found.entries()) {
      expect(each).toMatchObject({ execution: null, executionOutcome: null });
      expect(each.verdict).toBe(checkPath(paths[at] ?? trace()).verdict);
    }
  });

  test("is told apart from one without SymPy, whose programs aren't wrong for that", async () => {
    const found = await verify(
      trace(code("raise ModuleNotFoundError(\"No module named 'sympy'\")"), code("print(5)")),
    );
    expect(found).toMatchObject({ execution: null, unavailable: MISSING_SYMPY });
    expect(await verify(trace(code("import nothing_of_the_kind")))).toMatchObject({
      verdict: "error",
      unavailable: null,
    });
  });

  test("because the process closes it, is no result at all", async () => {
    const closing = openSandbox({ size: 1 });
    const verifying = verifyTraces(async () => closing, [trace(code("while True: pass"))]);
    const closed = expect(verifying).rejects.toBeInstanceOf(SandboxClosed);
    await new Promise((resolve) => setImmediate(resolve));
    await closing.close();
    await closed;
  });
});

test("a caller who gives up gets the signal's reason, and what runs is stopped", {
  timeout: 120_000,
}, async () => {
  await verify(trace(code("print(5)")));
  const given = new AbortController();
  const verifying = verifyTraces(open, [trace(code("while True: pass")), trace(text("A: 5"))], {
    signal: given.signal,
    limits: { milliseconds: 60_000 },
  });
  const reason = new Error("no longer wanted");
  const rejected = expect(verifying).rejects.toBe(reason);
  const start = performance.now();
  setImmediate(() => given.abort(reason));
  await rejected;
  expect(performance.now() - start).toBeLessThan(10_000);
});

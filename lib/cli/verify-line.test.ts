import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Verification } from "#lib/python/verify.ts";
import { inOneLine, type PathTask, verifyLine } from "./verify-line.ts";
import { Tally } from "./verify-tally.ts";

const task: PathTask = { line: 7, model: "m", kind: "pot", trace: { reference: "3", segments: [] } };
const unrun: Verification = {
  verdict: "correct",
  method: "literal",
  reason: "both are 3",
  answer: "3",
  rule: "boxed",
  execution: null,
  executionOutcome: null,
  wrongSteps: 0,
  firstWrongStep: null,
  unavailable: null,
};

function ran(...segments: { stdout: string; value: string | null }[]): Verification {
  const rest = { segment: 0, error: null, recorded: null, agrees: null };
  const execution = {
    milliseconds: 12.3456,
    truncated: 0,
    segments: segments.map((each) => ({ ...each, ...rest })),
  };
  return { ...unrun, execution, executionOutcome: "unrecorded" };
}

describe("the output of a path's programs", () => {
  test("is nothing where none ran", () => {
    expect(verifyLine(task, unrun)).toEqual({
      ...{ line: 7, model: "m", kind: "pot", verdict: "correct", method: "literal" },
      ...{ reason: "both are 3", answer: "3", output: null, milliseconds: null },
    });
  });

  test.each([
    [[{ stdout: "3\n", value: null }], "3\n"],
    [[{ stdout: "", value: "3" }], "3\n"],
    [[{ stdout: "so", value: "3" }], "so\n3\n"],
    [
      [
        { stdout: "1\n", value: "2" },
        { stdout: "3\n", value: null },
      ],
      "1\n2\n3\n",
    ],
    [[{ stdout: "", value: null }], ""],
  ])("is what a notebook shows: %j", (segments, output) => {
    expect(verifyLine(task, ran(...segments))).toMatchObject({ output, milliseconds: 12.3 });
  });
});

test("a reason names what else a reviewer should know", () => {
  const found = { ...ran(), executionOutcome: "different", firstWrongStep: "1 + 1 is 2, not 3" } as const;
  expect(verifyLine(task, found).reason).toBe(
    "both are 3; its program gives another output than the path records; wrong step: 1 + 1 is 2, not 3",
  );
  const error = { kind: "timeout", message: "stopped after 10 s", line: null } as const;
  const stuck = { ...ran({ stdout: "", value: null }), executionOutcome: "failed" } as const;
  const segments = stuck.execution?.segments.map((each) => ({ ...each, error })) ?? [];
  const failed = { ...stuck, execution: { milliseconds: 1, truncated: 0, segments } };
  expect(verifyLine(task, failed).reason).toBe("both are 3; its program failed: stopped after 10 s");
  const said = "its program failed: stopped after 10 s";
  expect(verifyLine(task, { ...failed, reason: said }).reason).toBe(said);
  expect(verifyLine(task, { ...unrun, unavailable: "no\n  Python" }).reason).toBe(
    "both are 3; its program wasn't run: no Python",
  );
  expect(verifyLine(task, { ...ran(), unavailable: "no SymPy" }).reason).toBe("both are 3");
});

test("whatever an interpreter says is one short line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 1_000 }), (text) => {
      const line = inOneLine(text);
      expect(line).not.toMatch(/[\r\n]/);
      expect(line.length).toBeLessThanOrEqual(300);
    }),
  );
});

test("the tally counts every line once, by its verdict", () => {
  const tally = new Tally();
  const line = verifyLine(task, unrun);
  tally.add([line, { ...line, verdict: "error" }, { ...line, verdict: null }], null);
  tally.add([line], "no\nPython");
  tally.add([line], "later");
  expect(tally.summary(1_234)).toBe(
    "5 lines: 3 correct, 0 incorrect, 0 unverifiable, 1 error, 1 unreadable, 1.2 s",
  );
  expect([tally.count, tally.unavailable]).toEqual([5, "Not all could be verified: no Python"]);
});

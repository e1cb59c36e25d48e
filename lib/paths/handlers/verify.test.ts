import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import type { Handler, RunHandle } from "#lib/jobs/job.ts";
import { closeSandbox } from "#lib/python/process-sandbox.ts";
import type { Segment } from "../contract.ts";
import type { VerifyParameters } from "../jobs.ts";
import { checkHandler } from "./check.ts";
import { verifyHandler } from "./verify.ts";

testDatabase();
vi.setConfig({ testTimeout: 180_000 });

const PATHS = 200;
let project: TestProject;

const text = (content: string): Segment => ({ type: "text", content });
const code = (content: string): Segment => ({ type: "code", content });
const output = (content: string): Segment => ({ type: "output", content });

/** Path n of kind n % 5: what it is, and what verifying it comes to where the reference is 5. */
const KINDS: { segments: Segment[]; verdict: string; execution: string | null; wrong: number }[] = [
  { segments: [text("2+3=5. A: 5")], verdict: "correct", execution: null, wrong: 0 },
  { segments: [text("2+3=6. A: 6")], verdict: "incorrect", execution: null, wrong: 1 },
  { segments: [code("print(2+3)"), output("5")], verdict: "correct", execution: "reproduced", wrong: 0 },
  { segments: [code("print(7)"), output("5")], verdict: "incorrect", execution: "different", wrong: 0 },
  { segments: [code("1/0")], verdict: "error", execution: "failed", wrong: 0 },
];
const counted = {
  correct: (2 * PATHS) / 5,
  incorrect: (2 * PATHS) / 5,
  unverifiable: 0,
  error: PATHS / 5,
  reproduced: PATHS / 5,
  different: PATHS / 5,
  unrecorded: 0,
  failed: PATHS / 5,
  wrongSteps: PATHS / 5,
  unavailable: 0,
};

async function fill(
  into: TestProject,
  segments: readonly Segment[][],
  reference: string | null = "5",
): Promise<void> {
  const [problem] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    VALUES (${into.id}, ${crypto.randomUUID()}, 'What is 2 + 3?', ${crypto.randomUUID()}, ${reference}) RETURNING id`;
  const rows = segments.map((each, n) => ({
    project_id: into.id,
    problem_id: problem.id,
    key: `${problem.id}/${n}`,
    kind: each.some(({ type }) => type === "code") ? ("pot" as const) : ("cot" as const),
    model: n % 2 === 0 ? "even" : null,
    segments: sql().json(each),
    content_hash: String(n),
  }));
  await sql()`INSERT INTO path ${sql()(rows)}`;
}

beforeEach(async () => {
  project = await emptyProject();
  await fill(
    project,
    Array.from({ length: PATHS }, (_, n) => KINDS[n % 5]?.segments ?? []),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
afterAll(closeSandbox);

async function newRun(parameters: Partial<VerifyParameters> = {}): Promise<number> {
  const all = JSON.stringify({ filter: {}, again: false, ...parameters });
  const [run] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, parameters) VALUES (${project.id}, 'verify', ${all}::jsonb) RETURNING id`;
  return run.id;
}

async function execute(runId: number, handler: Handler = verifyHandler) {
  await executeRun(runId, new Map([[handler.kind, handler]]));
  const [run] = await sql()`SELECT state, done, total, counts, result, attempt FROM run WHERE id = ${runId}`;
  return run;
}

async function stored() {
  return sql()<
    {
      id: number;
      verdict: string | null;
      executionOutcome: string | null;
      wrongSteps: number | null;
      verifiedAt: string | null;
      verdictReason: string | null;
      execution: unknown;
    }[]
  >`
    SELECT id, verdict, verdict_reason, execution_outcome, wrong_steps, verified_at, execution FROM path
    WHERE project_id = ${project.id} ORDER BY id`;
}

async function logOf(runId: number): Promise<string[]> {
  const log = await sql()<
    { message: string }[]
  >`SELECT message FROM run_log WHERE run_id = ${runId} ORDER BY id`;
  return log.map(({ message }) => message);
}

/** The handler, with something that happens once its progress has been written with this many paths done. */
function at(done: number, happens: () => Promise<void>): Handler {
  return {
    kind: "verify",
    work: (run: RunHandle) =>
      verifyHandler.work({
        ...run,
        async progress(progress) {
          await run.progress(progress);
          if (progress.done === done) await happens();
        },
      }),
  };
}

describe("a verify run", () => {
  test("gives each path its verdict, its execution and its wrong steps, and counts them", async () => {
    expect(await execute(await newRun())).toMatchObject({
      state: "done",
      done: PATHS,
      total: PATHS,
      counts: counted,
      result: counted,
    });
    for (const [n, path] of (await stored()).entries()) {
      const kind = KINDS[n % 5];
      expect(path).toMatchObject({
        verdict: kind?.verdict,
        executionOutcome: kind?.execution,
        wrongSteps: kind?.wrong,
      });
      expect(path.verifiedAt).not.toBeNull();
      expect(path.execution === null).toBe(kind?.execution === null);
    }
  });

  test("verifies what its filter names and nothing else, also where verifying changes what the filter is about", async () => {
    expect(await execute(await newRun({ filter: { kind: "cot", model: "even" } }))).toMatchObject({
      total: PATHS / 5,
    });
    const first = await stored();
    expect(first.filter(({ verifiedAt }) => verifiedAt !== null)).toHaveLength(PATHS / 5);
    expect(await execute(await newRun({ filter: { verdict: "unchecked", kind: "cot" } }))).toMatchObject({
      done: PATHS / 5,
      total: PATHS / 5,
    });
    const second = await stored();
    expect(second.slice(0, 1)).toEqual(first.slice(0, 1));
    expect(second.filter(({ verifiedAt }) => verifiedAt !== null)).toHaveLength((2 * PATHS) / 5);
  });

  test("leaves what is verified alone, unless it is asked to verify again", async () => {
    await sql()`UPDATE path SET verified_at = '2026-01-01Z', verdict = 'unverifiable' WHERE project_id = ${project.id} AND id % 2 = 0`;
    expect(await execute(await newRun())).toMatchObject({ total: PATHS / 2 });
    expect((await stored()).filter(({ verdict }) => verdict === "unverifiable")).toHaveLength(PATHS / 2);
    expect(await execute(await newRun({ again: true }))).toMatchObject({ total: PATHS, counts: counted });
  });

  test("goes on where it stopped when its worker is killed, and runs nothing twice", async () => {
    const runId = await newRun({ again: true });
    const shown = vi.spyOn(console, "error").mockReturnValue();
    const killed = at(80, () => Promise.reject(new Error("the worker was killed")));
    await expect(execute(runId, killed)).rejects.toThrow("the worker was killed");
    expect(shown).toHaveBeenCalledOnce();
    const before = (await stored()).filter(({ verifiedAt }) => verifiedAt !== null);
    expect(before).toHaveLength(80);
    expect(await execute(runId)).toMatchObject({ state: "done", attempt: 2, done: PATHS, counts: counted });
    expect((await stored()).slice(0, 80)).toEqual(before);
  });

  test("that is cancelled stops where it is, and keeps what it has written", async () => {
    await fill(project, [[code("while True: pass")], [code("print(5)")]]);
    const runId = await newRun();
    const cancel = at(PATHS, async () => {
      setImmediate(
        () => void sql()`UPDATE run SET cancel_requested_at = now() WHERE id = ${runId}`.execute(),
      );
    });
    expect(await execute(runId, cancel)).toMatchObject({ state: "cancelled" });
    const verified = (await stored()).map(({ verifiedAt }) => verifiedAt !== null);
    expect(verified).toEqual([...Array.from({ length: PATHS }, () => true), false, false]);
  });

  test("of a project without paths is done at once", async () => {
    await sql()`DELETE FROM path WHERE project_id = ${project.id}`;
    expect(await execute(await newRun())).toMatchObject({ state: "done", done: 0, total: 0 });
  });
});

describe("a path that can't be verified", () => {
  test("because Python isn't there stays as it is, and the log says so once; the others are verified", async () => {
    await closeSandbox();
    vi.stubEnv("LEMMA_SANDBOX_URL", "http://127.0.0.1:9");
    const runId = await newRun();
    expect(await execute(runId)).toMatchObject({
      state: "done",
      done: PATHS,
      counts: { correct: PATHS / 5, incorrect: PATHS / 5, error: 0, failed: 0, unavailable: (3 * PATHS) / 5 },
    });
    await closeSandbox();
    for (const [n, path] of (await stored()).entries()) {
      expect(path.verifiedAt !== null).toBe(KINDS[n % 5]?.execution === null);
      if (path.verifiedAt === null)
        expect(path).toMatchObject({ verdict: null, execution: null, wrongSteps: null });
    }
    const log = await logOf(runId);
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/stay unverified/);
  });

  test("because a rule breaks on it is in error, with a line in the log, and spoils no other", async () => {
    await sql()`UPDATE path SET segments = '[{"type": "text"}]' WHERE project_id = ${project.id} AND id = (
      SELECT min(id) + 7 FROM path WHERE project_id = ${project.id})`;
    const runId = await newRun();
    const run = await execute(runId);
    expect(run).toMatchObject({ state: "done", done: PATHS, counts: { error: PATHS / 5 + 1 } });
    expect(await logOf(runId)).toEqual([expect.stringMatching(/^Path \d+\/7: Verifying this path failed/)]);
    expect((await stored()).filter(({ verifiedAt }) => verifiedAt === null)).toEqual([]);
  });
});

test("what a program prints is stored as the database can hold it, and bounded", async () => {
  await sql()`DELETE FROM path WHERE project_id = ${project.id}`;
  await fill(project, [
    [code("print('a\\0b' + '\\ud83d')"), output("a\0b".replace("\0", "")), text("A: 5")],
    [code("print('x' * 10_000_000)"), text("A: 5")],
  ]);
  expect(await execute(await newRun())).toMatchObject({
    state: "done",
    counts: { correct: 2, unavailable: 0 },
  });
  const paths = await stored();
  expect(JSON.stringify(paths[0]?.execution)).not.toContain("\\u0000");
  expect(JSON.stringify(paths[1]?.execution).length).toBeLessThan(100_000);
});

test("a check leaves what is verified alone, however it is asked", async () => {
  await execute(await newRun());
  const before = await stored();
  const [check] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, parameters) VALUES (${project.id}, 'check', '{"scope": "all"}') RETURNING id`;
  expect(await execute(check.id, checkHandler)).toMatchObject({ state: "done", total: 0 });
  expect(await stored()).toEqual(before);
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import type { Handler, RunHandle } from "#lib/jobs/job.ts";
import type { CheckScope } from "../jobs.ts";
import { checkHandler } from "./check.ts";

testDatabase();

const PATHS = 900;

let project: TestProject;

/** Three problems with the reference answers 0, 1 and none; path n says n % 2 and belongs to problem n % 3. */
async function fill(into: TestProject, paths: number): Promise<void> {
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${into.id}, 'p' || n, 'Problem ' || n, n, CASE WHEN n < 2 THEN n::text END FROM generate_series(0, 2) AS n`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash)
    SELECT ${into.id}, problem.id, 't' || n, 'cot',
      jsonb_build_array(jsonb_build_object('type', 'text', 'content', 'The answer is ' || n % 2 || '.')), n
    FROM generate_series(0, ${paths - 1}) AS n JOIN problem ON project_id = ${into.id} AND problem.key = 'p' || n % 3
    ORDER BY n`;
}

const expected = { correct: PATHS / 3, incorrect: PATHS / 3, unverifiable: PATHS / 3, error: 0 };

beforeEach(async () => {
  project = await emptyProject();
  await fill(project, PATHS);
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function newRun(scope: CheckScope): Promise<number> {
  const [run] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, parameters) VALUES (${project.id}, 'check', ${sql().json({ scope })}) RETURNING id`;
  return run.id;
}

async function execute(runId: number, handler: Handler = checkHandler) {
  await executeRun(runId, new Map([["check", handler]]));
  return readRun(runId);
}

async function readRun(id: number) {
  const [run] = await sql()`SELECT state, done, total, counts, result, attempt FROM run WHERE id = ${id}`;
  return run;
}

interface StoredPath {
  id: number;
  verdict: string | null;
  verdictMethod: string | null;
  verdictReason: string | null;
  answer: string | null;
  answerRule: string | null;
  checkedAt: string | null;
}

async function stored(of = project): Promise<StoredPath[]> {
  return sql()<StoredPath[]>`
    SELECT id, verdict, verdict_method, verdict_reason, answer, answer_rule, checked_at
    FROM path WHERE project_id = ${of.id} ORDER BY id`;
}

/** The handler, with something that happens after its progress has been written for the nth time. */
function after(nth: number, happens: (run: RunHandle) => Promise<void>): Handler {
  return {
    kind: "check",
    work: (run) => {
      let calls = 0;
      return checkHandler.work({
        ...run,
        async progress(progress) {
          await run.progress(progress);
          calls += 1;
          if (calls === nth) await happens(run);
        },
      });
    },
  };
}

/** Ends the handler as a worker's death does: nothing after this point happens. */
const die = () => Promise.reject(new Error("the worker was killed"));

async function executeAndDie(runId: number): Promise<void> {
  const shown = vi.spyOn(console, "error").mockReturnValue();
  await expect(execute(runId, after(3, die))).rejects.toThrow("the worker was killed");
  expect(shown).toHaveBeenCalledOnce();
}

describe("a check of unchecked paths", () => {
  test("gives each path a verdict with answer, rule, method and reason, and counts them", async () => {
    const run = await execute(await newRun("unchecked"));
    expect(run).toMatchObject({
      state: "done",
      done: PATHS,
      total: PATHS,
      counts: expected,
      result: expected,
    });
    const paths = await stored();
    // By problem (reference 0, 1, none) and answer (0, 1).
    expect(paths.slice(0, 6).map(({ verdict, answer }) => [verdict, answer])).toEqual([
      ["correct", "0"],
      ["correct", "1"],
      ["unverifiable", "0"],
      ["incorrect", "1"],
      ["incorrect", "0"],
      ["unverifiable", "1"],
    ]);
    for (const path of paths) {
      expect(path.checkedAt).not.toBeNull();
      expect(path.answerRule).not.toBeNull();
      expect(path.verdictReason).not.toBe("");
      expect(path.verdictMethod === null).toBe(path.verdict === "unverifiable");
    }
  });

  test("leaves checked paths and other projects alone", async () => {
    const other = await emptyProject();
    await fill(other, 10);
    await sql()`UPDATE path SET verdict = 'error', checked_at = '2026-01-01Z' WHERE project_id = ${project.id} AND key IN ('t0', 't500')`;
    expect(await execute(await newRun("unchecked"))).toMatchObject({ total: PATHS - 2, done: PATHS - 2 });
    expect((await stored()).filter(({ verdict }) => verdict === "error")).toHaveLength(2);
    expect((await stored(other)).every(({ verdict }) => verdict === null)).toBe(true);
  });

  test("goes on where it stopped when its worker is killed", async () => {
    const runId = await newRun("unchecked");
    await executeAndDie(runId);
    const before = (await stored()).filter(({ verdict }) => verdict !== null);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(PATHS);
    expect(await execute(runId)).toMatchObject({
      state: "done",
      attempt: 2,
      done: PATHS,
      total: PATHS,
      counts: expected,
    });
    expect((await stored()).slice(0, before.length)).toEqual(before);
  });

  test("stops between two batches when it is cancelled, and keeps what it has written", async () => {
    let time = 0;
    // Progress is written a few times a second; in this test every time.
    vi.spyOn(performance, "now").mockImplementation(() => (time += 1000));
    const runId = await newRun("unchecked");
    const run = await execute(
      runId,
      after(
        2,
        async () => void (await sql()`UPDATE run SET cancel_requested_at = now() WHERE id = ${runId}`),
      ),
    );
    expect(run).toMatchObject({ state: "cancelled", total: PATHS });
    const checked = (await stored()).filter(({ verdict }) => verdict !== null).length;
    expect(checked).toBe(run?.["done"]);
    expect(checked).toBeGreaterThan(0);
    expect(checked).toBeLessThan(PATHS);
  });

  test("of a project without paths is done at once", async () => {
    await sql()`DELETE FROM path WHERE project_id = ${project.id}`;
    expect(await execute(await newRun("unchecked"))).toMatchObject({ state: "done", done: 0, total: 0 });
  });
});

describe("a check of all paths", () => {
  test("checks again what was checked before it began", async () => {
    await sql()`UPDATE path SET verdict = 'error', answer = 'old', checked_at = '2026-01-01Z' WHERE project_id = ${project.id} AND id % 2 = 0`;
    expect(await execute(await newRun("all"))).toMatchObject({ done: PATHS, total: PATHS, counts: expected });
    expect((await stored()).filter(({ answer }) => answer === "old")).toEqual([]);
  });

  test("doesn't check anything twice when its worker is killed", async () => {
    await execute(await newRun("unchecked"));
    await sql()`UPDATE path SET checked_at = '2026-01-01Z', answer = 'old' WHERE project_id = ${project.id}`;
    const runId = await newRun("all");
    await executeAndDie(runId);
    const before = (await stored()).filter(({ answer }) => answer !== "old");
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(PATHS);
    expect(await execute(runId)).toMatchObject({
      state: "done",
      attempt: 2,
      done: PATHS,
      total: PATHS,
      counts: expected,
    });
    const now = await stored();
    expect(now.slice(0, before.length)).toEqual(before);
    expect(now.filter(({ answer }) => answer === "old")).toEqual([]);
  });
});

describe("what is stored of a path", () => {
  test("is bounded, however long its answer is", async () => {
    await sql()`UPDATE path SET stated_answer = ${"x1 ".repeat(3000)} WHERE project_id = ${project.id} AND key = 't0'`;
    await execute(await newRun("unchecked"));
    const [path] = await stored();
    expect(path?.answer).toHaveLength(2000);
    expect(path?.verdictReason?.length).toBeLessThanOrEqual(1000);
  });

  test("is no answer where the model was cut off before it declared one", async () => {
    await sql()`UPDATE path SET meta = '{"finish_reason": "length"}' WHERE project_id = ${project.id} AND key IN ('t0', 't3')`;
    await sql()`UPDATE path SET segments = '[{"type": "text", "content": "The answer is 0"}]'
      WHERE project_id = ${project.id} AND key IN ('t0', 't6')`;
    await execute(await newRun("unchecked"));
    const paths = await stored();
    expect([0, 3, 6].map((n) => paths[n]?.verdict)).toEqual(["error", "incorrect", "correct"]);
  });

  test("says that SymPy may know more, where the rules leave a doubt to it", async () => {
    await sql()`UPDATE problem SET answer = '\ln(x^2+1)+\ln 2' WHERE project_id = ${project.id} AND key = 'p0'`;
    await sql()`UPDATE path SET stated_answer = '\ln(2x^2+2)' WHERE project_id = ${project.id} AND key = 't0'`;
    await execute(await newRun("unchecked"));
    const [path] = await stored();
    expect(path?.verdict).toBe("unverifiable");
    expect(path?.verdictReason).toMatch(/; verifying asks SymPy$/);
  });

  test("is an error, with a line in the log, where checking breaks; the others are checked all the same", async () => {
    await sql()`UPDATE path SET segments = '[{"type": "text"}]' WHERE project_id = ${project.id} AND key = 't7'`;
    const runId = await newRun("unchecked");
    expect(await execute(runId)).toMatchObject({ state: "done", done: PATHS, counts: { error: 1 } });
    expect((await stored()).filter(({ verdict }) => verdict === null)).toEqual([]);
    const log = await sql()<
      { level: string; message: string }[]
    >`SELECT level, message FROM run_log WHERE run_id = ${runId}`;
    expect([...log]).toEqual([{ level: "error", message: expect.stringMatching(/^Path t7: /) }]);
  });
});

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { compareAnswers } from "#lib/answers/equal.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, sha256, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { segmentText } from "#lib/formats/segments.ts";
import { executeRun } from "#lib/jobs/execute.ts";
import type { Handler, RunHandle } from "#lib/jobs/job.ts";
import { askProgram } from "#lib/python/ask-program.ts";
import { closeSandbox, sandbox } from "#lib/python/process-sandbox.ts";
import { lastProblem } from "../store/known-texts.ts";
import { varyHandler } from "./vary.ts";

testDatabase();
vi.setConfig({ testTimeout: 180_000 });
afterAll(closeSandbox);

interface Seed {
  text: string;
  answer: string | null;
  solution: string | null;
  split?: "train" | "test";
  origin?: "seed" | "generated";
}

async function add(project: TestProject, seeds: readonly Seed[]): Promise<number[]> {
  const ids: number[] = [];
  for (const { text, answer, solution, split = "train", origin = "seed" } of seeds) {
    const [row] = await sql()<[{ id: number }]>`
      INSERT INTO problem (project_id, key, text, text_hash, answer, solution, split, origin)
      VALUES (${project.id}, ${`k-${sha256(text).slice(0, 12)}`}, ${text}, ${sha256(text)}, ${answer}, ${solution},
        ${split}, ${origin}) RETURNING id`;
    ids.push(row.id);
  }
  return ids;
}

async function start(project: TestProject, wish: object = {}): Promise<number> {
  const parameters = { lastProblem: await lastProblem(project.id), ...wish };
  const [run] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind, parameters)
    VALUES (${project.id}, 'vary', ${JSON.stringify(parameters)}::jsonb) RETURNING id`;
  return run.id;
}

async function execute(runId: number, handler: Handler = varyHandler) {
  await executeRun(runId, new Map([[handler.kind, handler]]));
  const [run] = await sql()`SELECT state, counts, result, done, total, error FROM run WHERE id = ${runId}`;
  return run;
}

interface Row {
  slot: number;
  place: number;
  text: string;
  answer: string | null;
  solution: string | null;
  state: string;
  reason: string | null;
  detail: string | null;
  parents: string[];
  values: Record<string, number>;
  rougeL: number | null;
  lcs: number | null;
  jaccardWords: number | null;
  jaccardChars: number | null;
}

async function candidates(runId: number) {
  return sql()<Row[]>`
    SELECT slot, place, text, answer, solution, state, reason, detail, parents, "values", rouge_l, lcs, jaccard_words,
      jaccard_chars
    FROM candidate WHERE run_id = ${runId} ORDER BY slot, place`;
}

const program = (code: string) => `\`\`\`python\n${code}\n\`\`\``;
const APPLES: Seed = {
  text: "Ada has 17 apples and gives 5 to each of her 3 friends. How many apples are left?",
  answer: "2",
  solution: program("apples = 17\neach = 5\nfriends = 3\nleft = apples - each * friends\nprint(left)"),
};
const SHARES: Seed = {
  text: "A bag of 48 nuts is shared by 6 squirrels. How many nuts does each squirrel get?",
  answer: "8",
  solution: program("nuts = 48\nsquirrels = 6\nshare = nuts / squirrels\nprint(share)"),
};

describe("a variation run over the demo's seeds", () => {
  let project: TestProject;
  let rows: Row[];
  let run: Awaited<ReturnType<typeof execute>>;

  beforeAll(async () => {
    project = await emptyProject();
    const demo = readFileSync("prisma/demo/problems.jsonl", "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    await add(
      project,
      demo.map((one) => ({ ...one, text: one.problem })),
    );
    const runId = await start(project);
    run = await execute(runId);
    rows = await candidates(runId);
  }, 180_000);

  test("accepts at least 60 variants of at least 15 seeds, and makes instructions of them", async () => {
    const accepted = rows.filter(({ state }) => state === "accepted");
    expect(accepted.length).toBeGreaterThanOrEqual(60);
    expect(new Set(accepted.map(({ slot }) => slot)).size).toBeGreaterThanOrEqual(15);
    const [made] = await sql()`SELECT count(*)::int FROM problem
      WHERE project_id = ${project.id} AND origin = 'generated' AND split = 'train' AND cardinality(parents) = 1
        AND id > ${rows[0]?.slot ?? 0} AND id IN (SELECT problem_id FROM candidate WHERE project_id = ${project.id})`;
    expect(made).toEqual({ count: accepted.length });
    expect(run).toMatchObject({
      state: "done",
      error: null,
      counts: { accepted: accepted.length, dropped: rows.length - accepted.length },
    });
  });

  test("gives each its program as a solution, which gives its answer, and the nearest by all measures", async () => {
    const accepted = rows.filter(({ state }) => state === "accepted");
    for (const { solution, answer, rougeL, lcs, jaccardWords, jaccardChars, values } of accepted) {
      const blocks = segmentText(solution ?? "")
        .filter(({ type }) => type === "code")
        .map(({ content }) => content);
      const { stdout } = await askProgram(sandbox, { blocks });
      expect(compareAnswers(answer ?? "", stdout.trim()).outcome).toBe("equal");
      expect([rougeL, lcs, jaccardWords, jaccardChars].every((score) => score !== null)).toBe(true);
      expect(Object.keys(values).length).toBeGreaterThan(0);
    }
  });

  test("says of each that is dropped why, in words", () => {
    const dropped = rows.filter(({ state }) => state === "dropped");
    expect(dropped.length).toBeGreaterThan(0);
    for (const { reason, detail } of dropped) {
      expect([
        "negative",
        "fractional",
        "same_answer",
        "program_failed",
        "duplicate",
        "contamination",
      ]).toContain(reason);
      expect(detail).toMatch(/\.$/);
    }
  });
});

describe("a variation run", () => {
  test("refuses what has no sense, and counts it by reason", async () => {
    const project = await emptyProject();
    await add(project, [APPLES, SHARES]);
    const runId = await start(project, { perSeed: 1000, tries: 60 });
    const run = await execute(runId);
    const rows = await candidates(runId);
    expect(rows.some(({ reason }) => reason === "negative")).toBe(true);
    expect(rows.some(({ reason }) => reason === "fractional")).toBe(true);
    for (const { text, answer, state } of rows.filter((row) => row.state === "accepted")) {
      const [a = 0, b = 0, c = 0] = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
      expect(Number(answer), `${state}: ${text}`).toBe(text.startsWith("Ada") ? a - b * c : a / b);
      expect(Number(answer)).toBeGreaterThan(0);
    }
    const reasons = Map.groupBy(
      rows.filter(({ state }) => state === "dropped"),
      ({ reason }) => reason,
    );
    for (const [reason, of] of reasons) expect(run?.["counts"][reason ?? ""]).toBe(of.length);
  });

  test("varies no seed of the test split, no instruction, and none whose program gives another answer", async () => {
    const project = await emptyProject();
    const wrong = { ...SHARES, answer: "9" };
    const ids = await add(project, [
      { ...APPLES, split: "test" },
      wrong,
      { ...APPLES, text: `${APPLES.text} Say why.`, origin: "generated" },
      { ...APPLES, text: `${APPLES.text} Think.`, solution: "There are 2 left." },
    ]);
    const runId = await start(project, { gates: { contamination: 1 } });
    expect(await execute(runId)).toMatchObject({
      state: "done",
      counts: { accepted: 0, dropped: 0, seeds: 1 },
    });
    expect(await candidates(runId)).toEqual([]);
    const slots = await sql()`SELECT slot, fault FROM generation_slot WHERE run_id = ${runId}`;
    expect(slots).toEqual([
      { slot: ids[1], fault: expect.stringMatching(/doesn't give its reference answer/) },
    ]);
  });

  test("drops what is near to a problem of the test split", async () => {
    const project = await emptyProject();
    await add(project, [APPLES, { ...APPLES, text: APPLES.text.replace("17", "18"), split: "test" }]);
    const runId = await start(project, { tries: 5 });
    await execute(runId);
    const reasons = new Set((await candidates(runId)).map(({ reason }) => reason));
    expect(reasons.has("contamination")).toBe(true);
    expect(reasons.has(null)).toBe(false);
  });

  test("tries the same values again as a run with the same seed, and goes past what the project has by now", async () => {
    const project = await emptyProject();
    await add(project, [APPLES]);
    const [first, second] = [await start(project, { perSeed: 4 }), await start(project, { perSeed: 4 })];
    await execute(first);
    await execute(second);
    const [one, other] = [await candidates(first), await candidates(second)];
    expect(one.map(({ values }) => values)).toEqual(other.map(({ values }) => values));
    const third = await start(project, { perSeed: 4 });
    await execute(third);
    const rows = await candidates(third);
    expect(rows.filter(({ reason }) => reason === "duplicate")).toHaveLength(4);
    expect(rows.filter(({ state }) => state === "accepted")).toHaveLength(4);
  });

  test("that is killed goes on where it was, and ends as one that wasn't", async () => {
    const seeds = [APPLES, SHARES, { ...APPLES, text: APPLES.text.replace("apples", "plums") }];
    const outcomes: unknown[] = [];
    for (const killed of [false, true]) {
      const project = await emptyProject();
      // The values depend on the problems' numbers, so both projects have the same ones in turn.
      await sql()`SELECT setval(pg_get_serial_sequence('problem', 'id'), 5000)`;
      const ids = await add(project, seeds);
      const runId = await start(project);
      if (killed) {
        const shown = vi.spyOn(console, "error").mockReturnValue();
        for (const at of [1, 2]) await expect(execute(runId, dyingAt(at))).rejects.toThrow("killed");
        shown.mockRestore();
      }
      await execute(runId);
      outcomes.push((await candidates(runId)).map((row) => ({ ...row, slot: ids.indexOf(row.slot) })));
      await sql()`DELETE FROM project WHERE id = ${project.id}`;
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
  });
});

/** The handler, whose worker dies once it has told that so many seeds are done. */
function dyingAt(done: number): Handler {
  return {
    kind: "vary",
    work: (run: RunHandle) =>
      varyHandler.work({
        ...run,
        async progress(progress) {
          await run.progress(progress);
          if (progress.done === done) throw new Error("the worker was killed");
        },
      }),
  };
}

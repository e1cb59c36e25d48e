import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { hardSummary as summaryShape } from "../../contract/hard.ts";
import { type HardRule, hardRule } from "../../contract.ts";
import { refreshHardness } from "./refresh.ts";
import { setHardRule } from "./set-rule.ts";
import { hardSummary, previewHard } from "./summary.ts";

testDatabase();

interface Sample {
  verdict: "correct" | "incorrect" | "error" | "unverifiable" | null;
  critique?: number | null;
  copies?: number;
  flaw?: "truncated" | "refused" | null;
  model?: string | null;
}

let project: TestProject;

beforeEach(async () => {
  project = await emptyProject();
});

async function newProblem(samples: readonly Sample[]): Promise<number> {
  const [{ id }] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash)
    VALUES (${project.id}, ${crypto.randomUUID()}, 'What?', ${crypto.randomUUID()}) RETURNING id`;
  const usual = { model: "m", copies: 1, flaw: null, critique: null };
  const rows = samples.map((sample, place) => ({ ...usual, ...sample, place }));
  await sql()`
    WITH row AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS row(verdict verdict, critique float, copies int, flaw path_flaw, model text, place int)
    ), made AS (
      INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, model, verdict, copies, flaw)
      SELECT ${project.id}, ${id}, ${id} || '/' || place, 'cot', '[]', place, model, verdict, copies, flaw FROM row
      RETURNING id, content_hash
    )
    INSERT INTO score (project_id, path_id, scorer, kind, value)
    SELECT ${project.id}, made.id, 'judge v1', 'critique', critique
    FROM made JOIN row ON row.place::text = made.content_hash WHERE critique IS NOT NULL`;
  return id;
}

const refresh = () => sql().begin((tx) => refreshHardness(tx, project.id, null));

async function hardness(problemId: number) {
  const [row] = await sql()`SELECT counted, failed, is_hard FROM hardness WHERE problem_id = ${problemId}`;
  return row ?? null;
}

const rule = (part: Partial<HardRule> = {}): HardRule => hardRule.parse(part);
const times = (count: number, sample: Sample): Sample[] => Array.from({ length: count }, () => sample);

test("a problem is hard when the rule's share of its samples fails, copies counted, and not below it", async () => {
  const half = await newProblem([{ verdict: "incorrect", copies: 2 }, ...times(2, { verdict: "correct" })]);
  const less = await newProblem([{ verdict: "error" }, ...times(2, { verdict: "correct" })]);
  const few = await newProblem(times(2, { verdict: "incorrect" }));
  await refresh();
  expect(await hardness(half)).toEqual({ counted: 4, failed: 2, isHard: true });
  expect(await hardness(less)).toEqual({ counted: 3, failed: 1, isHard: false });
  expect(await hardness(few)).toEqual({ counted: 2, failed: 2, isHard: false });
});

test("flawed, unchecked, unverifiable and people's paths count for nothing", async () => {
  const id = await newProblem([
    { verdict: "incorrect", flaw: "truncated" },
    { verdict: "unverifiable", flaw: "refused" },
    { verdict: "unverifiable" },
    { verdict: null },
    { verdict: "incorrect", model: null },
  ]);
  await refresh();
  expect(await hardness(id)).toBeNull();
});

test("a low critique fails a path whatever its verdict, once the rule names its scorer", async () => {
  const id = await newProblem([
    { verdict: "correct", critique: 2 },
    { verdict: "unverifiable", critique: 3 },
    { verdict: "correct", critique: 9 },
  ]);
  await refresh();
  expect(await hardness(id)).toEqual({ counted: 2, failed: 0, isHard: false });
  await setHardRule(project.as("lead"), rule({ scorer: "judge v1" }));
  expect(await hardness(id)).toEqual({ counted: 3, failed: 2, isHard: true });
});

test("a rule can't name a scorer that has given no critique", async () => {
  await expect(setHardRule(project.as("lead"), rule({ scorer: "nobody" }))).rejects.toMatchObject({
    code: "invalid_input",
    place: { field: "rule.scorer" },
  });
});

test("each count that differs from the one before is a point of the series, and what is gone leaves it", async () => {
  const id = await newProblem(times(3, { verdict: "incorrect" }));
  await newProblem(times(3, { verdict: "correct" }));
  await refresh();
  await refresh();
  await sql()`UPDATE path SET verdict = 'correct' WHERE problem_id = ${id}`;
  await refresh();
  await sql()`DELETE FROM path WHERE problem_id = ${id}`;
  await refresh();
  const found = await hardSummary(project.as("curator"));
  expect(summaryShape.parse(found)).toEqual(found);
  expect(found.series.map(({ judged, hard, meanShare }) => [judged, hard, meanShare])).toEqual([
    [2, 1, 0.5],
    [2, 0, 0],
    [1, 0, 0],
  ]);
  expect(found).toMatchObject({ judged: 1, hard: 0, problems: 2, shares: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
});

test("a preview finds what the rule would find, and changes nothing", async () => {
  await newProblem([...times(3, { verdict: "incorrect" }), ...times(7, { verdict: "correct" })]);
  await refresh();
  const strict = rule({ share: 0.3 });
  expect(await previewHard(project.as("lead"), strict)).toEqual({ judged: 1, hard: 1 });
  expect((await hardSummary(project.as("lead"))).hard).toBe(0);
  await setHardRule(project.as("lead"), strict);
  expect((await hardSummary(project.as("lead"))).hard).toBe(1);
});

test("counting in the database agrees with counting by hand", async () => {
  const verdicts = ["correct", "incorrect", "error", "unverifiable", null] as const;
  const sample = fc.record({
    verdict: fc.constantFrom(...verdicts),
    critique: fc.option(fc.integer({ min: 1, max: 10 })),
    copies: fc.integer({ min: 1, max: 3 }),
    flaw: fc.constantFrom(null, null, null, "truncated" as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(sample, { maxLength: 8 }), async (samples) => {
      project = await emptyProject();
      const id = await newProblem(samples);
      const wanted = rule({ least: 1, scorer: "judge v1", critiqueAtMost: 4 });
      await sql()`UPDATE project SET hard_rule = ${JSON.stringify(wanted)}::jsonb WHERE id = ${project.id}`;
      await refresh();
      const sum = (of: typeof samples) => of.reduce((total, { copies }) => total + copies, 0);
      const counts = samples.filter(
        ({ verdict, critique, flaw }) =>
          flaw === null &&
          (critique === null
            ? verdict !== null && verdict !== "unverifiable"
            : verdict !== null || critique !== null),
      );
      const failing = counts.filter(
        ({ verdict, critique }) =>
          verdict === "incorrect" || verdict === "error" || (critique !== null && critique <= 4),
      );
      const counted = sum(counts);
      const expected =
        counted === 0 ? null : { counted, failed: sum(failing), isHard: sum(failing) >= 0.5 * counted };
      expect(await hardness(id)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

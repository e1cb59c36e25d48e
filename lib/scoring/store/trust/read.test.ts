import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import type { TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { trust } from "../../contract/trust.ts";
import { judge, pathsProject } from "../../handlers/testing/judged-project.ts";
import { isHeldOut } from "../../trained/split.ts";
import { gradePath } from "../grade.ts";
import { makeScorer, writeScores } from "../scorer-rows.ts";
import { readTrust } from "./read.ts";

testDatabase();

let project: TestProject;
let ids: Map<string, number>;

beforeEach(async () => {
  project = await pathsProject(6, 4);
  const rows = await sql()<
    { key: string; id: number }[]
  >`SELECT key, id FROM path WHERE project_id = ${project.id}`;
  ids = new Map(rows.map(({ key, id }) => [key, id]));
  await sql()`UPDATE path SET verdict = (CASE WHEN key LIKE '%/1' THEN 'correct' WHEN key LIKE '%/2' THEN 'incorrect'
    WHEN key LIKE '%/3' THEN 'unverifiable' END)::verdict WHERE project_id = ${project.id}`;
});

const idOf = (key: string) => ids.get(key) ?? 0;

async function scorerWith(
  values: Record<string, number>,
  kind: "critique" | "reward" = "critique",
  source: "critique" | "trained" | "compare" | "judged" = "critique",
  settings: Record<string, unknown> = {},
) {
  const owner = { projectId: project.id, createdById: null };
  const scorer = await sql().begin((tx) => makeScorer(tx, owner, { title: "Judge", kind, source, settings }));
  const scores = Object.entries(values).map(([key, value]) => ({ pathId: idOf(key), value }));
  await writeScores(project.id, scorer, scores);
  return { ...scorer, trust: () => readTrust(project.as("curator"), { scorer: scorer.name, kind }) };
}

test("a critique is measured against verdicts, without the paths that are cut off", async () => {
  const scorer = await scorerWith({ "1/1": 9, "1/2": 3, "1/3": 5, "1/4": 6, "2/1": 4, "2/2": 4, "3/2": 10 });
  await sql()`UPDATE path SET flaw = 'truncated' WHERE id = ${idOf("3/2")}`;
  const found = await scorer.trust();
  expect(trust.parse(found)).toEqual(found);
  expect(found).toMatchObject({
    scored: 6,
    verdicts: {
      pairAccuracy: { value: 0.75, n: 2, why: null },
      auc: { value: 3.5 / 4, n: 4 },
      meanError: { value: 3 },
    },
    position: null,
  });
  expect(found.confusion[5]).toMatchObject({ from: 6, to: 6, unchecked: 1 });
});

test("judgements and other people's grades are what people say", async () => {
  const scorer = await scorerWith({ "1/1": 9, "1/2": 3, "1/3": 5, "2/1": 7 });
  await judge(project, [
    { problem: 1, first: 1, second: 2, answer: "first" },
    { problem: 1, first: 1, second: 3, answer: "second" },
    { problem: 1, first: 2, second: 3, answer: "both_bad" },
    { problem: 1, first: 2, second: 3, answer: "skip" },
    { problem: 1, first: 1, second: 2, answer: "second", undone: true },
    { problem: 1, first: 1, second: 4, answer: "second" },
  ]);
  await gradePath(project.as("curator"), { path: idOf("1/1"), value: 8, rationale: null });
  await gradePath(project.as("curator"), { path: idOf("1/2"), value: 3, rationale: null });
  const { people } = await scorer.trust();
  expect(people.pairAccuracy).toMatchObject({ value: 0.5, n: 2 });
  expect(people.kappa.n).toBe(3);
  expect(people.grades).toMatchObject({ spearman: { value: 1, n: 2 }, meanError: { value: 0.5, n: 2 } });
  const own = await readTrust(project.as("curator"), { scorer: "Someone (person)", kind: "critique" });
  expect(own.scored).toBe(2);
  expect(own.people.grades.meanError).toMatchObject({ value: null, n: 0 });
});

test("of a trained scorer only the problems count that its training held out", async () => {
  const keys = [1, 2, 3, 4, 5, 6].flatMap((problem) => [`${problem}/1`, `${problem}/2`]);
  const values = Object.fromEntries(keys.map((key) => [key, key.endsWith("1") ? 8 : 2]));
  const settings = { seed: 7, heldOut: 0.5 };
  const scorer = await scorerWith(values, "critique", "trained", settings);
  const problems = await sql()<{ id: number }[]>`SELECT id FROM problem WHERE project_id = ${project.id}`;
  const held = problems.filter(({ id }) => isHeldOut(id, settings.seed, settings.heldOut)).length;
  const found = await scorer.trust();
  expect(found.scored).toBe(12);
  expect(found.verdicts.pairAccuracy.n).toBe(held);
  expect(found.confusion[7]?.correct).toBe(held);
});

test("of many scores whole problems are looked at, and the figures say so", async () => {
  const keys = [1, 2, 3, 4, 5, 6].flatMap((problem) => [`${problem}/1`, `${problem}/2`]);
  const scorer = await scorerWith(Object.fromEntries(keys.map((key, at) => [key, 1 + (at % 10)])));
  await sql()`UPDATE path SET segments = '[{"type": "text", "content": "Long, long, long, long, long."}]'
    WHERE project_id = ${project.id} AND key LIKE '%/1'`;
  const asked = { scorer: scorer.name, kind: "critique" } as const;
  const found = await readTrust(project.as("curator"), asked, { mostScores: 5, mostTexts: 3 });
  expect(found.verdicts.pairAccuracy).toMatchObject({ n: 3, why: expect.stringContaining("6 of 12 scores") });
  expect(found.length.spearman).toMatchObject({ n: 4, why: expect.stringContaining("4 of 12 scores") });
});

test("length is counted in words of what was written, not of what a program put out", async () => {
  const scorer = await scorerWith({ "1/1": 3, "1/4": 8 }, "reward");
  await sql()`UPDATE path SET verdict = 'correct',
    segments = '[{"type": "code", "content": "print(2)"}, {"type": "output", "content": "a b c d e f g h i j k"}]'
    WHERE id = ${idOf("1/1")}`;
  await sql()`UPDATE path SET verdict = 'correct' WHERE id = ${idOf("1/4")}`;
  const { length } = await scorer.trust();
  expect(length.longerWins).toMatchObject({ value: 1, n: 1 });
});

test("a scorer that compares shows how often sides decide, of the answers that were read", async () => {
  const scorer = await scorerWith({ "1/1": 1, "1/2": 0 }, "reward", "compare");
  const rows = [
    { first: "1/1", second: "1/2", left: 1, right: 1 },
    { first: "1/1", second: "1/3", left: 1, right: -1 },
    { first: "1/2", second: "1/3", left: 0, right: 0 },
    { first: "2/1", second: "2/2", left: null, right: -1 },
  ];
  for (const { first, second, left, right } of rows) {
    await sql()`INSERT INTO comparison (scorer_id, project_id, problem_id, first_id, second_id, first_left, first_right)
      SELECT ${scorer.id}, ${project.id}, problem_id, ${idOf(first)}, ${idOf(second)}, ${left}, ${right}
      FROM path WHERE id = ${idOf(first)}`;
  }
  const { position } = await scorer.trust();
  expect(position).toMatchObject({
    comparisons: 3,
    inconsistent: { value: 1 / 3, n: 3 },
    // Left was chosen by 1|1: once, 1|−1: twice, and once by the half that was read.
    leftWins: { value: 4 / 5, n: 5 },
  });
});

test("of a scorer that nobody knows, and of another project's, nothing is known", async () => {
  const scorer = await scorerWith({ "1/1": 9, "1/2": 3 });
  const elsewhere = await pathsProject(1, 2);
  const found = await readTrust(elsewhere.as("curator"), { scorer: scorer.name, kind: "critique" });
  expect(found).toMatchObject({ scored: 0, verdicts: { auc: { value: null, n: 0 } } });
  expect(found.verdicts.auc.why).not.toBeNull();
});

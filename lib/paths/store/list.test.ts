import { beforeAll, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import {
  type ExecutionOutcome,
  type PathFilter,
  type PathKind,
  pathRow,
  path as pathShape,
  type Verdict,
} from "../contract.ts";
import { facetPaths } from "./facets.ts";
import { getPath } from "./get.ts";
import { listPaths } from "./list.ts";

testDatabase();

const KINDS: PathKind[] = ["cot", "pot", "mixed"];
const VERDICTS: (Verdict | null)[] = ["correct", "incorrect", null, "unverifiable", "error"];
const EXECUTIONS: (ExecutionOutcome | null)[] = [
  "reproduced",
  null,
  "different",
  "failed",
  null,
  null,
  "unrecorded",
];
const PATHS = 60;
/**
 * Path n: of problem n % 4, kind n % 3, verdict n % 5, execution n % 7, with n % 3 wrong steps, but every eighth isn't
 * verified; model m0 or m1, and every sixth by a person, of whom half are known.
 */
const numbers = Array.from({ length: PATHS }, (_, n) => n);
const modelOf = (n: number) => (n % 6 === 0 ? null : `m${n % 2}`);

let project: TestProject;
let lead: ProjectScope;
let reviewer: ProjectScope;
let elsewhere: ProjectScope;
let ids: number[];
let problemIds: number[];

const stepsOf = (n: number) => (n % 8 === 0 ? null : n % 3);

async function fill(into: TestProject): Promise<{ problems: number[]; paths: number[] }> {
  const problems = await sql()<{ id: number }[]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer)
    SELECT ${into.id}, 'p' || n, 'Problem ' || n || ' of 10%. ' || repeat('Slowly. ', 60), n, n FROM generate_series(0, 3) AS n
    ORDER BY n RETURNING id`;
  const rows = numbers.map((n) => ({
    project_id: into.id,
    problem_id: problems[n % 4]?.id ?? 0,
    key: `t${n}`,
    kind: KINDS[n % 3] ?? "cot",
    model: modelOf(n),
    tokens: n,
    temperature: 0.5,
    segments: sql().json([{ type: "text", content: `Way ${n}` }]),
    content_hash: String(n),
    answer: String(n),
    verdict: VERDICTS[n % 5] ?? null,
    execution_outcome: EXECUTIONS[n % 7] ?? null,
    wrong_steps: stepsOf(n),
    author_id: n % 12 === 0 ? into.as("lead").actor.userId : null,
    meta: sql().json({ generator: "m" }),
  }));
  const paths = await sql()<{ id: number }[]>`INSERT INTO path ${sql()(rows)} RETURNING id`;
  return { problems: problems.map(({ id }) => id), paths: paths.map(({ id }) => id) };
}

beforeAll(async () => {
  const other = await emptyProject();
  project = await emptyProject();
  await fill(other);
  const filled = await fill(project);
  ids = filled.paths;
  problemIds = filled.problems;
  lead = project.as("lead");
  reviewer = project.as("reviewer");
  elsewhere = other.as("lead");
});

async function found(filter: PathFilter, of = lead): Promise<number[]> {
  const { items, count } = await listPaths(of, { ...filter, limit: 200 });
  expect(count).toBe(items.length);
  return items.map(({ key }) => Number(key.slice(1)));
}

describe("a list of paths", () => {
  test("has the contract's rows", async () => {
    const { items } = await listPaths(lead, { limit: 200 });
    expect(pathRow.array().parse(items)).toEqual(items);
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(items[5]).toMatchObject({
      key: "t5",
      problemId: problemIds[1],
      kind: "mixed",
      model: "m1",
      modelHidden: false,
      tokens: 5,
      executionOutcome: null,
      wrongSteps: 2,
      author: null,
    });
    expect(items[24]).toMatchObject({ executionOutcome: "failed", wrongSteps: null, author: "Someone" });
    expect(items[5]?.problemText).toMatch(/^Problem 1 of 10%\. Slowly/);
    expect(items[5]?.problemText).toHaveLength(200);
  });

  test.each([1, 13, 60])("shows every row once when it is walked in pages of %i", async (limit) => {
    const seen: number[] = [];
    let cursor: number | null = 0;
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof listPaths>> = await listPaths(lead, { limit, cursor });
      expect(page.count).toBe(PATHS);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids);
  });

  test.each<[string, () => PathFilter, (n: number) => boolean]>([
    ["words of the problem", () => ({ q: "PROBLEM 2 of 10%" }), (n) => n % 4 === 2],
    ["words that no problem has", () => ({ q: "Problem _" }), () => false],
    ["a problem", () => ({ problem: problemIds[3] }), (n) => n % 4 === 3],
    ["a model", () => ({ model: "m1" }), (n) => modelOf(n) === "m1"],
    ["no model, as people's paths have", () => ({ model: "" }), (n) => modelOf(n) === null],
    ["a kind", () => ({ kind: "pot" }), (n) => n % 3 === 1],
    ["a verdict", () => ({ verdict: "unverifiable" }), (n) => n % 5 === 3],
    ["no verdict yet", () => ({ verdict: "unchecked" }), (n) => n % 5 === 2],
    ["an execution", () => ({ execution: "failed" }), (n) => n % 7 === 3],
    ["wrong steps", () => ({ steps: "wrong" }), (n) => (stepsOf(n) ?? 0) > 0],
    ["no wrong step, though it was verified", () => ({ steps: "right" }), (n) => stepsOf(n) === 0],
    [
      "all of it at once",
      () => ({ q: "problem 1", problem: problemIds[1], model: "m1", kind: "mixed", verdict: "correct" }),
      (n) => n % 4 === 1 && modelOf(n) === "m1" && n % 3 === 2 && n % 5 === 0,
    ],
  ])("can be filtered by %s", async (_, filter, holds) => {
    expect(await found(filter())).toEqual(numbers.filter(holds));
  });

  test("never shows another project's paths, nor those of a problem there", async () => {
    const theirs = await listPaths(elsewhere, { limit: 200 });
    expect(theirs.items.filter(({ id }) => ids.includes(id))).toEqual([]);
    expect(await found({ problem: theirs.items[0]?.problemId })).toEqual([]);
  });
});

describe("a reviewer", () => {
  test("sees the same paths, without the models' names", async () => {
    const { items } = await listPaths(reviewer, { limit: 200 });
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(items.every(({ model, modelHidden }) => model === null && modelHidden)).toBe(true);
    expect(await found({ kind: "pot", verdict: "correct" }, reviewer)).toEqual(
      numbers.filter((n) => n % 3 === 1 && n % 5 === 0),
    );
  });

  test.each(["m1", "", "unheard of"])("can't ask for the paths of the model %j", async (model) => {
    await expect(listPaths(reviewer, { model, limit: 10 })).rejects.toMatchObject({
      code: "forbidden",
      place: { field: "model" },
    });
  });

  test("gets no facets of models, and the others as everybody", async () => {
    const { models, ...others } = await facetPaths(lead);
    expect(models).toHaveLength(3);
    expect(await facetPaths(reviewer)).toEqual({ models: [], ...others });
  });

  test("sees neither the model of one path nor what else its file said of it", async () => {
    expect(await getPath(reviewer, ids[1] ?? 0)).toMatchObject({ model: null, modelHidden: true, meta: {} });
    expect(await getPath(lead, ids[1] ?? 0)).toMatchObject({
      model: "m1",
      modelHidden: false,
      meta: { generator: "m" },
    });
  });
});

test("facets count this project's paths by model, kind, verdict, execution and wrong steps", async () => {
  const facets = await facetPaths(project.as("curator"));
  const count = (holds: (n: number) => boolean) => numbers.filter(holds).length;
  const ofModel = (model: string | null) => ({
    model,
    paths: count((n) => modelOf(n) === model),
    correct: count((n) => modelOf(n) === model && n % 5 === 0),
    incorrect: count((n) => modelOf(n) === model && n % 5 === 1),
    unchecked: count((n) => modelOf(n) === model && n % 5 === 2),
    unverifiable: count((n) => modelOf(n) === model && n % 5 === 3),
    error: count((n) => modelOf(n) === model && n % 5 === 4),
  });
  expect(facets.models).toEqual([ofModel("m1"), ofModel("m0"), ofModel(null)]);
  expect(facets.kinds).toEqual(KINDS.map((value) => ({ value, count: 20 })));
  expect(facets.verdicts).toHaveLength(5);
  expect(facets.verdicts).toEqual(
    expect.arrayContaining([
      { value: "unchecked", count: 12 },
      { value: "correct", count: 12 },
    ]),
  );
  expect(facets.executions).toHaveLength(4);
  for (const value of EXECUTIONS) {
    if (value)
      expect(facets.executions).toContainEqual({ value, count: count((n) => EXECUTIONS[n % 7] === value) });
  }
  expect(facets.wrongSteps).toBe(count((n) => (stepsOf(n) ?? 0) > 0));
});

describe("one path", () => {
  test("has its segments, its problem and its neighbours of the same problem", async () => {
    const path = await getPath(lead, ids[9] ?? 0);
    expect(pathShape.parse(path)).toEqual(path);
    expect(path).toMatchObject({
      key: "t9",
      segments: [{ type: "text", content: "Way 9" }],
      referenceAnswer: "1",
      temperature: 0.5,
      previousId: ids[5],
      nextId: ids[13],
    });
    expect(path.problemText.length).toBeGreaterThan(400);
    expect(await getPath(lead, ids[1] ?? 0)).toMatchObject({ previousId: null, nextId: ids[5] });
    expect(await getPath(lead, ids[58] ?? 0)).toMatchObject({ previousId: ids[54], nextId: null });
  });

  test("of another project looks like one that doesn't exist", async () => {
    await expect(getPath(elsewhere, ids[0] ?? 0)).rejects.toMatchObject({ code: "not_found" });
  });
});

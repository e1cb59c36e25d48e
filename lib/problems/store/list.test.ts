import { beforeAll, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, stageFile } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import type { ProblemRecord } from "#lib/formats/records.ts";
import { type ProblemFilter, type ProblemRow, problemRow, problem as problemShape } from "../contract.ts";
import { facetProblems } from "./facets.ts";
import { getProblem } from "./get.ts";
import { listProblems } from "./list.ts";
import { mergeProblems } from "./merge.ts";

testDatabase();

let scope: ProjectScope;
let elsewhere: ProjectScope;

const FIELDS = ["algebra", "calculus"];

/** Forty problems: the sub-domains go round with gaps, every fifth is generated, every eighth is for testing. */
const FILE = Array.from({ length: 40 }, (_, n): ProblemRecord => {
  const subdomain = FIELDS[n % 3];
  return {
    id: `p${n}`,
    problem: `Problem ${n}: take ${n}% of a_b, or C:\\${n}. ${"Show each step. ".repeat(40)}`,
    ...(n % 2 === 0 ? { answer: String(n) } : {}),
    ...(subdomain === undefined ? {} : { subdomain }),
    origin: n % 5 === 0 ? "generated" : "seed",
    split: n % 8 === 0 ? "test" : "train",
    difficulty: n < 10 ? "hard" : "easy",
    tags: n % 10 === 0 ? ["round", "ten"] : [],
    ...(n === 6 ? { parents: ["p5", "nowhere", "p1"] } : {}),
  };
});

async function fill(project: { id: number }, file: readonly ProblemRecord[]) {
  const runId = await stageFile(
    project.id,
    file.map((problem) => ({ problem })),
  );
  await sql().begin((tx) => mergeProblems(tx, { projectId: project.id, runId }));
}

beforeAll(async () => {
  const [project, other] = [await emptyProject(), await emptyProject()];
  // Row numbers of the two projects lie among each other.
  await fill(other, FILE.slice(0, 10));
  await fill(project, FILE.slice(0, 20));
  await fill(other, FILE.slice(10));
  await fill(project, FILE.slice(20));
  scope = project.as("reviewer");
  elsewhere = other.as("lead");
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, verdict)
    SELECT project_id, problem.id, problem.key || '/' || n, 'cot', '[]', n,
      (CASE n WHEN 1 THEN 'correct' WHEN 2 THEN 'incorrect' END)::verdict
    FROM problem CROSS JOIN generate_series(1, 3) AS n WHERE problem.key IN ('p3', 'p4') AND project_id = ${project.id}`;
});

async function keys(filter: ProblemFilter, of = scope): Promise<string[]> {
  const { items, count } = await listProblems(of, { ...filter, limit: 200 });
  expect(count).toBe(items.length);
  return items.map(({ key }) => key);
}

const keysWhere = (holds: (record: ProblemRecord, n: number) => boolean) =>
  FILE.flatMap((record, n) => (holds(record, n) ? [`p${n}`] : []));

describe("a list of problems", () => {
  test("has the contract's rows, with the first 400 characters and the paths of each", async () => {
    const { items } = await listProblems(scope, { limit: 200 });
    expect(problemRow.array().parse(items)).toEqual(items);
    expect(items[4]).toMatchObject({ key: "p4", answer: "4", subdomain: "calculus", paths: 3, correct: 1 });
    expect(items[5]).toMatchObject({ key: "p5", answer: null, subdomain: null, paths: 0, correct: 0 });
    expect(items[4]?.text).toBe(FILE[4]?.problem.slice(0, 400));
  });

  test.each([1, 7, 39, 40, 41])("shows every row once when it is walked in pages of %i", async (limit) => {
    const seen: ProblemRow[] = [];
    let cursor: number | null = 0;
    let pages = 0;
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof listProblems>> = await listProblems(scope, { limit, cursor });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      expect(page.count).toBe(40);
      seen.push(...page.items);
      cursor = page.nextCursor;
      pages += 1;
    }
    expect(pages).toBe(Math.ceil(40 / limit));
    expect(seen.map(({ key }) => key)).toEqual(FILE.map(({ id }) => id));
  });

  test.each<[string, ProblemFilter, (record: ProblemRecord, n: number) => boolean]>([
    ["words, whatever their case", { q: "pRObLEM 1" }, (_, n) => n === 1 || (n >= 10 && n < 20)],
    ["a per cent sign as such", { q: "1% of" }, (_, n) => n % 10 === 1],
    ["an underscore as such", { q: "take 1_" }, () => false],
    ["a backslash as such", { q: "C:\\12." }, (_, n) => n === 12],
    ["an empty text, which all contain", { q: "" }, () => true],
    ["a sub-domain", { subdomain: "calculus" }, (_, n) => n % 3 === 1],
    ["a sub-domain that isn't there", { subdomain: "geometry" }, () => false],
    ["an origin", { origin: "generated" }, (_, n) => n % 5 === 0],
    ["a split", { split: "test" }, (_, n) => n % 8 === 0],
    ["a difficulty", { difficulty: "hard" }, (_, n) => n < 10],
    ["a tag", { tag: "ten" }, (_, n) => n % 10 === 0],
    ["an answer", { answered: true }, (_, n) => n % 2 === 0],
    ["no answer", { answered: false }, (_, n) => n % 2 === 1],
    ["any sub-domain", { classified: true }, (_, n) => n % 3 !== 2],
    ["no sub-domain", { classified: false }, (_, n) => n % 3 === 2],
    [
      "all of it at once",
      { q: "step", subdomain: "algebra", answered: true, split: "train" },
      (_, n) => n % 6 === 0 && n % 8 !== 0,
    ],
  ])("can be filtered by %s", async (_, filter, holds) => {
    expect(await keys(filter)).toEqual(keysWhere(holds));
  });

  test("never shows another project's problems, though their ids and texts are the same", async () => {
    const [mine, theirs] = [
      await listProblems(scope, { limit: 200 }),
      await listProblems(elsewhere, { limit: 200 }),
    ];
    const ids = new Set([...mine.items, ...theirs.items].map(({ id }) => id));
    expect(ids.size).toBe(80);
    expect(theirs.items.every(({ paths }) => paths === 0)).toBe(true);
  });
});

describe("the filter by a sub-domain", () => {
  const tied = (child: string, parent: string | null) => sql()`
    UPDATE subdomain SET parent_id = (SELECT id FROM subdomain AS above
      WHERE above.project_id = subdomain.project_id AND above.name = ${parent})
    WHERE project_id = ${scope.projectId} AND name = ${child}`;

  test("takes in all that stands below it, and nothing that stands above", async () => {
    await sql()`INSERT INTO subdomain (project_id, name) VALUES (${scope.projectId}, 'maths'), (${scope.projectId}, 'analysis')`;
    await tied("analysis", "maths");
    await tied("calculus", "analysis");
    await tied("algebra", "maths");
    const of = (...names: string[]) =>
      keysWhere(({ subdomain }) => subdomain !== undefined && names.includes(subdomain));
    expect(await keys({ subdomain: "maths" })).toEqual(of("algebra", "calculus"));
    expect(await keys({ subdomain: "analysis" })).toEqual(of("calculus"));
    expect(await keys({ subdomain: "calculus" })).toEqual(of("calculus"));
    expect(await keys({ subdomain: "analysis" }, elsewhere)).toEqual([]);
  });

  test("ends where another program has tied the tree into a circle", async () => {
    await tied("maths", "calculus");
    expect(await keys({ subdomain: "analysis" })).toHaveLength(27);
    for (const name of ["maths", "analysis", "calculus", "algebra"]) await tied(name, null);
    await sql()`DELETE FROM subdomain WHERE project_id = ${scope.projectId} AND name IN ('maths', 'analysis')`;
  });
});

test("facets count each value of this project, the most frequent first", async () => {
  const facets = await facetProblems(scope);
  expect(facets).toEqual({
    subdomains: [
      { value: "algebra", count: 14 },
      { value: "calculus", count: 13 },
    ],
    origins: [
      { value: "seed", count: 32 },
      { value: "generated", count: 8 },
    ],
    splits: [
      { value: "train", count: 35 },
      { value: "test", count: 5 },
    ],
    difficulties: [
      { value: "easy", count: 30 },
      { value: "hard", count: 10 },
    ],
  });
  for (const { value, count } of facets.subdomains)
    expect(await keys({ subdomain: value })).toHaveLength(count);
});

test("facets of an empty project are empty", async () => {
  const empty = (await emptyProject()).as("lead");
  expect(await facetProblems(empty)).toEqual({ subdomains: [], origins: [], splits: [], difficulties: [] });
});

describe("one problem", () => {
  test("has its whole text, its parents' ids and its neighbours in the project", async () => {
    const { items } = await listProblems(scope, { limit: 200 });
    const id = (n: number) => items[n]?.id ?? 0;
    const found = await getProblem(scope, id(6));
    expect(problemShape.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      key: "p6",
      text: FILE[6]?.problem,
      previousId: id(5),
      nextId: id(7),
      version: 1,
      updatedAt: found.createdAt,
    });
    expect(found.parents).toEqual([
      { key: "p5", id: id(5) },
      { key: "nowhere", id: null },
      { key: "p1", id: id(1) },
    ]);
    expect(await getProblem(scope, id(0))).toMatchObject({ previousId: null, nextId: id(1), parents: [] });
    expect(await getProblem(scope, id(20))).toMatchObject({ previousId: id(19), nextId: id(21) });
    expect(await getProblem(scope, id(39))).toMatchObject({ previousId: id(38), nextId: null });
    expect(await getProblem(scope, id(3))).toMatchObject({ paths: 3, correct: 1 });
  });

  test("of another project looks like one that doesn't exist", async () => {
    const { items } = await listProblems(elsewhere, { limit: 1 });
    const theirs = items[0]?.id ?? 0;
    expect(await getProblem(elsewhere, theirs)).toMatchObject({ id: theirs });
    await expect(getProblem(scope, theirs)).rejects.toMatchObject({ code: "not_found" });
    await expect(getProblem(scope, 2_147_483_647)).rejects.toMatchObject({ code: "not_found" });
  });
});

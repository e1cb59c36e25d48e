import { beforeAll, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";
import { problemPage } from "#lib/problems/store/list.ts";
import type { PathFilter } from "../contract.ts";
import { pathPage } from "./list.ts";

testDatabase();

const PROBLEMS = 100_000;
let scope: ProjectScope;
let middle: number;

beforeAll(async () => {
  const project = await emptyProject();
  scope = project.as("lead");
  await sql()`INSERT INTO subdomain (project_id, name) SELECT ${project.id}, 'field ' || n FROM generate_series(0, 19) AS n`;
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash, answer, subdomain_id, difficulty, split, tags)
    SELECT ${project.id}, 'p' || n, 'A train takes ' || n || ' hours and ' || md5(n::text) || ' costs nothing.',
      md5(n::text), n, (SELECT id FROM subdomain WHERE project_id = ${project.id} AND name = 'field ' || n % 20),
      'level ' || n % 5, (CASE WHEN n % 10 = 0 THEN 'test' ELSE 'train' END)::split, ARRAY['tag ' || n % 50]
    FROM generate_series(1, ${PROBLEMS}) AS n ORDER BY n`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict, execution_outcome,
      wrong_steps)
    SELECT project_id, id, key || '/' || n, 'cot', 'model ' || n, '[]', n, (CASE n WHEN 1 THEN 'correct' WHEN 2 THEN 'incorrect' END)::verdict,
      (CASE n WHEN 1 THEN 'reproduced' WHEN 2 THEN 'different' END)::execution_outcome, n - 2
    FROM problem CROSS JOIN generate_series(1, 3) AS n WHERE project_id = ${project.id} ORDER BY id, n`;
  await sql()`ANALYZE problem, path, subdomain`;
  const [row] = await sql()<
    [{ id: number }]
  >`SELECT (min(id) + max(id)) / 2 AS id FROM problem WHERE project_id = ${project.id}`;
  middle = row.id;
}, 300_000);

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: PlanNode[];
}

/** Tables that the query would read from end to end; the short ones of sub-domains and people may be. */
async function readInFull(
  query: ReturnType<typeof problemPage> | ReturnType<typeof pathPage>,
): Promise<string[]> {
  const [row] = await sql()<[{ "QUERY PLAN": [{ Plan: PlanNode }] }]>`EXPLAIN (FORMAT JSON) ${query}`;
  const nodes = [row["QUERY PLAN"][0].Plan];
  for (const node of nodes) nodes.push(...(node.Plans ?? []));
  expect(nodes.some((node) => node["Relation Name"] !== undefined)).toBe(true);
  return nodes
    .filter((node) => node["Node Type"].includes("Seq Scan"))
    .map((node) => node["Relation Name"] ?? "?")
    .filter((table) => table !== "subdomain" && table !== "user");
}

const places: [string, () => number][] = [
  ["first", () => 0],
  ["middle", () => middle],
];

describe.each(places)("the %s page of 100,000 problems reads no table in full", (_, cursor) => {
  test.each<[string, ProblemFilter]>([
    ["without a filter", {}],
    ["of a rare word", { q: "c4ca4238a0b923820dcc509a6f75849b" }],
    ["of a frequent word", { q: "train" }],
    ["of no word", { q: "nowhere to be found" }],
    ["of two letters", { q: "af" }],
    ["of a sub-domain", { subdomain: "field 7" }],
    ["of a difficulty", { difficulty: "level 3" }],
    ["of a split and a tag", { split: "test", tag: "tag 10" }],
    ["of the answered", { answered: true, origin: "seed" }],
  ])("%s", async (_name, filter) => {
    expect(await readInFull(problemPage(scope, { ...filter, cursor: cursor(), limit: 100 }))).toEqual([]);
  });
});

describe.each(places)("the %s page of 300,000 paths reads no table in full", (_, cursor) => {
  test.each<[string, () => PathFilter]>([
    ["without a filter", () => ({})],
    ["of a rare word", () => ({ q: "c4ca4238a0b923820dcc509a6f75849b" })],
    ["of a frequent word", () => ({ q: "train" })],
    ["of no word", () => ({ q: "nowhere to be found" })],
    ["of a problem", () => ({ problem: middle })],
    ["of a model", () => ({ model: "model 2" })],
    ["of a model that isn't there", () => ({ model: "model 9" })],
    ["of people", () => ({ model: "" })],
    ["of a verdict", () => ({ verdict: "correct" })],
    ["of the unchecked", () => ({ verdict: "unchecked", kind: "cot" })],
    ["of an execution", () => ({ execution: "different" })],
    ["of an execution that isn't there", () => ({ execution: "failed" })],
    ["of those with wrong steps", () => ({ steps: "wrong" })],
    ["of those without wrong steps", () => ({ steps: "right" })],
  ])("%s", async (_name, filter) => {
    expect(await readInFull(pathPage(scope, { ...filter(), cursor: cursor() * 3, limit: 100 }))).toEqual([]);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import type { PairRecord } from "#lib/formats/records.ts";
import { joinSegments, segmentText } from "#lib/formats/segments.ts";
import { mergePaths } from "#lib/paths/store/merge.ts";
import { type Merged, mergeProblems } from "#lib/problems/store/merge.ts";
import { mergePairs } from "./merge.ts";

testDatabase();

const TEXTS = [
  "Four.",
  "It is 5.",
  "I compute:\n```python\nprint(2 + 2)\n```\n```output\n4\n```\nSo 4.",
  "It is 5.",
];
let projectId: number;
let runId: number;

/** Two problems, `sum` and `product`; each has the paths `…/1` to `…/4`, of which the second and fourth say the same. */
beforeEach(async () => {
  const slug = `merge-${crypto.randomUUID()}`;
  const [project] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name) VALUES (${slug}, ${slug}) RETURNING id`;
  const [run] = await sql()<[{ id: number }]>`
    INSERT INTO run (project_id, kind) VALUES (${project.id}, 'import') RETURNING id`;
  projectId = project.id;
  runId = run.id;
  for (const key of ["sum", "product"]) {
    await sql()`
      WITH problem AS (
        INSERT INTO problem (project_id, key, text, text_hash) VALUES (${projectId}, ${key}, ${key}, ${`hash ${key}`})
        RETURNING id
      )
      INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash)
      SELECT ${projectId}, problem.id, ${key} || '/' || place, 'cot', 'model-' || place, segments, place
      FROM problem, jsonb_array_elements(${JSON.stringify(TEXTS.map(segmentText))}::text::jsonb)
        WITH ORDINALITY AS item (segments, place) ORDER BY place`;
  }
});

/** Stages records as the importer does, one a line from line 1 on, and merges them. */
async function merge(records: readonly PairRecord[]): Promise<Merged> {
  const rows = records.map((data, at) => ({
    position: at,
    line: at + 1,
    problem_key: data.problem_id ?? null,
    problem_hash: data.problem === undefined ? null : `hash ${data.problem}`,
    data,
  }));
  await sql()`DELETE FROM import_row WHERE run_id = ${runId} AND record = 'pair'`;
  await sql()`
    INSERT INTO import_row (run_id, position, line, record, problem_key, problem_hash, data)
    SELECT ${runId}, position, line, 'pair', problem_key, problem_hash, data
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      AS row (position int, line int, problem_key text, problem_hash text, data jsonb)`;
  return sql().begin(async (tx) => {
    const staged = { projectId, runId };
    await mergeProblems(tx, staged);
    await mergePaths(tx, staged);
    return mergePairs(tx, staged);
  });
}

async function pairs() {
  return sql()`
    SELECT first.key AS first, second.key AS second, origin, proposed, margin, priority FROM preference_pair AS pair
    JOIN path AS first ON first.id = first_id JOIN path AS second ON second.id = second_id
    WHERE pair.project_id = ${projectId} ORDER BY pair.id`;
}

describe("mergePairs", () => {
  test("finds paths by key, and proposes the chosen side, whichever came first", async () => {
    const merged = await merge([
      { problem_id: "sum", chosen: "sum/1", rejected: "sum/2", margin: 1.5 },
      { problem: "product", chosen: "product/3", rejected: "product/1" },
      { problem_id: "sum", chosen: "sum/4", rejected: "sum/3", origin: "mined" },
    ]);
    expect(merged).toEqual({ created: 3, matched: 0, rejectedCount: 0, rejected: [] });
    expect(await pairs()).toEqual([
      { first: "sum/1", second: "sum/2", origin: "imported", proposed: "first", margin: 1.5, priority: 1 },
      {
        first: "product/1",
        second: "product/3",
        origin: "imported",
        proposed: "second",
        margin: null,
        priority: 1,
      },
      { first: "sum/3", second: "sum/4", origin: "mined", proposed: "second", margin: null, priority: 2 },
    ]);
  });

  test("finds paths by text, with code too, as the file has it or joined again, and the first of equal ones", async () => {
    const [four = "", five = "", code = ""] = TEXTS;
    const merged = await merge([
      { problem: "sum", chosen: code, rejected: five },
      { problem: "product", chosen: four, rejected: joinSegments(segmentText(code)) },
    ]);
    expect(merged).toEqual({ created: 2, matched: 0, rejectedCount: 0, rejected: [] });
    expect(await pairs()).toMatchObject([
      { first: "sum/2", second: "sum/3", proposed: "second" },
      { first: "product/1", second: "product/3", proposed: "first" },
    ]);
  });

  test("takes an id for the path that has it in the file, though the project keeps that path under another one", async () => {
    const staged = { kind: "cot", segments: segmentText("Four.") };
    await sql()`
      INSERT INTO import_row (run_id, position, line, record, key, problem_key, content_hash, data)
      VALUES (${runId}, 9, 9, 'path', 'another/1', 'sum', '1', ${sql().json(staged)})`;
    const merged = await merge([{ problem_id: "sum", chosen: "another/1", rejected: "sum/3" }]);
    expect(merged).toMatchObject({ created: 1, rejected: [] });
    expect(await pairs()).toMatchObject([{ first: "sum/1", second: "sum/3", proposed: "first" }]);
  });

  test("matches what is there already: from the same file, from an earlier one, either way round", async () => {
    const record = { problem_id: "sum", chosen: "sum/1", rejected: "sum/2" };
    const turned = { problem_id: "sum", chosen: "sum/2", rejected: "sum/1" };
    expect(await merge([record, record, turned])).toEqual({
      created: 1,
      matched: 2,
      rejectedCount: 0,
      rejected: [],
    });
    expect(await merge([turned, record])).toEqual({ created: 0, matched: 2, rejectedCount: 0, rejected: [] });
    expect(await pairs()).toMatchObject([{ proposed: "first" }]);
  });

  test("gives a pair that was mined without a proposal the file's choice", async () => {
    await sql()`
      INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, policy)
      SELECT project_id, problem_id, min(id), max(id), 'mined', 'any-two' FROM path
      WHERE project_id = ${projectId} AND key IN ('sum/1', 'sum/2') GROUP BY project_id, problem_id`;
    expect(await merge([{ problem_id: "sum", chosen: "sum/2", rejected: "sum/1" }])).toMatchObject({
      matched: 1,
    });
    expect(await pairs()).toMatchObject([{ origin: "mined", proposed: "second" }]);
  });

  test("rejects, by line and field, what names no problem, no path of the problem, or one path twice", async () => {
    const merged = await merge([
      { problem_id: "difference", chosen: "sum/1", rejected: "sum/2" },
      { problem_id: "sum", chosen: "product/1", rejected: "sum/2" },
      { problem_id: "sum", chosen: "sum/1", rejected: "Six." },
      { problem_id: "sum", chosen: "sum/2", rejected: TEXTS[1] ?? "" },
      { problem_id: "sum", chosen: "sum/1", rejected: "sum/2" },
    ]);
    expect(merged).toMatchObject({ created: 1, matched: 0, rejectedCount: 4 });
    expect(merged.rejected).toEqual([
      { line: 1, message: expect.stringMatching(/No problem has the id difference/) },
      { line: 2, message: expect.stringMatching(/no path with the id or text in chosen/) },
      { line: 3, message: expect.stringMatching(/no path with the id or text in rejected/) },
      { line: 4, message: expect.stringMatching(/the same path/) },
    ]);
  });

  test("goes through files of any length and leaves other runs' rows alone", async () => {
    const record = { problem_id: "sum", chosen: "sum/1", rejected: "sum/3" };
    const other = { problem_id: "sum", chosen: "sum/2", rejected: "sum/3" };
    await sql()`INSERT INTO import_row (run_id, position, line, record, problem_key, data)
      VALUES (${runId + 1}, 0, 1, 'pair', 'sum', ${sql().json(other)})`;
    const many = Array.from({ length: 2001 }, () => record);
    expect(await merge(many)).toEqual({ created: 1, matched: 2000, rejectedCount: 0, rejected: [] });
    expect(await pairs()).toMatchObject([{ first: "sum/1", second: "sum/3" }]);
  });
});

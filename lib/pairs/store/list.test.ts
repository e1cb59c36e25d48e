import { beforeAll, describe, expect, test } from "vitest";
import { mintScope, type ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { pairFacets as facetsShape, type PairFilter, pair, pairRow, pairState } from "../contract.ts";
import { pairFacets } from "./facets.ts";
import { stateOf } from "./filter.ts";
import { getPair } from "./get.ts";
import { listPairs } from "./list.ts";

testDatabase();

const lead = {
  userId: "lead",
  name: "Lead",
  email: "lead@example.org",
  isOwner: false,
  by: "session" as const,
};
const DECISIONS: (string | null)[] = [null, "first", "second", "tie", "both_bad", null];
const PROBLEMS = 12;
let scope: ProjectScope;
let elsewhere: ProjectScope;

/** Twelve problems with one pair each; decisions go round, and every third pair is imported. */
async function newProject(slug: string): Promise<ProjectScope> {
  const [project] = await sql()<[{ id: number }]>`
    INSERT INTO project (slug, name) VALUES (${slug}, ${slug}) RETURNING id`;
  await sql()`
    INSERT INTO problem (project_id, key, text, text_hash)
    SELECT ${project.id}, 'p' || n, 'Take 50% of ' || n || '_x. ' || repeat('Slowly. ', 60), n
    FROM generate_series(1, ${PROBLEMS}) AS n ORDER BY n`;
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, model, segments, content_hash, verdict, verdict_reason, answer)
    SELECT ${project.id}, id, key || '/' || place, 'cot', 'model-' || place,
      jsonb_build_array(jsonb_build_object('type', 'text', 'content', 'way ' || place)), place,
      (CASE place WHEN 1 THEN 'correct' ELSE 'incorrect' END)::verdict, 'because ' || place, place
    FROM problem CROSS JOIN generate_series(1, 2) AS place WHERE project_id = ${project.id} ORDER BY id, place`;
  await sql()`
    INSERT INTO preference_pair (project_id, problem_id, first_id, second_id, origin, proposed, decided, decided_at)
    SELECT ${project.id}, problem_id, min(id), max(id),
      (CASE WHEN problem_id % 3 = 0 THEN 'imported' ELSE 'mined' END)::pair_origin, 'first', decided,
      CASE WHEN decided IS NOT NULL THEN timestamptz '2026-01-02 03:04:05Z' END
    FROM path CROSS JOIN LATERAL (
      SELECT (${DECISIONS}::pair_outcome[])[problem_id % 6 + 1] AS decided
    ) AS wheel WHERE project_id = ${project.id} GROUP BY problem_id, decided ORDER BY problem_id`;
  return mintScope({ id: project.id, slug }, "lead", lead);
}

beforeAll(async () => {
  scope = await newProject("here");
  elsewhere = await newProject("there");
});

async function walk(filter: PairFilter, limit: number) {
  const pages = [];
  let cursor: number | undefined;
  for (;;) {
    const page = await listPairs(scope, { ...filter, limit, cursor });
    pages.push(page);
    if (page.nextCursor === null) return { pages, items: pages.flatMap(({ items }) => items) };
    cursor = page.nextCursor;
  }
}

describe("listPairs", () => {
  test("gives every pair of the project once, oldest first, in the contract's shape, whatever the page size", async () => {
    const { items } = await walk({}, 100);
    expect(items).toHaveLength(PROBLEMS);
    for (const item of items) expect(pairRow.parse(item)).toEqual(item);
    expect(items.map(({ id }) => id)).toEqual(
      items.map(({ id }) => id).toSorted((one, other) => one - other),
    );
    for (const limit of [1, 5, 11, 12]) {
      const { pages, items: again } = await walk({}, limit);
      expect(again).toEqual(items);
      expect(pages.map(({ count }) => count)).toEqual(pages.map(() => PROBLEMS));
    }
    expect(items[0]?.problemText).toHaveLength(200);
    expect(items[0]?.first).toMatchObject({ model: "model-1", verdict: "correct", answer: "1" });
  });

  test("keeps exactly the pairs in the state, of the origin and of the problem that the filter names", async () => {
    const { items } = await walk({}, 100);
    for (const state of pairState.options) {
      const { items: kept, pages } = await walk({ state }, 2);
      expect(kept).toEqual(items.filter(({ decided }) => stateOf(decided) === state));
      expect(kept.length).toBeGreaterThan(0);
      expect(pages[0]?.count).toBe(kept.length);
    }
    for (const origin of ["mined", "imported"] as const) {
      const { items: kept } = await walk({ origin, state: "open" }, 3);
      expect(kept).toEqual(items.filter((item) => item.origin === origin && item.decided === null));
      expect(kept.length).toBeGreaterThan(0);
    }
    const problem = items[3]?.problemId ?? -1;
    expect((await walk({ problem }, 3)).items).toEqual([items[3]]);
  });

  test("searches the statement for the very characters, also those that patterns use", async () => {
    expect((await walk({ q: "50% OF 1" }, 100)).items).toHaveLength(4);
    expect((await walk({ q: "1_x" }, 100)).items).toHaveLength(2);
    expect((await walk({ q: "%_x" }, 100)).pages[0]).toEqual({ items: [], nextCursor: null, count: 0 });
    expect((await walk({ q: "\\" }, 100)).items).toEqual([]);
  });
});

describe("getPair", () => {
  test("gives the whole statement and both paths", async () => {
    const [row] = (await walk({ state: "decided" }, 1)).items;
    const found = await getPair(scope, row?.id ?? -1);
    expect(pair.parse(found)).toEqual(found);
    expect(found.problemText.length).toBeGreaterThan(400);
    expect(found.first).toMatchObject({
      verdictReason: "because 1",
      segments: [{ type: "text", content: "way 1" }],
    });
    expect(found.second).toMatchObject({
      verdictReason: "because 2",
      segments: [{ type: "text", content: "way 2" }],
    });
    expect(found.decidedAt).toBe("2026-01-02T03:04:05.000Z");
  });

  test("finds nothing behind another project's wall", async () => {
    const [row] = (await walk({}, 1)).items;
    await expect(getPair(elsewhere, row?.id ?? -1)).rejects.toThrow(AppError);
    await expect(getPair(scope, 2_000_000_000)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("pairFacets", () => {
  test("counts each state and origin as the list does", async () => {
    const facets = await pairFacets(scope);
    expect(facetsShape.parse(facets)).toEqual(facets);
    for (const { value, count } of facets.states)
      expect(count).toBe((await walk({ state: value }, 100)).items.length);
    for (const { value, count } of facets.origins)
      expect(count).toBe((await walk({ origin: value }, 100)).items.length);
    expect(facets.states.reduce((sum, { count }) => sum + count, 0)).toBe(PROBLEMS);
  });
});

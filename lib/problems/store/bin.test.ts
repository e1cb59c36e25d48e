import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { projectWithRole } from "#lib/auth/store/project.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { fullProblem } from "#lib/cli/testing/full-problem.ts";
import { emptyProject, stageFile } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { listProjects } from "#lib/projects/store/read.ts";
import { listBin } from "./bin/list.ts";
import { purgeProblem } from "./bin/purge.ts";
import { restoreProblem } from "./bin/restore.ts";
import { binProblems, unbinProblems } from "./bin.ts";
import { facetProblems } from "./facets.ts";
import { getProblem } from "./get.ts";
import { listProblems } from "./list.ts";
import { mergeProblems } from "./merge.ts";
import { removeProblem } from "./remove.ts";

testDatabase();

let scope: ProjectScope;

beforeEach(async () => {
  scope = (await emptyProject()).as("lead");
});

const owner = () => ({ projectId: scope.projectId, actorId: scope.actor.userId });
const make = (key: string) => fullProblem(scope.projectId, scope.actor.userId, key);
const bin = (...ids: number[]) => sql().begin((tx) => binProblems(tx, owner(), ids));
const unbin = (...ids: number[]) => sql().begin((tx) => unbinProblems(tx, owner(), ids));

/** What a problem's deletion does to each table that knows projects or hangs on problems. */
const MOVES = [
  "problem",
  "path",
  "score",
  "preference_pair",
  "judgement",
  "variation_template",
  "problem_draft",
  "hardness",
  "comparison",
];
const STAYS = [
  ...["audit_entry", "bulk_edit", "candidate", "dataset", "invitation", "membership", "model_call"],
  ...["model_endpoint", "prompt", "run", "saved_view", "subdomain", "upload"],
  // What was spent and measured stays with the project that did it.
  ...["difficulty_point", "model_size", "sample", "scorer", "selection"],
];
const FOLLOWS = ["problem_version", "bulk_edit_row", "run_problem", "selection_path", "path_embedding"];
const DROPPED = ["review_lease"];

/** Every row of these tables in the project, or, for those without one, at all. */
async function rowsOf(tables: readonly string[]) {
  const all: Record<string, unknown> = {};
  for (const table of tables) {
    const rows = await sql()<{ row: Record<string, unknown> }[]>`
      SELECT to_jsonb(item) AS row FROM ${sql()(table)} AS item ORDER BY to_jsonb(item)::text`;
    all[table] = rows
      .map(({ row }) => row)
      .filter((row) => !("project_id" in row) || row["project_id"] === scope.projectId);
  }
  return all;
}

async function columnsNamed(name: string): Promise<string[]> {
  const rows = await sql()<{ table: string }[]>`
    SELECT table_name::text AS table FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = ${name} ORDER BY 1`;
  return rows.map(({ table }) => table);
}

describe("deleting a problem", () => {
  test("has an answer for every table that knows projects, or hangs on problems, paths or pairs", async () => {
    expect(await columnsNamed("project_id")).toEqual([...MOVES, ...STAYS].sort());
    for (const column of ["problem_id", "path_id", "pair_id", "first_id", "revision_of_id"]) {
      for (const table of await columnsNamed(column))
        expect([...MOVES, ...FOLLOWS, ...DROPPED, "candidate", "sample"]).toContain(table);
    }
  });

  test("takes it away with all that hangs on it, and restoring brings all of it back", async () => {
    const [gone, stays] = [await make("gone"), await make("stays")];
    const before = await rowsOf([...MOVES, ...FOLLOWS, "candidate", "bulk_edit", "subdomain"]);
    expect(await bin(gone)).toBe(1);
    for (const [table, rows] of Object.entries(await rowsOf(MOVES)))
      expect(JSON.stringify(rows), table).not.toMatch(`"problem_id":${gone}\\b|"key":"gone`);
    const [kept] = Object.values(await rowsOf(["judgement"]));
    expect(kept).toHaveLength(1);
    expect((await listProblems(scope, { limit: 10 })).items.map(({ id }) => id)).toEqual([stays]);
    await expect(getProblem(scope, gone)).rejects.toMatchObject({ code: "not_found" });
    expect((await facetProblems(scope)).subdomains).toEqual([{ value: "sums", count: 1 }]);

    expect(await unbin(gone)).toEqual({ restored: [gone], blocked: [] });
    expect(await rowsOf([...MOVES, ...FOLLOWS, "candidate", "bulk_edit", "subdomain"])).toEqual(before);
  });

  test("takes back the leases of its pairs, for nobody is to judge them", async () => {
    const id = await make("gone");
    await make("stays");
    await bin(id);
    const leases = await sql()<{ problemId: number }[]>`
      SELECT problem_id FROM review_lease JOIN preference_pair ON preference_pair.id = pair_id
      WHERE reviewer_id = ${scope.actor.userId}`;
    expect(leases).toHaveLength(1);
    expect(leases[0]?.problemId).not.toBe(id);
  });

  test("is written into the audit of the real project, and once only", async () => {
    const id = await make("gone");
    await removeProblem(scope, id);
    expect(await removeProblem(scope, id)).toEqual({ removed: false });
    expect(
      await sql()`SELECT actor_id, action, target FROM audit_entry WHERE project_id = ${scope.projectId}`,
    ).toEqual([{ actorId: scope.actor.userId, action: "problem.bin", target: `problem ${id}` }]);
  });

  test("passes over problems of other projects", async () => {
    const other = (await emptyProject()).as("lead");
    const theirs = await fullProblem(other.projectId, scope.actor.userId, "theirs");
    expect(await bin(theirs)).toBe(0);
    await expect(removeProblem(scope, theirs)).rejects.toMatchObject({ code: "not_found" });
    await removeProblem(other, theirs);
    for (const act of [removeProblem, restoreProblem, purgeProblem]) {
      await expect(act(scope, theirs)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await unbin(theirs)).toEqual({ restored: [], blocked: [] });
  });
});

describe("a bin", () => {
  test("is no project: no list shows it and its slug opens nothing, for owners either", async () => {
    await bin(await make("gone"));
    const [{ slug }] = await sql()<
      [{ slug: string }]
    >`SELECT slug FROM project WHERE bin_of_id = ${scope.projectId}`;
    expect(await projectWithRole(slug, scope.actor.userId)).toBeNull();
    const owners = { ...scope.actor, isOwner: true };
    const slugs = (await listProjects(owners)).map((project) => project.slug);
    expect(slugs).toContain(scope.slug);
    expect(slugs.filter((one) => one.includes("~"))).toEqual([]);
  });

  test("lists what was deleted last first, page by page, under the names that it had", async () => {
    const ids: number[] = [];
    for (const key of ["a", "b", "c"]) ids.push(await make(key));
    const [a = 0, b = 0, c = 0] = ids;
    await bin(b);
    await bin(a, c);
    const first = await listBin(scope, { limit: 2 });
    expect(first).toMatchObject({
      items: [
        { id: c, key: "c", paths: 2, correct: 1, subdomain: "sums", binnedBy: scope.actor.name },
        { id: a, key: "a" },
      ],
      count: 3,
      nextCursor: a,
    });
    const second = await listBin(scope, { limit: 2, cursor: a });
    expect(second).toMatchObject({ items: [{ id: b, key: "b" }], nextCursor: null });
    await unbin(a);
    await expect(listBin(scope, { limit: 2, cursor: a })).rejects.toMatchObject({ code: "conflict" });
  });

  test("of a project that never had one is empty", async () => {
    expect(await listBin(scope, { limit: 10 })).toEqual({ items: [], nextCursor: null, count: 0 });
    expect(await unbin(1)).toEqual({ restored: [], blocked: [] });
  });

  test("takes the same problem any number of times, and gives the last one back under its own names", async () => {
    const ids: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      ids.push(await make("same"));
      await bin(...ids);
    }
    const [oldest = 0, , newest = 0] = ids;
    expect((await listBin(scope, { limit: 10 })).items.map(({ key }) => key)).toEqual([
      "same",
      "same",
      "same",
    ]);
    expect((await unbin(...ids)).restored).toEqual([newest]);
    expect(await keysOf(newest)).toEqual({ key: "same", paths: ["same/1", "same/2"] });
    await bin(newest);
    expect((await unbin(oldest)).restored).toEqual([oldest]);
    expect(await keysOf(oldest)).toEqual({ key: "same", paths: ["same/1", "same/2"] });
    await purgeProblem(scope, newest);
    expect((await listBin(scope, { limit: 10 })).count).toBe(1);
  });

  async function keysOf(id: number) {
    const [row] = await sql()`
      SELECT key, (SELECT array_agg(key ORDER BY id) FROM path WHERE problem_id = problem.id) AS paths
      FROM problem WHERE id = ${id} AND project_id = ${scope.projectId}`;
    return { ...row };
  }

  test("frees a path's id for another problem, and the path then keeps a longer one when it comes back", async () => {
    const [one, other] = [await make("one"), await make("other")];
    await bin(one);
    await sql()`UPDATE path SET key = 'one/1' WHERE problem_id = ${other} AND key = 'other/1'`;
    expect((await unbin(one)).restored).toEqual([one]);
    const keys = await sql()<{ id: number; key: string }[]>`
      SELECT id, key FROM path WHERE problem_id = ${one} ORDER BY id`;
    expect(keys.map(({ key }) => key)).toEqual([`one/1~${keys[0]?.id}`, "one/2"]);
    await bin(one, other);
    expect((await unbin(one, other)).restored).toEqual([one, other]);
  });
});

describe("restoring a problem", () => {
  test("whose statement was imported again is a conflict that says so, and both problems stay", async () => {
    const id = await make("same");
    await bin(id);
    const runId = await stageFile(scope.projectId, [{ problem: { id: "again", problem: "What is same?" } }]);
    const merged = await sql().begin((tx) => mergeProblems(tx, { projectId: scope.projectId, runId }));
    expect(merged).toMatchObject({ created: 1, rejectedCount: 0 });
    await expect(restoreProblem(scope, id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Problem again has exactly this statement"),
    });
    expect((await listBin(scope, { limit: 10 })).items).toMatchObject([{ id, key: "same" }]);
    const [{ id: live = 0 } = {}] = (await listProblems(scope, { limit: 10 })).items;
    await removeProblem(scope, live);
    expect(await restoreProblem(scope, id)).toMatchObject({ id, key: "same" });
  });

  test("whose id another one has is a conflict that names it", async () => {
    const id = await make("mine");
    await bin(id);
    await sql()`INSERT INTO problem (project_id, key, text, text_hash) VALUES (${scope.projectId}, 'mine', 'x', 'x')`;
    await expect(restoreProblem(scope, id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("the id mine"),
    });
  });
});

test("purging deletes all that hangs on a problem, and only from the bin", async () => {
  const id = await make("gone");
  await expect(purgeProblem(scope, id)).rejects.toMatchObject({ code: "not_found" });
  await bin(id);
  expect(await purgeProblem(scope, id)).toEqual({ purged: true });
  await expect(purgeProblem(scope, id)).rejects.toMatchObject({ code: "not_found" });
  const left =
    await sql()`SELECT FROM problem WHERE id = ${id} UNION ALL SELECT FROM path WHERE problem_id = ${id}
    UNION ALL SELECT FROM preference_pair WHERE problem_id = ${id}`;
  expect(left).toHaveLength(0);
  const [candidate] =
    await sql()`SELECT state, problem_id FROM candidate WHERE project_id = ${scope.projectId}`;
  expect(candidate).toEqual({ state: "accepted", problemId: null });
});

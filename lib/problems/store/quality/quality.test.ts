import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { similarity } from "#lib/similarity/similarity.ts";
import { quality } from "../../contract.ts";
import { findNearest } from "./nearest.ts";
import { readQuality } from "./read.ts";

testDatabase();

let scope: ProjectScope;

beforeEach(async () => {
  scope = (await emptyProject()).as("curator");
});

interface Given {
  text: string;
  split?: "train" | "test";
  answer?: string;
  solution?: string;
}

async function add({ text, split = "train", answer, solution }: Given, of = scope): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash, split, answer, solution)
    VALUES (${of.projectId}, gen_random_uuid(), ${text}, gen_random_uuid(), ${split}, ${answer ?? null},
      ${solution ?? null}) RETURNING id`;
  return row.id;
}

const EGGS = "Janet's ducks lay 16 eggs per day. How many eggs does she sell in a week?";

describe("a problem's quality", () => {
  test("says whether its solution comes to its answer, and counts correct and reproduced paths", async () => {
    const id = await add({ text: EGGS, answer: "112", solution: "16 · 7 = $\\boxed{112}$" });
    await sql()`INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, verdict, execution_outcome)
      SELECT ${scope.projectId}, ${id}, gen_random_uuid(), 'mixed', '[]', n,
        (CASE WHEN n <= 4 THEN 'correct' ELSE 'incorrect' END)::verdict,
        (CASE WHEN n % 2 = 0 THEN 'reproduced' ELSE 'different' END)::execution_outcome
      FROM generate_series(1, 6) AS n`;
    const found = await readQuality(scope, id);
    expect(quality.parse(found)).toEqual(found);
    expect(found).toEqual({
      solution: "agrees",
      correctPaths: 4,
      reproducedPaths: 2,
      nearest: [],
      compared: 0,
      exact: true,
      contamination: null,
      threshold: 0.6,
    });
  });

  test("shows the nearest problems with their ROUGE-L, and warns of a twin in the other split", async () => {
    const id = await add({ text: EGGS, split: "test" });
    const twin = EGGS.replace("16", "20");
    const same = EGGS.replace("Janet's ducks", "Our hens");
    const [theirs, ours] = [await add({ text: twin }), await add({ text: same, split: "test" })];
    await add({ text: "A train leaves at noon." });
    await add({ text: EGGS }, (await emptyProject()).as("lead"));
    const { nearest, contamination, compared } = await readQuality(scope, id);
    expect(nearest.map((near) => [near.id, near.score])).toEqual([
      [theirs, similarity("rouge-l", EGGS, twin)],
      [ours, similarity("rouge-l", EGGS, same)],
    ]);
    expect(contamination?.id).toBe(theirs);
    expect(compared).toBe(3);
    expect((await readQuality(scope, theirs)).contamination?.id).toBe(id);
    expect((await readQuality(scope, ours)).contamination?.id).toBe(theirs);
  });

  test("goes through a project in chunks and misses none", async () => {
    await sql()`INSERT INTO problem (project_id, key, text, text_hash)
      SELECT ${scope.projectId}, n, 'Something else, number ' || n, n FROM generate_series(1, 2500) AS n`;
    const id = await add({ text: EGGS });
    const last = await add({ text: `${EGGS} And in two?` });
    const found = await readQuality(scope, id);
    expect(found.compared).toBe(2501);
    expect(found.exact).toBe(true);
    expect(found.nearest.map((near) => near.id)).toEqual([last]);
  });

  test("is found anew once the problem or any other changed", async () => {
    const id = await add({ text: EGGS });
    const other = await add({ text: "Something else" });
    const near = async () => (await readQuality(scope, id)).nearest.map((one) => one.id);
    expect(await near()).toEqual([]);
    await sql()`UPDATE problem SET text = ${`${EGGS} Please.`}, updated_at = now() WHERE id = ${other}`;
    expect(await near()).toEqual([other]);
    await sql()`UPDATE problem SET text = 'A triangle', version = version + 1, updated_at = now() WHERE id = ${id}`;
    expect(await near()).toEqual([]);
    const added = await add({ text: "A triangle has" });
    expect(await near()).toEqual([added]);
    await sql()`DELETE FROM problem WHERE id = ${added}`;
    expect(await near()).toEqual([]);
  });

  test("isn't looked for when nobody waits any more", async () => {
    const id = await add({ text: EGGS });
    await add({ text: `${EGGS} Please.` });
    await expect(readQuality(scope, id, AbortSignal.abort())).rejects.toThrow("aborted");
  });

  test("of a project that is too large is looked for among the likeliest, and found anew once a problem is added", async () => {
    const id = await add({ text: EGGS });
    const [twin] = [
      await add({ text: EGGS.replace("16", "20"), split: "test" }),
      await add({ text: "A triangle" }),
    ];
    await add({ text: EGGS }, (await emptyProject()).as("lead"));
    const problem = { id, text: EGGS, split: "train", version: 1 } as const;
    const near = { id: twin, score: similarity("rouge-l", EGGS, EGGS.replace("16", "20")) };
    const found = await findNearest(scope, problem, undefined, 2);
    expect(found).toEqual({ nearest: [near], across: near, compared: 1, exact: false });
    expect(await findNearest(scope, problem, undefined, 2)).toBe(found);
    const added = await add({ text: `${EGGS} Please.` });
    expect((await findNearest(scope, problem, undefined, 2)).nearest[0]?.id).toBe(added);
  });

  test("of another project's problem isn't there", async () => {
    const theirs = await add({ text: EGGS }, (await emptyProject()).as("lead"));
    await expect(readQuality(scope, theirs)).rejects.toMatchObject({ code: "not_found" });
  });
});

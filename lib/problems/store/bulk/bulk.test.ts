import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, stageFile } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { type BulkChange, bulkEdit, bulkPreview } from "../../contract/bulk.ts";
import type { ProblemFilter } from "../../contract.ts";
import { restoreProblem } from "../bin/restore.ts";
import { listVersions } from "../history/list.ts";
import { mergeProblems } from "../merge.ts";
import { removeProblem } from "../remove.ts";
import { updateProblem } from "../update.ts";
import { applyBulk } from "./apply.ts";
import { listBulkEdits } from "./list.ts";
import { previewBulk } from "./preview.ts";
import { undoBulk } from "./undo.ts";

testDatabase();

let scope: ProjectScope;

/** Twelve problems: even ones are sums, every third is for testing, tags go round. */
beforeEach(async () => {
  scope = (await emptyProject()).as("curator");
  const file = Array.from({ length: 12 }, (_, n) => ({
    problem: {
      id: `p${n}`,
      problem: `Problem ${n}?`,
      ...(n % 2 === 0 ? { subdomain: "sums" } : {}),
      split: n % 3 === 0 ? ("test" as const) : ("train" as const),
      tags: [["a"], ["b"], ["a", "b"], []][n % 4] ?? [],
      ...(n < 4 ? { difficulty: "hard" } : {}),
    },
  }));
  const runId = await stageFile(scope.projectId, file);
  await sql().begin((tx) => mergeProblems(tx, { projectId: scope.projectId, runId }));
});

interface Stored {
  id: number;
  key: string;
  subdomain: string | null;
  split: string;
  difficulty: string | null;
  source: string | null;
  tags: string[];
  version: number;
}

async function stored(): Promise<Stored[]> {
  return sql()<Stored[]>`
    SELECT problem.id, key, subdomain.name AS subdomain, split, difficulty, source, tags, version
    FROM problem LEFT JOIN subdomain ON subdomain.id = subdomain_id
    WHERE problem.project_id = ${scope.projectId} ORDER BY problem.id`;
}
const fieldsOf = (rows: readonly Stored[]) => rows.map(({ version: _, ...fields }) => fields);

/** Applies what the preview says. */
async function apply(change: BulkChange, filter: ProblemFilter = {}) {
  const { changing } = await previewBulk(scope, { filter, change });
  return applyBulk(scope, { filter, change, changing });
}
const idOf = async (key: string) => (await stored()).find((row) => row.key === key)?.id ?? 0;
const edit = async (key: string) => {
  const row = (await stored()).find((one) => one.key === key);
  if (!row) throw new Error(`no problem ${key}`);
  const { id, version, subdomain, difficulty, tags, split } = row;
  const fields = {
    text: `Another ${key}?`,
    answer: "1",
    solution: null,
    subdomain,
    difficulty,
    tags,
    source: null,
  };
  return updateProblem(scope, {
    problem: id,
    version,
    fields: { ...fields, split: split === "test" ? "test" : "train" },
  });
};

describe("a preview", () => {
  test("counts what matches and what would change, and shows the first few before and after", async () => {
    const change: BulkChange = {
      subdomain: "numbers",
      addTags: ["new"],
      removeTags: ["a"],
      difficulty: null,
    };
    const preview = await previewBulk(scope, { filter: { split: "test" }, change });
    expect(bulkPreview.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({ matching: 4, changing: 4 });
    expect(preview.examples.map(({ before, after }) => [before.key, before.tags, after.tags])).toEqual([
      ["p0", ["a"], ["new"]],
      ["p3", [], ["new"]],
      ["p6", ["a", "b"], ["b", "new"]],
      ["p9", ["b"], ["b", "new"]],
    ]);
    expect(preview.examples[0]).toMatchObject({
      before: { subdomain: "sums", difficulty: "hard", split: "test" },
      after: { subdomain: "numbers", difficulty: null, split: "test" },
    });
    expect((await stored()).every(({ version }) => version === 1)).toBe(true);
    expect(await sql()`SELECT FROM subdomain WHERE name = 'numbers'`).toHaveLength(0);
  });

  test.each<[string, BulkChange, number]>([
    ["the sub-domain that they have", { subdomain: "sums" }, 6],
    ["no sub-domain", { subdomain: null }, 6],
    ["a sub-domain that isn't there yet", { subdomain: "new" }, 12],
    ["a split", { split: "test" }, 8],
    ["a difficulty", { difficulty: "hard" }, 8],
    ["no source, which none has", { source: null }, 0],
    ["a tag", { addTags: ["a"] }, 6],
    ["two tags", { addTags: ["a", "b"] }, 9],
    ["a tag less", { removeTags: ["b", "nowhere"] }, 6],
    ["a tag that is added and removed", { addTags: ["a"], removeTags: ["a"] }, 6],
    ["the bin", { remove: true }, 12],
  ])("of %s counts exactly those that would not stay as they are", async (_, change, changing) => {
    expect(await previewBulk(scope, { filter: {}, change })).toMatchObject({ matching: 12, changing });
  });

  test("of a change and a deletion at once is refused", async () => {
    const both = previewBulk(scope, { filter: {}, change: { remove: true, split: "test" } });
    await expect(both).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("a bulk edit", () => {
  test("changes what it says and nothing else, as one more version of each, and is listed", async () => {
    const before = await stored();
    const done = await apply({ subdomain: "numbers", addTags: ["x"] }, { difficulty: "hard" });
    expect(bulkEdit.parse(done)).toEqual(done);
    expect(done).toMatchObject({ changed: 4, by: scope.actor.name, undoneAt: null });
    expect(await stored()).toEqual(
      before.map((row, n) =>
        n < 4 ? { ...row, subdomain: "numbers", tags: [...row.tags, "x"], version: 2 } : row,
      ),
    );
    const history = await listVersions(scope, { problem: await idOf("p1"), limit: 9 });
    expect(history.items).toMatchObject([
      { version: 2, cause: "bulk", author: scope.actor.name, changed: ["subdomain", "tags"] },
      { version: 1, cause: "import" },
    ]);
    expect(await listBulkEdits(scope)).toEqual([done]);
    const [entry] = await sql()`SELECT action FROM audit_entry WHERE project_id = ${scope.projectId}`;
    expect(entry).toEqual({ action: "problems.bulk" });
  });

  test("comes to what its preview showed, whatever the change, and undoing it leaves all as it was", async () => {
    const tags = fc.option(fc.uniqueArray(fc.constantFrom("a", "b", "c")), { nil: undefined });
    const name = fc.option(fc.option(fc.constantFrom("sums", "hard", "other")), { nil: undefined });
    const changes = fc.record({
      subdomain: name,
      split: fc.constantFrom("train" as const, "test" as const, undefined),
      difficulty: name,
      source: name,
      addTags: tags,
      removeTags: tags,
    });
    await fc.assert(
      fc.asyncProperty(
        changes,
        fc.constantFrom<ProblemFilter>({}, { subdomain: "sums" }, { tag: "a" }),
        async (change, filter) => {
          const before = await stored();
          const { changing, examples } = await previewBulk(scope, { filter, change });
          const done = await applyBulk(scope, { filter, change, changing });
          const after = await stored();
          expect(after.filter(({ version }, n) => version !== before[n]?.version)).toHaveLength(changing);
          for (const example of examples) {
            const { subdomain, split, difficulty, tags } = example.after;
            const is = after.find(({ id }) => id === example.after.id);
            expect(is).toMatchObject({ subdomain, split, difficulty, tags });
          }
          const again = await previewBulk(scope, { filter, change });
          expect(again.changing).toBe(0);
          expect(await undoBulk(scope, done.id)).toMatchObject({ undone: changing, kept: 0 });
          expect(fieldsOf(await stored())).toEqual(fieldsOf(before));
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  test("of another number of problems than the preview said is a conflict, and nothing changes", async () => {
    const before = await stored();
    const late = applyBulk(scope, { filter: {}, change: { split: "test" }, changing: 7 });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("8 problems would change, not 7"),
      place: { field: "changing" },
    });
    expect(await stored()).toEqual(before);
    expect(await listBulkEdits(scope)).toEqual([]);
  });

  test("at the same moment as another of the same is one edit and one conflict", async () => {
    const change: BulkChange = { split: "test" };
    const both = await Promise.allSettled(
      [1, 2].map(() => applyBulk(scope, { filter: {}, change, changing: 8 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await stored()).every(({ split, version }) => split === "test" && version <= 2)).toBe(true);
  });

  test("at the same moment as people's edits loses none of them", async () => {
    const editing = ["p1", "p2", "p4"].map((key) => edit(key).catch((error: unknown) => error));
    const bulk = applyBulk(scope, { filter: {}, change: { addTags: ["x"] }, changing: 12 });
    const outcomes = await Promise.all([...editing, bulk]);
    for (const row of await stored()) {
      const [now, ...older] = (await listVersions(scope, { problem: row.id, limit: 9 })).items;
      expect(row.tags).toContain("x");
      expect(older.length).toBe(row.version - 1);
      if (row.version === 3) expect(now?.fields.text).toMatch(/^Another/);
    }
    for (const outcome of outcomes)
      if (outcome instanceof Error)
        expect(outcome).toMatchObject({ code: "conflict", place: { field: "version" } });
  });

  test("never reaches another project", async () => {
    const mine = scope;
    const before = await stored();
    scope = (await emptyProject()).as("lead");
    expect(await apply({ remove: true })).toMatchObject({ changed: 0 });
    const theirs = await listBulkEdits(scope);
    expect(theirs).toHaveLength(1);
    scope = mine;
    expect(await stored()).toEqual(before);
    await expect(undoBulk(scope, theirs[0]?.id ?? 0)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("undoing", () => {
  test("leaves problems that were changed or deleted since, and says how many", async () => {
    const { id } = await apply({ subdomain: null });
    await edit("p0");
    await removeProblem(scope, await idOf("p2"));
    expect(await undoBulk(scope, id)).toMatchObject({
      undone: 4,
      kept: 2,
      edit: { undoneAt: expect.any(String) },
    });
    const now = await stored();
    expect(now.map(({ key, subdomain }) => [key, subdomain]).filter(([, subdomain]) => subdomain)).toEqual(
      ["p4", "p6", "p8", "p10"].map((key) => [key, "sums"]),
    );
    const [last] = (await listVersions(scope, { problem: await idOf("p4"), limit: 9 })).items;
    expect(last).toMatchObject({ version: 3, cause: "undo", changed: ["subdomain"] });
  });

  test("a second time is a conflict", async () => {
    const { id } = await apply({ split: "test" });
    const both = await Promise.allSettled([undoBulk(scope, id), undoBulk(scope, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(undoBulk(scope, id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("gives back a sub-domain under its present name, and makes one that was removed", async () => {
    const { id } = await apply({ subdomain: "elsewhere" });
    await sql()`UPDATE subdomain SET name = 'additions' WHERE project_id = ${scope.projectId} AND name = 'sums'`;
    await undoBulk(scope, id);
    expect((await stored())[0]).toMatchObject({ subdomain: "additions" });
    const second = await apply({ subdomain: null });
    await sql()`DELETE FROM subdomain WHERE project_id = ${scope.projectId} AND name = 'additions'`;
    await undoBulk(scope, second.id);
    expect((await stored())[0]).toMatchObject({ subdomain: "additions" });
  });

  test("a deletion takes the problems out of the bin, save those that were restored or made anew since", async () => {
    const before = await stored();
    const { id, changed } = await apply({ remove: true }, { tag: "a" });
    expect(changed).toBe(6);
    expect(await stored()).toHaveLength(6);
    const [first, second] = before.filter(({ tags }) => tags.includes("a"));
    await restoreProblem(scope, first?.id ?? 0);
    const runId = await stageFile(scope.projectId, [
      { problem: { problem: `Problem ${second?.key.slice(1)}?` } },
    ]);
    await sql().begin((tx) => mergeProblems(tx, { projectId: scope.projectId, runId }));
    expect(await undoBulk(scope, id)).toMatchObject({ undone: 4, kept: 2 });
    const now = await stored();
    expect(now.filter(({ id: one }) => one !== second?.id && before.some((row) => row.id === one))).toEqual(
      before.filter(({ id: one }) => one !== second?.id),
    );
  });
});

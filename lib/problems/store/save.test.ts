import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { editedFields as fields, importProblem } from "#lib/cli/testing/edited-problems.ts";
import { emptyProject, sha256, stageFile } from "#lib/cli/testing/staged-import.ts";
import { untilWaiting } from "#lib/cli/testing/waiting.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { type ProblemFields, problem as problemShape } from "../contract.ts";
import { createProblem } from "./create.ts";
import { listVersions } from "./history/list.ts";
import { restoreVersion } from "./history/restore.ts";
import { mergeProblems } from "./merge.ts";
import { removeProblem } from "./remove.ts";
import { updateProblem } from "./update.ts";

testDatabase();

let scope: ProjectScope;

beforeEach(async () => {
  const project = await emptyProject();
  scope = project.as("curator");
});

const create = (part: Partial<ProblemFields> = {}) =>
  createProblem(scope, { fields: { ...fields, ...part } });
const update = (id: number, version: number, part: Partial<ProblemFields>) =>
  updateProblem(scope, { problem: id, version, fields: { ...fields, ...part } });
const versions = async (id: number) => (await listVersions(scope, { problem: id, limit: 50 })).items;

const importFile = (problem: string, part: Record<string, unknown> = {}) =>
  importProblem(scope.projectId, problem, part);

describe("a new seed", () => {
  test("has its fields, an id as imports make it, and a first version by its writer", async () => {
    const made = await create({ tags: ["easy", "short", "easy"] });
    expect(problemShape.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      ...fields,
      key: `p-${sha256(fields.text).slice(0, 16)}`,
      origin: "seed",
      version: 1,
    });
    expect(await versions(made.id)).toMatchObject([
      { version: 1, fields, cause: "created", author: scope.actor.name, changed: [] },
    ]);
    const entries = await sql()`SELECT action, target FROM audit_entry WHERE project_id = ${scope.projectId}`;
    expect(entries).toEqual([{ action: "problem.create", target: `problem ${made.id}` }]);
    expect(await importFile(fields.text)).toBe(made.id);
  });

  test("with a statement that the project has is a conflict that names the problem, and makes no sub-domain", async () => {
    const made = await create();
    await expect(create({ subdomain: "other" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(made.key),
      place: { field: "text" },
    });
    expect(await sql()`SELECT name FROM subdomain WHERE project_id = ${scope.projectId}`).toEqual([
      { name: "sums" },
    ]);
  });

  test("with a statement that is in the bin is a conflict that says how to restore it", async () => {
    const made = await create();
    await removeProblem(scope, made.id);
    await expect(create()).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(new RegExp(`${made.key}, which is in the bin.*restore it`)),
    });
  });

  test("gets another id where a problem has kept the one that was made from this statement", async () => {
    const [hash, keys] = [sha256(fields.text), []] as [string, string[]];
    for (let n = 0; n < 4; n += 1) {
      const made = await create();
      keys.push(made.key);
      await update(made.id, 1, { text: `Another ${n}` });
    }
    expect(keys).toEqual([`p-${hash.slice(0, 16)}`, `p-${hash}`, `p-${hash}-2`, `p-${hash}-3`]);
  });

  test("is made once by two writers at the same moment", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => create()));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
  });

  test("that a person writes while an import brings the same one is one problem", async () => {
    const runId = await stageFile(scope.projectId, [
      { problem: { problem: fields.text, id: "file" } },
      { problem: { problem: "Other?" } },
    ]);
    const made = create();
    const merged = sql().begin((tx) => mergeProblems(tx, { projectId: scope.projectId, runId }));
    const [outcome, { created, matched }] = await Promise.all([made.catch((error: Error) => error), merged]);
    expect(created + matched).toBe(2);
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "conflict" });
    const rows = await sql()`SELECT FROM problem WHERE project_id = ${scope.projectId}`;
    expect(rows).toHaveLength(2);
  });
});

describe("an edit", () => {
  test("is the next version, and history says what changed in which", async () => {
    const { id } = await create();
    const after = await update(id, 1, { answer: null, tags: ["easy"], subdomain: "numbers" });
    expect(after).toMatchObject({ version: 2, answer: null, tags: ["easy"], subdomain: "numbers" });
    expect(after.updatedAt > after.createdAt).toBe(true);
    await update(id, 2, { text: "What is 1 + 2?", split: "test" });
    expect(await versions(id)).toMatchObject([
      { version: 3, cause: "edit", changed: ["text", "answer", "subdomain", "tags", "split"] },
      { version: 2, cause: "edit", author: scope.actor.name, changed: ["answer", "subdomain", "tags"] },
      { version: 1, cause: "created", changed: [] },
    ]);
    const page = await listVersions(scope, { problem: id, limit: 1, cursor: 3 });
    expect(page).toMatchObject({ items: [{ version: 2 }], nextCursor: 2, count: 3 });
  });

  test("of an imported problem writes down the version before it, too", async () => {
    const id = await importFile("Why?", { answer: "1" });
    expect(await versions(id)).toMatchObject([
      { version: 1, cause: "import", author: null, fields: { answer: "1" } },
    ]);
    await updateProblem(scope, { problem: id, version: 1, fields: { ...fields, text: "Why?" } });
    expect(
      (await versions(id)).map(({ version, cause, fields: { answer } }) => [version, cause, answer]),
    ).toEqual([
      [2, "edit", "2"],
      [1, "import", "1"],
    ]);
  });

  test("that changes nothing writes nothing, whatever version it began with", async () => {
    const id = await importFile(" Why?\n", { answer: "1" });
    const same = { ...fields, text: "Why?", answer: "1", solution: null, subdomain: null, difficulty: null };
    const edit = { problem: id, version: 7, fields: { ...same, tags: [], source: null } };
    expect(await updateProblem(scope, edit)).toMatchObject({ version: 1, text: " Why?\n" });
    expect(await sql()`SELECT FROM problem_version WHERE problem_id = ${id}`).toHaveLength(0);
  });

  test("that began with an older version is a conflict that says who was faster, and changes nothing", async () => {
    const { id } = await create();
    await update(id, 1, { answer: "3" });
    await expect(update(id, 1, { answer: "4" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^Someone has changed .* version 2, and yours began with 1/),
      place: { field: "version" },
    });
    expect((await versions(id))[0]).toMatchObject({ version: 2, fields: { answer: "3" } });
    await update(id, 1, { answer: "3" });
  });

  test("to a statement that another problem has is a conflict that names it", async () => {
    const { id } = await create();
    const other = await create({ text: "What is 2 + 2?" });
    await expect(update(id, 1, { text: other.text })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(other.key),
      place: { field: "text" },
    });
    expect(await versions(id)).toHaveLength(1);
  });

  test("by two writers at the same moment is one edit and one conflict", async () => {
    const { id } = await create();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => update(id, 1, { answer: String(n + 10) })),
    );
    const done = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(done).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ place: { field: "version" } });
    expect(await versions(id)).toHaveLength(2);
  });

  test("of a problem that goes into the bin meanwhile finds no problem", async () => {
    const { id } = await create();
    const { deleting, finish } = await held(async (tx) => {
      await tx`SELECT FROM problem WHERE id = ${id} FOR UPDATE`;
    });
    const editing = update(id, 1, { answer: "3" }).catch((error: unknown) => error);
    const removing = removeProblem(scope, id);
    await untilWaiting(2);
    finish();
    await deleting;
    const [outcome] = await Promise.all([editing, removing]);
    // Whichever comes first: then the edit is in the bin, or there is nothing left to edit.
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "not_found" });
    await expect(update(id, 1, { answer: "4" })).rejects.toMatchObject({ code: "not_found" });
  });

  async function held(work: (tx: SqlTransaction) => Promise<void>) {
    const began = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const deleting = sql().begin(async (tx) => {
      await work(tx);
      began.resolve();
      await end.promise;
    });
    await began.promise;
    return { deleting, finish: end.resolve };
  }

  test("of another project's problem finds none", async () => {
    const { id } = await create();
    const other = (await emptyProject()).as("lead");
    const edit = { problem: id, version: 1, fields: { ...fields, answer: "5" } };
    await expect(updateProblem(other, edit)).rejects.toMatchObject({ code: "not_found" });
    await expect(listVersions(other, { problem: id, limit: 9 })).rejects.toMatchObject({ code: "not_found" });
    const restoring = restoreVersion(other, { problem: id, restored: 1, version: 1 });
    await expect(restoring).rejects.toMatchObject({ code: "not_found" });
  });
});

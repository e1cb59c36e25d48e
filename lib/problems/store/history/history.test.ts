import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { editedFields as fields, importProblem } from "#lib/cli/testing/edited-problems.ts";
import { fullProblem } from "#lib/cli/testing/full-problem.ts";
import { emptyProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { type ProblemFields, problemFields } from "../../contract.ts";
import { createProblem } from "../create.ts";
import { updateProblem } from "../update.ts";
import { listVersions } from "./list.ts";
import { restoreVersion } from "./restore.ts";

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

describe("verdicts", () => {
  const verdictsOf = async (id: number) =>
    (
      await sql()<{ verdict: string | null }[]>`SELECT verdict FROM path WHERE problem_id = ${id} ORDER BY id`
    ).map(({ verdict }) => verdict);
  const current = async (id: number): Promise<ProblemFields> => {
    const [now] = await versions(id);
    return problemFields.parse(now?.fields);
  };

  test("go when the reference answer changes, and stay when anything else does", async () => {
    const id = await fullProblem(scope.projectId, scope.actor.userId, "x");
    const was = await current(id);
    await updateProblem(scope, {
      problem: id,
      version: 1,
      fields: { ...was, tags: ["new"], solution: "Add." },
    });
    expect(await verdictsOf(id)).toEqual(["correct", "incorrect"]);
    await updateProblem(scope, { problem: id, version: 2, fields: { ...was, answer: "5" } });
    expect(await verdictsOf(id)).toEqual([null, null]);
  });

  test("go when an import gives the first reference answer, and stay when it fills in something else", async () => {
    const id = await fullProblem(scope.projectId, scope.actor.userId, "x");
    await importFile("What is x?", { difficulty: "2" });
    expect(await verdictsOf(id)).toEqual(["correct", "incorrect"]);
    await sql()`UPDATE problem SET answer = NULL WHERE id = ${id}`;
    await importFile("What is x?", { answer: "5" });
    expect(await verdictsOf(id)).toEqual([null, null]);
  });
});

describe("restoring a version", () => {
  test("is a new version with the fields of then", async () => {
    const { id } = await create();
    await update(id, 1, { text: "What is 1 + 2?", answer: "3", subdomain: null });
    const restored = await restoreVersion(scope, { problem: id, restored: 1, version: 2 });
    expect(restored).toMatchObject({ ...fields, version: 3 });
    expect((await versions(id))[0]).toMatchObject({
      cause: "restore",
      changed: ["text", "answer", "subdomain"],
    });
    expect(await restoreVersion(scope, { problem: id, restored: 3, version: 3 })).toMatchObject({
      version: 3,
    });
  });

  test("that doesn't exist, or by someone who saw an older state, is refused", async () => {
    const { id } = await create();
    await update(id, 1, { answer: "3" });
    const missing = restoreVersion(scope, { problem: id, restored: 9, version: 2 });
    await expect(missing).rejects.toMatchObject({ code: "not_found" });
    const stale = restoreVersion(scope, { problem: id, restored: 1, version: 1 });
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
  });

  test("whose statement another problem has by now is a conflict", async () => {
    const { id } = await create();
    await update(id, 1, { text: "What is 1 + 2?" });
    const other = await create();
    await expect(restoreVersion(scope, { problem: id, restored: 1, version: 2 })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(other.key),
    });
  });
});

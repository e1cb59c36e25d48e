import { beforeEach, describe, expect, test } from "vitest";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { throwAwayProblem } from "#lib/cli/testing/problems.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { draft } from "../../contract/drafts.ts";
import type { DraftFields } from "../../contract.ts";
import { binProblems, unbinProblems } from "../bin.ts";
import { discardDraft } from "./discard.ts";
import { getDraft } from "./get.ts";
import { saveDraft } from "./save.ts";

testDatabase();

let project: TestProject;
let scope: ProjectScope;

beforeEach(async () => {
  project = await emptyProject();
  scope = project.as("curator");
});

const fields: DraftFields = {
  text: " What is ",
  answer: "",
  solution: "",
  subdomain: "",
  difficulty: "",
  tags: ["half"],
  source: "",
  split: "test",
};

async function colleague(): Promise<ProjectScope> {
  const userId = crypto.randomUUID();
  await sql()`INSERT INTO "user" (id, name, email) VALUES (${userId}, 'Colleague', ${userId})`;
  return { ...scope, actor: { ...scope.actor, userId } };
}

describe("a draft", () => {
  test("of a new problem is kept as it is, and takes the place of the one before", async () => {
    expect(await getDraft(scope, {})).toBeNull();
    const saved = await saveDraft(scope, { baseVersion: null, fields });
    expect(draft.parse(saved)).toEqual(saved);
    expect(await getDraft(scope, {})).toEqual(saved);
    const later = await saveDraft(scope, { baseVersion: null, fields: { ...fields, text: "What is 1" } });
    expect(later.updatedAt >= saved.updatedAt).toBe(true);
    expect(await getDraft(scope, {})).toEqual({ ...later, fields: { ...fields, text: "What is 1" } });
    expect(await sql()`SELECT FROM problem_draft WHERE project_id = ${project.id}`).toHaveLength(1);
  });

  test("is each person's own, for each problem and for a new one", async () => {
    const [problem, other] = [await throwAwayProblem(project.id), await throwAwayProblem(project.id)];
    await saveDraft(scope, { problem, baseVersion: 1, fields });
    expect(await getDraft(scope, {})).toBeNull();
    expect(await getDraft(scope, { problem: other })).toBeNull();
    const theirs = await colleague();
    expect(await getDraft(theirs, { problem })).toBeNull();
    await saveDraft(theirs, { problem, baseVersion: 1, fields: { ...fields, text: "Theirs" } });
    expect(await getDraft(scope, { problem })).toMatchObject({ fields });
  });

  test("keeps the version that it began with when the problem changes", async () => {
    const problem = await throwAwayProblem(project.id);
    await saveDraft(scope, { problem, baseVersion: 1, fields });
    await sql()`UPDATE problem SET version = 5 WHERE id = ${problem}`;
    await saveDraft(scope, { problem, baseVersion: 1, fields: { ...fields, answer: "4" } });
    expect(await getDraft(scope, { problem })).toMatchObject({ baseVersion: 1, fields: { answer: "4" } });
  });

  test("is saved once by many savings at the same moment", async () => {
    const problem = await throwAwayProblem(project.id);
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        Promise.all([
          saveDraft(scope, { problem, baseVersion: 1, fields: { ...fields, answer: String(n) } }),
          saveDraft(scope, { baseVersion: null, fields: { ...fields, answer: String(n) } }),
        ]),
      ),
    );
    expect(await sql()`SELECT FROM problem_draft WHERE project_id = ${project.id}`).toHaveLength(2);
  });

  test("is gone when it is discarded, and there is nothing to discard then", async () => {
    const problem = await throwAwayProblem(project.id);
    await saveDraft(scope, { problem, baseVersion: 1, fields });
    await saveDraft(scope, { baseVersion: null, fields });
    expect(await discardDraft(scope, { problem })).toEqual({ discarded: true });
    expect(await discardDraft(scope, { problem })).toEqual({ discarded: false });
    expect(await getDraft(scope, {})).not.toBeNull();
  });

  test("goes into the bin and back with its problem", async () => {
    const problem = await throwAwayProblem(project.id);
    const saved = await saveDraft(scope, { problem, baseVersion: 1, fields });
    const owner = { projectId: project.id, actorId: null };
    await sql().begin((tx) => binProblems(tx, owner, [problem]));
    const writing = saveDraft(scope, { problem, baseVersion: 1, fields });
    await expect(writing).rejects.toMatchObject({ code: "not_found" });
    await expect(getDraft(scope, { problem })).rejects.toMatchObject({ code: "not_found" });
    await sql().begin((tx) => unbinProblems(tx, owner, [problem]));
    expect(await getDraft(scope, { problem })).toEqual(saved);
  });

  test("of another project's problem is refused like one that doesn't exist", async () => {
    const problem = await throwAwayProblem((await emptyProject()).id);
    for (const act of [
      () => getDraft(scope, { problem }),
      () => saveDraft(scope, { problem, baseVersion: 1, fields }),
      () => discardDraft(scope, { problem }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
  });

  test("says with which version it began where it is of a problem, and only there", async () => {
    const problem = await throwAwayProblem(project.id);
    for (const wrong of [{ problem, baseVersion: null }, { baseVersion: 1 }])
      await expect(saveDraft(scope, { ...wrong, fields })).rejects.toMatchObject({
        code: "invalid_input",
        place: { field: "baseVersion" },
      });
  });

  test("with what no text of the database holds is refused as such", async () => {
    const writing = saveDraft(scope, { baseVersion: null, fields: { ...fields, text: "a\u0000b" } });
    await expect(writing).rejects.toMatchObject({ code: "22021" });
  });
});

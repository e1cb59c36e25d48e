import { expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, stageFile } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { mergeProblems } from "./merge.ts";

testDatabase();

test("a file of 20,000 lines is merged again in time that grows with its lines", async () => {
  const file = Array.from({ length: 20_000 }, (_, n) => ({ problem: `${n}?`, answer: "1" }));
  const project = await emptyProject();
  const stage = () =>
    stageFile(
      project.id,
      file.map((problem) => ({ problem })),
    );
  const first = await stage();
  await sql().begin((tx) => mergeProblems(tx, { projectId: project.id, runId: first }));
  // The planner's statistics know the run before, and nothing of the one to come.
  await sql()`ANALYZE import_row`;
  const runId = await stage();
  const result = await sql().begin(async (tx) => {
    await tx`SET LOCAL statement_timeout = '20s'`;
    return mergeProblems(tx, { projectId: project.id, runId });
  });
  expect(result).toMatchObject({ created: 0, matched: 20_000, rejectedCount: 0 });
}, 120_000);

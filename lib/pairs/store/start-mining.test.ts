import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { closeSender } from "#lib/jobs/queue.ts";
import { startMining } from "./start-mining.ts";

testDatabase();
afterAll(closeSender);

let project: TestProject;

beforeEach(async () => {
  project = await emptyProject();
  await sql()`
    WITH made AS (
      INSERT INTO problem (project_id, key, text, text_hash) VALUES (${project.id}, 'p', 'p', 'p') RETURNING id
    ), path AS (
      INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash)
      SELECT ${project.id}, id, 'p/1', 'cot', '[]', '1' FROM made RETURNING id
    )
    INSERT INTO score (project_id, path_id, scorer, kind, value)
    SELECT ${project.id}, path.id, one.scorer, one.kind::score_kind, 5 FROM path
    CROSS JOIN (VALUES ('rm', 'reward'), ('judge', 'critique')) AS one (scorer, kind)`;
});

const orders = {
  policy: "orders-disagree",
  perProblem: 3,
  reward: "rm",
  critique: "judge",
  margin: 2,
} as const;

test("mining by orders keeps whose scores are compared, other policies don't", async () => {
  expect(await startMining(project.as("lead"), orders)).toMatchObject({ kind: "mine", parameters: orders });
  const { parameters } = await startMining(project.as("lead"), { ...orders, policy: "any-two" });
  expect(parameters).toEqual({ policy: "any-two", perProblem: 3 });
});

test.each([
  ["reward", { ...orders, reward: undefined }],
  ["critique", { ...orders, critique: undefined }],
  ["margin", { ...orders, margin: undefined }],
  ["reward", { ...orders, reward: "judge" }],
  ["critique", { ...orders, critique: "nobody" }],
] as const)("mining by orders without a %s that is there says which field to mend", async (field, asked) => {
  await expect(startMining(project.as("lead"), asked)).rejects.toMatchObject({
    code: "invalid_input",
    place: { field },
  });
  expect(await sql()`SELECT FROM run WHERE project_id = ${project.id}`).toHaveLength(0);
});

import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { agreement } from "../contract.ts";
import { readAgreement } from "./agreement.ts";

testDatabase();

let project: TestProject;
let problem: number;

async function newProblem(): Promise<number> {
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash)
    VALUES (${project.id}, ${crypto.randomUUID()}, 'What?', ${crypto.randomUUID()}) RETURNING id`;
  return row.id;
}

async function answers(of: number, given: readonly (string | null)[]): Promise<void> {
  await sql()`
    INSERT INTO path (project_id, problem_id, key, kind, segments, content_hash, answer)
    SELECT ${project.id}, ${of}, ${of} || '/' || place, 'cot', '[]', place, answer #>> '{}'
    FROM jsonb_array_elements(${JSON.stringify(given)}::jsonb) WITH ORDINALITY AS given(answer, place)`;
}

beforeEach(async () => {
  project = await emptyProject();
  problem = await newProblem();
});

test("equal answers count together, and those of other problems don't", async () => {
  await answers(problem, ["18", "18", "$18", "18.0", "20", "20", null, null]);
  await answers(await newProblem(), ["20", "20", "20", "20"]);
  const found = await readAgreement(project.as("reviewer"), problem);
  expect(agreement.parse(found)).toEqual(found);
  expect(found).toEqual({
    paths: 8,
    answered: 6,
    majority: "18",
    answers: [
      { answer: "18", paths: 4 },
      { answer: "20", paths: 2 },
    ],
  });
});

test("a problem without paths, or with unchecked ones alone, agrees on nothing", async () => {
  expect(await readAgreement(project.as("lead"), problem)).toEqual({
    paths: 0,
    answered: 0,
    majority: null,
    answers: [],
  });
  await answers(problem, [null]);
  expect(await readAgreement(project.as("lead"), problem)).toMatchObject({ paths: 1, answered: 0 });
});

test("of more than 500 answers the rarest are left out, and the counts stay whole", async () => {
  await answers(problem, [...Array.from({ length: 600 }, (_, n) => String(n + 0.5)), "7", "7"]);
  const found = await readAgreement(project.as("lead"), problem);
  expect(found).toMatchObject({ paths: 602, answered: 602, majority: "7" });
  expect(found.answers).toHaveLength(20);
});

test("another project's problem looks like one that doesn't exist", async () => {
  const elsewhere = (await emptyProject()).as("lead");
  for (const id of [problem, 2_000_000_000]) {
    await expect(readAgreement(elsewhere, id)).rejects.toMatchObject({ code: "not_found" });
  }
});

import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { emptyProject, type TestProject } from "#lib/cli/testing/staged-import.ts";
import { sql } from "#lib/db.ts";
import { findPrompt, listPrompts, savePrompt } from "./prompts.ts";

testDatabase();

let here: TestProject;
let there: TestProject;
beforeAll(async () => {
  here = await emptyProject();
  there = await emptyProject();
});

const text = (words: string) => ({ system: "s", user: words });

test("versions follow one another, newest first, each purpose and project for itself", async () => {
  const scope = here.as("curator");
  expect(await listPrompts(scope, "instruct")).toEqual([]);
  expect(await findPrompt(here.id, "instruct", null)).toBeNull();
  const first = await savePrompt(scope, { ...text("one"), purpose: "instruct", base: 0 });
  const second = await savePrompt(scope, { ...text("two"), purpose: "instruct", base: 1 });
  await savePrompt(scope, { ...text("solve it"), purpose: "solve", base: 0 });
  expect(first).toMatchObject({ version: 1, user: "one", by: "Someone", purpose: "instruct" });
  expect(await listPrompts(scope, "instruct")).toEqual([second, first]);
  expect((await listPrompts(scope)).map(({ purpose, version }) => [purpose, version])).toEqual([
    ["instruct", 2],
    ["instruct", 1],
    ["solve", 1],
  ]);
  expect(await findPrompt(here.id, "instruct", null)).toEqual(second);
  expect(await findPrompt(here.id, "instruct", 1)).toEqual(first);
  expect(await findPrompt(there.id, "instruct", 1)).toBeNull();
  expect(await listPrompts(there.as("lead"))).toEqual([]);
});

test("of two people who change the same version the later one is told, however close they are", async () => {
  const scope = there.as("curator");
  const tries = await Promise.allSettled(
    ["a", "b", "c", "d"].map((words) => savePrompt(scope, { ...text(words), purpose: "instruct", base: 0 })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of tries) {
    if (one.status === "rejected")
      expect(one.reason).toMatchObject({ code: "conflict", place: { field: "base" } });
  }
  await expect(savePrompt(scope, { ...text("late"), purpose: "instruct", base: 7 })).rejects.toMatchObject({
    code: "conflict",
  });
  const audits = await sql()`SELECT action, target, detail FROM audit_entry WHERE project_id = ${there.id}`;
  expect(audits).toEqual([{ action: "prompt.save", target: "instruct", detail: { version: 1 } }]);
});

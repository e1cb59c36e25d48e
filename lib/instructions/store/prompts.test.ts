import { expect, test } from "vitest";
import { growingProject, newProblem } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { newestVersion, promptOf, promptSets, saveNextPrompt } from "#lib/models/store/prompt-sets.ts";
import { INSTRUCT_PROMPTS } from "../prompt-text.ts";
import { previewPrompt } from "./prompts.ts";

testDatabase();

const mine = { purpose: "instruct", system: "Be brief.", user: "{{count}} more: {{examples}}" } as const;

test("each purpose has its versions down to the one that is built in, and what its placeholders mean", async () => {
  const scope = await (await growingProject()).person("Ann");
  expect(await newestVersion(scope.projectId, "instruct")).toBe(0);
  const saved = await saveNextPrompt(scope, INSTRUCT_PROMPTS, { ...mine, base: 0 });
  expect(saved).toMatchObject({ version: 1, by: "Ann" });
  const [instruct, solve] = await promptSets(scope, INSTRUCT_PROMPTS);
  expect(instruct?.versions.map(({ version }) => version)).toEqual([1, 0]);
  expect(instruct?.placeholders.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    "examples",
    "count",
  ]);
  expect(solve?.versions).toEqual([
    { purpose: "solve", version: 0, by: null, at: null, ...INSTRUCT_PROMPTS.solve.builtIn },
  ]);
});

test("a run finds the version that it began with, whatever was saved since", async () => {
  const scope = await (await growingProject()).person("Ann");
  await saveNextPrompt(scope, INSTRUCT_PROMPTS, { ...mine, base: 0 });
  await saveNextPrompt(scope, INSTRUCT_PROMPTS, { ...mine, base: 1, user: "{{examples}} and {{count}}" });
  expect(await promptOf(scope.projectId, INSTRUCT_PROMPTS, "instruct", 1)).toEqual({
    system: mine.system,
    user: mine.user,
  });
  expect(await promptOf(scope.projectId, INSTRUCT_PROMPTS, "instruct", 0)).toEqual(
    INSTRUCT_PROMPTS.instruct.builtIn,
  );
  expect(await newestVersion(scope.projectId, "instruct")).toBe(2);
  await expect(promptOf(scope.projectId, INSTRUCT_PROMPTS, "instruct", 3)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a prompt that couldn't be filled in is not saved", async () => {
  const scope = await (await growingProject()).person("Ann");
  const save = (user: string) => saveNextPrompt(scope, INSTRUCT_PROMPTS, { ...mine, user, base: 0 });
  await expect(save("Some more, please")).rejects.toMatchObject({
    code: "invalid_input",
    place: { field: "user" },
  });
  await expect(save("{{count}} {{examples}} {{mood}}")).rejects.toMatchObject({
    message: expect.stringContaining("mood"),
  });
  expect(await newestVersion(scope.projectId, "instruct")).toBe(0);
});

test("a preview shows problems of the train split in their place", async () => {
  const project = await growingProject();
  const scope = await project.person("Ann");
  await newProblem(project.id, "A secret?", { split: "test" });
  await newProblem(project.id, "What is {{count}} + 1?");
  const { system, user } = await previewPrompt(scope, mine);
  expect(system).toBe("Be brief.");
  expect(user).toBe("4 more: Problem 1:\nWhat is {{count}} + 1?");
  expect(await previewPrompt(scope, { purpose: "solve", system: "", user: "{{problem}}!" })).toEqual({
    system: "",
    user: "What is {{count}} + 1?!",
  });
});

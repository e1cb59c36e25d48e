import { expect, test } from "vitest";
import { growingProject, newProblem } from "#lib/cli/testing/candidates.ts";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { testEndpoint } from "#lib/cli/testing/model-endpoint.ts";
import { sql } from "#lib/db.ts";
import { saveNextPrompt } from "#lib/models/store/prompt-sets.ts";
import { instructJob, instructRequest } from "../jobs.ts";
import { INSTRUCT_PROMPTS } from "../prompt-text.ts";
import { startInstruct } from "./start-instruct.ts";

testDatabase();

const URL = "http://127.0.0.1:9/v1";

async function ready(settings: { uses?: ("generator" | "judge")[]; concurrency?: number } = {}) {
  const project = await growingProject();
  const scope = await project.person("Ann");
  return { project, scope, model: await testEndpoint(project.id, URL, settings) };
}

test("a run keeps what may change while it goes on: window, last problem, versions of the prompts", async () => {
  const { project, scope, model } = await ready({ concurrency: 5 });
  const last = await newProblem(project.id, "What is 1 + 1?");
  await saveNextPrompt(scope, INSTRUCT_PROMPTS, {
    purpose: "instruct",
    base: 0,
    system: "",
    user: "{{count}} like these: {{examples}}",
  });
  const { id } = await startInstruct(scope, instructRequest.parse({ model, wanted: 7 }));
  const [run] = await sql()<[{ parameters: unknown; state: string; kind: string }]>`
    SELECT parameters, state, kind FROM run WHERE id = ${id} AND project_id = ${project.id}`;
  expect(run).toMatchObject({ state: "queued", kind: "instruct" });
  expect(instructJob.parameters.parse(run.parameters)).toMatchObject({
    model,
    wanted: 7,
    window: 10,
    lastProblem: last,
    prompts: { instruct: 1, solve: 0 },
  });
  const audit =
    await sql()`SELECT action FROM audit_entry WHERE project_id = ${project.id} AND target = ${`run ${id}`}`;
  expect(audit).toEqual([{ action: "instructions.instruct" }]);
});

test("a window has its limit, however many requests an endpoint takes at once", async () => {
  const { project, scope, model } = await ready({ concurrency: 200 });
  await newProblem(project.id, "What is 1 + 1?");
  const { parameters } = await startInstruct(scope, instructRequest.parse({ model }));
  expect(parameters).toMatchObject({ window: 32 });
});

test("a run that can't work is refused in words, and leaves nothing behind", async () => {
  const { project, scope, model } = await ready();
  const start = (input: Record<string, unknown>) =>
    startInstruct(scope, instructRequest.parse({ model, ...input }));
  await newProblem(project.id, "A secret of the test split?", { split: "test" });
  await expect(start({})).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/no seed/),
  });

  await newProblem(project.id, "What is 1 + 1?");
  const other = await growingProject();
  const theirs = await testEndpoint(other.id, URL);
  const judge = await testEndpoint(project.id, URL, { uses: ["judge"] });
  const removed = await testEndpoint(project.id, URL);
  await sql()`UPDATE model_endpoint SET removed_at = now() WHERE id = ${removed}`;
  for (const missing of [theirs, removed]) {
    await expect(start({ model: missing })).rejects.toMatchObject({
      code: "not_found",
      place: { field: "model" },
    });
    await expect(start({ solver: missing })).rejects.toMatchObject({
      code: "not_found",
      place: { field: "solver" },
    });
  }
  await expect(start({ model: judge })).rejects.toMatchObject({
    code: "invalid_input",
    place: { field: "model" },
  });
  await expect(start({ solver: judge })).rejects.toMatchObject({
    code: "invalid_input",
    place: { field: "solver" },
  });
  await expect(start({ subdomains: ["Nowhere"] })).rejects.toMatchObject({
    code: "invalid_input",
    place: { field: "subdomains" },
    message: expect.stringContaining("Nowhere"),
  });
  expect(await sql()`SELECT FROM run WHERE project_id = ${project.id}`).toHaveLength(0);
});

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type ModelServer, startModelServer } from "#lib/models/testing/model-server.ts";
import { reply, SAMPLED_MODELS, TOOL_MODEL } from "#lib/models/testing/replies/recorded.ts";
import { reply as rewarder } from "#lib/models/testing/replies/rewarder.ts";
import { allRunsDone, DATA, expect, HAS_DATA, importFile, NO_DATA, newProject, test } from "./studio.ts";

const SLUG = "many-paths";
const QUESTIONS = 120;
let server: ModelServer;
let measuring: ModelServer;

test.beforeAll(async () => {
  server = await startModelServer({ reply });
  measuring = await startModelServer({ reply: rewarder });
});
test.afterAll(() => Promise.all([server.close(), measuring.close()]));

/** The first test questions as problems of the train split, with the reference answer alone. */
function problemsFile(): string {
  const rows = readFileSync(join(DATA, "gsm8k/test.jsonl"), "utf8").split("\n").slice(0, QUESTIONS);
  const problems = rows.map((line) => {
    const { question, answer }: { question: string; answer: string } = JSON.parse(line);
    return JSON.stringify({ problem: question, answer: answer.split("####")[1]?.trim() });
  });
  const file = join(mkdtempSync(join(tmpdir(), "lemma-score-")), "problems.jsonl");
  writeFileSync(file, problems.join("\n"));
  return file;
}

async function addModels(page: Page): Promise<void> {
  await page.request.put("/api/v1/allowed-hosts", { data: { host: new URL(server.url).host } });
  for (const model of [...SAMPLED_MODELS, TOOL_MODEL]) {
    const settings = {
      name: model,
      baseUrl: server.url,
      model,
      uses: ["sampler"],
      parameters: { maxTokens: 600, extra: {} },
      inputPrice: 1,
      outputPrice: 2,
      concurrency: 8,
      requestsPerMinute: null,
      tokensPerMinute: null,
      structuredOutput: "none",
      timeoutSeconds: 30,
    };
    const made = await page.request.post(`/api/v1/projects/${SLUG}/models`, { data: { settings } });
    expect(made.ok()).toBe(true);
  }
}

/** Samples through the page: these models, of one kind. */
async function sample(page: Page, models: readonly string[], kind: "CoT" | "Mixed"): Promise<void> {
  await page.goto(`/projects/${SLUG}/sample`);
  for (const model of models) await page.getByRole("checkbox", { name: model, exact: true }).check();
  await page.getByRole("checkbox", { name: "CoT", exact: true }).setChecked(kind === "CoT");
  await page.getByRole("checkbox", { name: "Mixed", exact: true }).setChecked(kind === "Mixed");
  await page.getByLabel("Samples of each setup").fill("1");
  const setups = models.length === 1 ? "1 setup" : `${models.length} setups`;
  await expect(page.getByText(`${setups}, 1 of each`)).toBeVisible();
  await page.getByRole("button", { name: "Start sampling" }).click();
  await expect(page).toHaveURL(/\/runs\/\d+$/);
  await expect(page.getByText("done", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole("region", { name: "Yield by setup" })).toBeVisible();
}

/** Adds an endpoint that gives numbers, through the form, and asks it one small question. */
async function addMeasuring(page: Page, name: string, speaks: RegExp, answers: RegExp): Promise<void> {
  await page.goto(`/projects/${SLUG}/models`);
  await page.getByRole("button", { name: "Add a model" }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Name", { exact: false }).first().fill(name);
  await sheet.getByLabel("Speaks").click();
  await page.getByRole("option", { name: speaks }).click();
  await sheet.getByLabel("Base URL").fill(measuring.url);
  await sheet.getByLabel("Model", { exact: false }).first().fill(name.toLowerCase());
  await sheet.getByRole("button", { name: "Add", exact: true }).click();
  await expect(sheet).toBeHidden();
  const item = page.getByRole("listitem").filter({ hasText: name });
  await item.getByRole("button", { name: "Test" }).click();
  await expect(item.getByText(answers)).toBeVisible();
}

async function finished(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/runs\/\d+$/);
  await expect(page.getByText("done", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
}

test("a lead samples what five real models wrote, trains a critique and a reward, and selects", async ({
  page,
}) => {
  test.skip(!HAS_DATA, NO_DATA);
  test.setTimeout(420_000);
  await newProject(page, "Many paths");
  await importFile(page, SLUG, problemsFile());
  await addModels(page);

  await sample(page, SAMPLED_MODELS, "CoT");
  await sample(page, [TOOL_MODEL], "Mixed");
  await allRunsDone(page.request, SLUG);
  expect(server.billed()).toBeGreaterThanOrEqual(QUESTIONS * 6);

  // The same models asked again say the same: no new path, and each counts twice.
  await sample(page, [SAMPLED_MODELS[0]], "CoT");
  await allRunsDone(page.request, SLUG);
  await page.getByRole("link", { name: "Its paths" }).click();
  await expect(page.getByText("×2", { exact: true }).first()).toBeVisible();

  await page.goto(`/projects/${SLUG}/hard`);
  await expect(page.getByRole("heading", { name: "Hard samples", level: 1 })).toBeVisible();
  await page.getByLabel("Failing samples, %").fill("80");
  await expect(page.getByText(/^Would find \d+ hard samples? among/)).toBeVisible();
  await page.getByRole("button", { name: "Save the rule" }).click();
  await expect(page.getByText(/hard samples by the new rule/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Sample more for these" })).toBeVisible();

  await page.goto(`/projects/${SLUG}/scoring`);
  await expect(page.getByText("Nothing has scored a path yet")).toBeVisible();
  await page.getByRole("button", { name: "Train and score" }).click();
  await finished(page);
  await page.getByRole("link", { name: "The scorer" }).click();
  await expect(page.getByRole("heading", { name: "Built-in critique v1" })).toBeVisible();
  await expect(page.getByText("Answer agreement alone")).toBeVisible();
  await expect(page.getByRole("figure", { name: "Verdicts by score" })).toBeVisible();

  await page.goto(`/projects/${SLUG}/scoring`);
  await page
    .getByRole("radio", { name: "Reward" })
    .or(page.getByRole("button", { name: "Reward" }))
    .first()
    .click();
  await page.getByRole("button", { name: "Train and score" }).click();
  await finished(page);

  await page.request.put("/api/v1/allowed-hosts", { data: { host: new URL(measuring.url).host } });
  await addMeasuring(page, "Skywork", /vLLM \/classify/, /It gives one value/);
  await page.goto(`/projects/${SLUG}/scoring`);
  await expect(page.getByText(/^\d+ calls$/)).toBeVisible();
  await page.getByRole("button", { name: "Start the reward" }).click();
  await finished(page);
  await page.goto(`/projects/${SLUG}/scoring`);
  await expect(page.getByRole("link", { name: "Reward v1", exact: true })).toBeVisible();

  await addMeasuring(page, "Embedder", /^Embeddings/, /It gives vectors of 26 numbers/);
  await page.goto(`/projects/${SLUG}/selection?distance=embedding&embedding=embedder`);
  await page.getByRole("button", { name: /^Embed \d+ paths$/ }).click();
  await finished(page);
  await page.goto(`/projects/${SLUG}/selection?distance=embedding&embedding=embedder`);
  await expect(page.getByText(/^(\d+) of \1 paths embedded/)).toBeVisible();
  await expect(page.getByText("Kept, at most 4 of each")).toBeVisible();

  await page.goto(`/projects/${SLUG}/scoring/disputes`);
  await expect(page.getByRole("heading", { name: "Disputes" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^1 of \d+$/ })).toBeVisible();
  await page.keyboard.press("8");
  await expect
    .poll(async () => {
      const scorers: { source: string }[] = await (
        await page.request.get(`/api/v1/projects/${SLUG}/scorers`)
      ).json();
      return scorers.some(({ source }) => source === "person");
    })
    .toBe(true);

  await page.goto(`/projects/${SLUG}/selection`);
  await expect(page.getByRole("figure", { name: "Paths kept by k" })).toBeVisible();
  await page.getByLabel("Kept of each problem").fill("2");
  await expect(page.getByText("Kept, at most 2 of each")).toBeVisible();
  await page.getByLabel("Name of the selection").fill("Two of each");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start the run" }).click();
  await finished(page);
  await page.getByRole("link", { name: "The selection" }).click();
  await expect(page.getByRole("heading", { name: "Two of each" })).toBeVisible();
  await page
    .getByRole("row", { name: /Dropped/ })
    .first()
    .click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: /^Dropped: / })).toBeVisible();
  await expect(page.getByRole("region", { name: "This path" })).toBeVisible();

  await page.goto(`/projects/${SLUG}/selection/models`);
  await expect(page.getByRole("figure", { name: "Different reasoning by size" })).toBeVisible();
  await expect(page.getByRole("row", { name: /tora-70b/ }).first()).toBeVisible();
});

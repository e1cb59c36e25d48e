import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ModelServer, startModelServer } from "#lib/models/testing/model-server.ts";
import { reply as troubled } from "#lib/models/testing/replies/troubled.ts";
import { expect, importFile, newProject, test } from "./studio.ts";

const KEY = "sk-secret-of-the-journey";
const SEEDS = [
  "A baker sells 12 loaves each morning and 9 each afternoon. How many loaves are sold in a week?",
  "What is the area of a rectangle whose sides are 7 cm and 11 cm?",
  "Solve 3x + 5 = 26 for x.",
  "A train covers 180 km in 3 hours. How far does it get in 5 hours at the same speed?",
  "How many diagonals does a convex polygon with 8 corners have?",
  "Find the sum of the first 20 odd numbers.",
  "A jar holds 4 red and 6 blue marbles. What share of them is red?",
  "Compute the determinant of the matrix with rows (2, 3) and (1, 4).",
  "If a shirt costs 40 dollars after 20% were taken off, what did it cost before?",
  "What is the largest prime that divides 2024?",
];

let server: ModelServer;

test.beforeAll(async () => {
  server = await startModelServer({ reply: troubled, key: KEY });
});
test.afterAll(() => server.close());

test("a lead lets a model write problems: it fails, stalls, limits and garbles in turn, and the run ends well", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const file = join(mkdtempSync(join(tmpdir(), "lemma-instruct-")), "seeds.jsonl");
  writeFileSync(file, SEEDS.map((problem) => JSON.stringify({ problem, answer: "1" })).join("\n"));
  await newProject(page, "Written by a model");
  await importFile(page, "written-by-a-model", file);

  await page.goto("/projects/written-by-a-model/grow");
  await page.getByRole("region", { name: "Self-Instruct" }).getByRole("link", { name: "Models" }).click();
  await page.getByRole("button", { name: "Add a model" }).click();
  const form = page.getByRole("dialog", { name: "Add a model" });
  await form.getByLabel(/^Name/).fill("Small writer");
  await form.getByLabel(/^Base URL/).fill(server.url);
  await form.getByLabel(/^Model/).fill("small");
  await form.getByLabel(/^Key/).fill(KEY);
  await form.getByLabel("Price of output").fill("2");
  await form.getByText("More settings").click();
  await form.getByLabel("Seconds to wait").fill("2");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(form).toBeHidden();

  // An address inside the server's own network is refused until an owner lets it be reached.
  await page.getByRole("button", { name: /^Test/ }).click();
  await expect(page.getByText(/owner/i).first()).toBeVisible();
  await page.getByLabel("Host and port").fill(new URL(server.url).host);
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(page.getByText(new URL(server.url).host).last()).toBeVisible();
  await page.getByRole("button", { name: /^Test/ }).click();
  await expect(page.getByText(/answers|works/i).first()).toBeVisible({ timeout: 60_000 });
  expect(await page.content()).not.toContain(KEY);

  await page.goto("/projects/written-by-a-model/grow");
  const start = page.getByRole("region", { name: "Self-Instruct" });
  await start.getByLabel("Wanted").fill("12");
  await start.getByText("More settings").click();
  // The test server's problems are all of one kind.
  await start.getByLabel("ROUGE-L", { exact: true }).fill("0.95");
  await start.getByRole("button", { name: "Start Self-Instruct run" }).click();
  await expect(page).toHaveURL(/\/runs\/\d+$/);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Go on" }).click({ timeout: 60_000 });
  await expect(page.getByText("done", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("As many candidates as were wanted are accepted.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Calls" })).toBeVisible();
  expect(server.requests.length).toBeGreaterThan(server.billed());

  await page.getByRole("link", { name: "Candidates", exact: true }).last().click();
  await expect(page).toHaveURL(/\/candidates\?run=\d+/);
  const answer = await page.request.get("/api/v1/projects/written-by-a-model/problems?origin=generated");
  const { count }: { count: number } = await answer.json();
  expect(count).toBeGreaterThanOrEqual(12);
});

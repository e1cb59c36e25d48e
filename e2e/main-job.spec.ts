import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { compareAnswers } from "#lib/answers/equal.ts";
import { extractAnswer } from "#lib/answers/extract.ts";
import { allRunsDone, DATA, expect, HAS_DATA, importFile, NO_DATA, newProject, test } from "./studio.ts";

const FILES = ["test.jsonl", "example_model_solutions.jsonl", "tora-70b.jsonl"].map((name) =>
  join(DATA, "gsm8k", name),
);
/** Share correct of each model, as published with the data. */
const SHARES = {
  "6b_finetuning": "0.217",
  "6b_verification": "0.390",
  "175b_finetuning": "0.347",
  "175b_verification": "0.563",
  "tora-70b": "0.843",
};
const PROJECT = "gsm8k-journey";

/** Ids of the two paths on the screen, left and right. */
type Sides = [a: number, b: number];

test.describe("the main job on real data", () => {
  test.skip(!HAS_DATA, NO_DATA);

  test("imports, checks, mines, labels ten pairs by keyboard and exports right DPO rows", async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await newProject(page, "GSM8K journey");
    for (const file of FILES) await importFile(page, PROJECT, file);

    await page.goto(`/projects/${PROJECT}/problems`);
    await expect(page.getByText("1,319").first()).toBeVisible();
    await page.goto(`/projects/${PROJECT}/paths`);
    for (const [model, share] of Object.entries(SHARES)) {
      await expect(page.getByText(model, { exact: true }).first()).toBeVisible();
      await expect(page.getByText(share, { exact: true }).first()).toBeVisible();
    }

    await page.goto(`/projects/${PROJECT}/pairs`);
    await page.getByRole("button", { name: "Mine pairs" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Mine pairs" }).click();
    await allRunsDone(page.request, PROJECT);

    await page.goto(`/projects/${PROJECT}/review`);
    for (let label = 1; label <= 10; label += 1) {
      await expect(page.getByRole("region", { name: "Answer A, left" })).toBeVisible();
      const right = await rightSide(page.request, await currentPaths(page));
      await page.keyboard.press(right === "a" ? "1" : "2");
      await expect(page.getByText(`${label} by you`)).toBeVisible();
    }
    await page.reload();
    await expect(page.getByText("10 by you")).toBeVisible();

    await page.goto(`/projects/${PROJECT}/datasets?new=true`);
    await page.getByLabel("Name").fill("Judged pairs");
    await page.getByRole("button", { name: "Make the dataset" }).click();
    await expect(page.getByRole("heading", { name: "Judged pairs" })).toBeVisible();
    await page.getByRole("button", { name: "Freeze a version" }).click();
    await expect(page.getByText("Version 1", { exact: true })).toBeVisible();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "trl-dpo" }).click();
    const rows = readFileSync(await (await downloading).path(), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(10);
    const references = referenceAnswers();
    for (const { prompt, chosen, rejected } of rows) {
      const reference = references.get(prompt);
      expect(compareAnswers(reference ?? "", extractAnswer(chosen)?.answer ?? "").outcome).toBe("equal");
      expect(compareAnswers(reference ?? "", extractAnswer(rejected)?.answer ?? "").outcome).toBe(
        "different",
      );
    }
  });
});

/** The two paths on the screen, by the ids that the page carries for this purpose and for bug reports. */
async function currentPaths(page: Page): Promise<Sides> {
  const sides = page.locator("[data-path-id]");
  await expect(sides).toHaveCount(2);
  const idAt = async (at: number) => Number(await sides.nth(at).getAttribute("data-path-id"));
  return [await idAt(0), await idAt(1)];
}

async function rightSide(request: APIRequestContext, [a]: Sides): Promise<"a" | "b"> {
  const response = await request.get(`/api/v1/projects/${PROJECT}/paths/${a}`);
  const path: { verdict: string } = await response.json();
  return path.verdict === "correct" ? "a" : "b";
}

function referenceAnswers(): Map<string, string> {
  const lines = readFileSync(join(DATA, "gsm8k/test.jsonl"), "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => {
      const { question, answer }: { question: string; answer: string } = JSON.parse(line);
      return [question, answer.split("#### ")[1] ?? ""];
    }),
  );
}

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { allRunsDone, expect, importFile, newProject, test } from "./studio.ts";

const solution = (program: string) => `The program adds it up.\n\n\`\`\`python\n${program}\n\`\`\``;

/** Nine seeds that come from a file; the tenth is written by hand. */
const SEEDS = [
  [
    "Ben has 14 red and 23 blue pencils. How many pencils does he have?",
    "red = 14\nblue = 23\nprint(red + blue)",
    "37",
  ],
  [
    "A box holds 24 bottles. How many bottles are in 15 boxes?",
    "bottles = 24\nboxes = 15\nprint(bottles * boxes)",
    "360",
  ],
  [
    "Mia had 90 stickers and gave 34 of them away. How many are left?",
    "had = 90\ngave = 34\nprint(had - gave)",
    "56",
  ],
  [
    "A rope of 48 m is cut into pieces of 6 m. How many pieces are there?",
    "rope = 48\npiece = 6\nprint(rope // piece if rope % piece == 0 else rope / piece)",
    "8",
  ],
  [
    "A ticket costs 17 dollars. What do 13 tickets cost?",
    "ticket = 17\ncount = 13\nprint(ticket * count)",
    "221",
  ],
  [
    "A rectangle is 19 cm long and 8 cm wide. What is its perimeter in cm?",
    "length = 19\nwidth = 8\nprint(2 * (length + width))",
    "54",
  ],
  [
    "Tom reads 16 pages a day. How many pages does he read in 27 days?",
    "pages = 16\ndays = 27\nprint(pages * days)",
    "432",
  ],
  [
    "A farmer plants 11 rows of 33 trees. How many trees is that?",
    "rows = 11\ntrees = 33\nprint(rows * trees)",
    "363",
  ],
  [
    "Lea saves 45 dollars a month. How much has she after 18 months?",
    "saves = 45\nmonths = 18\nprint(saves * months)",
    "810",
  ],
] as const;

async function type(page: Page, editor: string, text: string): Promise<void> {
  // Until Monaco is there a plain field stands in its place; who types across the change is a person, not a test.
  await expect(page.locator(".monaco-editor")).toHaveCount(2);
  await page.getByRole("textbox", { name: editor }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
  const [start = ""] = text.split(/[\s,]/);
  await expect(page.getByLabel(`${editor}, drawn`)).toContainText(start);
}

test("a curator goes from an empty project over ten seeds and a variation run to accepted instructions", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await newProject(page, "Seeds to grow");
  const at = "/projects/seeds-to-grow";

  // The first seed is written in the editor: it reads the answer as it is typed and keeps a draft.
  await page.goto(`${at}/problems`);
  await page
    .getByRole("link", { name: /New problem/ })
    .first()
    .click();
  await type(page, "Statement", "Ada buys 12 apples at $3$ cents each. How many cents does she pay?");
  await page.getByLabel("Reference answer").fill("36");
  await expect(page.getByLabel("Reads as")).toContainText("36");
  await type(page, "Worked solution", solution("apples = 12\nprice = 3\nprint(apples * price)"));
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page).toHaveURL(/\/problems\/\d+/);
  await page.goto(`${at}/problems`);
  await expect(page.getByRole("row", { name: /Ada buys/ })).toBeVisible();

  const file = join(mkdtempSync(join(tmpdir(), "lemma-grow-")), "seeds.jsonl");
  writeFileSync(
    file,
    SEEDS.map(([problem, program, answer], place) =>
      JSON.stringify({
        id: `seed-${place}`,
        problem,
        answer,
        solution: solution(program),
        subdomain: "Arithmetic",
      }),
    ).join("\n"),
  );
  await importFile(page, "seeds-to-grow", file);

  await page.goto(`${at}/grow`);
  await expect(page.getByText(/10 seeds with a program/)).toBeVisible();
  await page.getByLabel("Variants of each seed").fill("3");
  await page.getByRole("button", { name: "Start variation run" }).click();
  await expect(page).toHaveURL(/\/runs\/\d+$/);
  await expect(page.getByText("done", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
  await allRunsDone(page.request, "seeds-to-grow");
  await page.getByRole("link", { name: "Candidates", exact: true }).last().click();
  await expect(page).toHaveURL(/\/candidates\?run=\d+/);

  // The candidates are looked through by keyboard: one is dropped, and taken back.
  const grid = page.getByRole("grid", { name: "Candidates" });
  await expect(grid.getByRole("row").nth(5)).toBeVisible();
  const generated = async () => {
    const answer = await page.request.get(`/api/v1${at}/problems?origin=generated`);
    const body: { count: number } = await answer.json();
    return body.count;
  };
  const accepted = await generated();
  expect(accepted).toBeGreaterThanOrEqual(24);
  await page.goto(`${at}/candidates?state=accepted`);
  await grid.getByRole("row").nth(1).click();
  await page.keyboard.press("x");
  await expect.poll(generated).toBe(accepted - 1);
  await page.keyboard.press("u");
  await expect.poll(generated).toBe(accepted);

  // An accepted one is a problem with its lineage.
  await page.goto(`${at}/problems?origin=generated`);
  await page
    .getByRole("grid", { name: "Problems" })
    .getByRole("row")
    .nth(1)
    .getByRole("link")
    .first()
    .click();
  const family = page.getByRole("region", { name: "Family" });
  await expect(family).toContainText(/Grow by variation|variation/i);
  await family.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/(problems|runs|candidates)\/\d+/);
});

test("two curators edit one seed: the later one sees both versions, and nothing is overwritten", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await newProject(page, "Edited by two");
  const made = await page.request.post("/api/v1/projects/edited-by-two/problems", {
    data: {
      fields: {
        text: "What is 2 + 2?",
        answer: "4",
        solution: null,
        subdomain: null,
        difficulty: null,
        tags: [],
        source: null,
        split: "train",
      },
    },
  });
  const { id }: { id: number } = await made.json();
  const edit = `/projects/edited-by-two/problems/${id}/edit`;
  await page.goto(edit);
  await type(page, "Statement", "What is 2 + 2, exactly?");
  await page.getByLabel("Difficulty").fill("easy");

  const other = await context.newPage();
  await other.goto(edit);
  // One person has one draft, so the other's is written through the API, as another program would.
  const before = await (await page.request.get(`/api/v1/projects/edited-by-two/problems/${id}`)).json();
  const saved = await page.request.patch(`/api/v1/projects/edited-by-two/problems/${id}`, {
    data: {
      version: before.version,
      fields: {
        text: "What do 2 and 2 make?",
        answer: "4",
        solution: null,
        subdomain: null,
        difficulty: null,
        tags: [],
        source: "somebody else",
        split: "train",
      },
    },
  });
  expect(saved.ok()).toBe(true);
  await other.close();

  await page.bringToFront();
  await page.keyboard.press("ControlOrMeta+s");
  const merge = page.getByRole("dialog", { name: "This problem was changed meanwhile" });
  await expect(merge).toBeVisible();
  await merge
    .getByRole("region", { name: "Statement" })
    .getByRole("button", { name: "Mine", exact: true })
    .click();
  await page.keyboard.press("ControlOrMeta+s");
  await expect(merge).toBeHidden();
  await expect
    .poll(async () => (await page.request.get(`/api/v1/projects/edited-by-two/problems/${id}`)).json())
    .toMatchObject({ text: "What is 2 + 2, exactly?", difficulty: "easy", source: "somebody else" });

  await page.goto(`/projects/edited-by-two/problems/${id}/history`);
  const versions = page.getByRole("list", { name: "Versions, newest first" });
  await expect(versions.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByRole("region", { name: "Version 3" }).getByRole("deletion").first()).toBeVisible();
});

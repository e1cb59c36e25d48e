import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HAS_SYMPY } from "#lib/python/testing/sympy.ts";
import { expect, importFile, newProject, test } from "./studio.ts";

const RECORDS = [
  { id: "sum", problem: "What is 48/2 + 3?", answer: "27" },
  { id: "logs", problem: "Simplify the expression for positive x.", answer: "2\\ln x" },
  { id: "open", problem: "Nobody has answered this one yet: what is 6 times 7?" },
  {
    problem_id: "sum",
    model: "steady",
    text: "```python\nprint(48 / 2 + 3)\n```\n```output\n27.0\n```\nThe answer is $\\boxed{27}$.",
  },
  {
    problem_id: "sum",
    model: "careless",
    text: "```python\nprint(48 / 2 + 3)\n```\n```output\n26.0\n```\nThe answer is $\\boxed{26}$.",
  },
  {
    problem_id: "sum",
    model: "broken",
    text: "```python\nprint(48 / 0)\n```\n```output\n27\n```\nThe answer is $\\boxed{27}$.",
  },
  {
    problem_id: "sum",
    model: "talker",
    text: "First 48/2 = 24.\nThen 24 + 3 = 28.\nSo the answer is 28.\n#### 28",
  },
  { problem_id: "logs", model: "talker", text: "It is $\\boxed{\\ln x^2}$." },
  { problem_id: "open", model: "a", text: "6 * 7 = 42\n#### 42" },
  { problem_id: "open", model: "b", text: "It is #### 42" },
  { problem_id: "open", model: "c", text: "It is #### 41" },
];

const RULED = { verdict: "correct", method: "compared as expressions" };

test("a lead verifies a project: code is run again, wrong steps are marked, doubts are settled", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const file = join(mkdtempSync(join(tmpdir(), "lemma-verify-")), "records.jsonl");
  writeFileSync(file, RECORDS.map((record) => JSON.stringify(record)).join("\n"));
  await newProject(page, "To verify");
  await importFile(page, "to-verify", file);

  await page.goto("/projects/to-verify/paths");
  await page.getByRole("button", { name: "Verify", exact: true }).click();
  await page.getByRole("menuitem", { name: "Those not verified yet" }).click();
  await expect(page.getByText("The paths are verified")).toBeVisible({ timeout: 120_000 });

  await page.goto("/projects/to-verify/paths?execution=different");
  await expect(page.getByRole("row", { name: /careless/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /steady|broken|talker/ })).toHaveCount(0);
  await page
    .getByRole("row", { name: /careless/ })
    .getByRole("link")
    .first()
    .click();
  const execution = page.getByRole("region", { name: "Execution" });
  await expect(execution).toContainText("26.0");
  await expect(execution).toContainText("27.0");

  await page.goto("/projects/to-verify/paths?execution=failed");
  await page
    .getByRole("row", { name: /broken/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Execution" })).toContainText("ZeroDivisionError");

  await page.goto("/projects/to-verify/paths?steps=wrong");
  await expect(page.getByRole("row", { name: /talker/ })).toHaveCount(1);
  await page
    .getByRole("row", { name: /talker/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByText("24 + 3 is 27, not 28").first()).toBeVisible();
  await page.keyboard.press("w");
  await expect(page.locator(".monaco-editor .view-lines").first()).toContainText("24 + 3 = 28");

  const { verdict, method } = HAS_SYMPY ? RULED : { verdict: "unverifiable", method: "can't tell" };
  await page.goto(`/projects/to-verify/paths?verdict=${verdict}`);
  await page
    .getByRole("row", { name: /talker/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText(method);

  await page.goto("/projects/to-verify/problems");
  await page
    .getByRole("link", { name: /Nobody has answered/ })
    .first()
    .click();
  await expect(page.getByText(/2 of 3/).first()).toBeVisible();
  await expect(page.getByText(/isn't a reference|not a reference/i).first()).toBeVisible();
});

test("answers are graded in a batch, in the order of the pairs", async ({ page }) => {
  const pairs = [
    { gold: "\\frac{1}{2}", pred: "The answer is $\\boxed{0.5}$." },
    { gold: "(1,3]", pred: "1 < x \\le 3" },
    { gold: "2\\ln x", pred: "\\ln x^2" },
    { gold: "1/3", pred: "0.33" },
    { gold: "\\text{blue}", pred: "f(x) is continuous at" },
  ];
  const response = await page.request.post("/api/v1/grade", { data: { pairs }, timeout: 60_000 });
  const grades: { equal: boolean | null; method: string | null }[] = await response.json();
  expect(grades.map(({ equal }) => equal)).toEqual([true, true, HAS_SYMPY ? true : null, false, null]);
  expect(grades[2]?.method).toBe(HAS_SYMPY ? "symbolic" : null);
});

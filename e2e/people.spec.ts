import { allRunsDone, expect, test, watch } from "./studio.ts";

const REVIEWER = { name: "Rae Reviewer", email: "rae@lemma.test", password: "another long password" };
const MODELS = ["mathlet-7b-cot", "mathlet-7b-pot", "abacus-13b", "abacus-33b"];

test("a reviewer joins by a link, judges blind, offline too, and never meets a model's name", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await page.request.post("/api/v1/demo", { data: {} });
  await allRunsDone(page.request, "demo");
  await page.request.post("/api/v1/projects/demo/pairs/mine", { data: { perProblem: 3 } });
  await allRunsDone(page.request, "demo");

  await page.goto("/people");
  await page.getByLabel("E-mail address").fill(REVIEWER.email);
  await page.getByRole("combobox", { name: /Project/ }).click();
  await page.getByRole("option", { name: /Demo/ }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.locator("code", { hasText: "/join/" }).textContent();

  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    ...(baseURL ? { baseURL } : {}),
  });
  const theirs = await context.newPage();
  const trouble = watch(theirs, baseURL ?? "");
  await theirs.goto(link ?? "");
  await expect(theirs.getByText("You are invited as reviewer.")).toBeVisible();
  await theirs.getByLabel("Name").fill(REVIEWER.name);
  await theirs.getByLabel("Password").fill(REVIEWER.password);
  await theirs.getByRole("button", { name: "Make my account" }).click();
  await expect(theirs).toHaveURL(/\/projects\/demo$/);
  await expect(theirs.getByRole("link", { name: /^Pairs/ })).toHaveCount(0);

  await theirs.goto("/projects/demo/review");
  await expect(theirs.getByRole("region", { name: "Answer A, left" })).toBeVisible();
  const blind = await theirs.content();
  for (const model of MODELS) expect(blind).not.toContain(model);

  await theirs.keyboard.press("1");
  await expect(theirs.getByText("1 by you")).toBeVisible();
  await context.setOffline(true);
  await theirs.keyboard.press("3");
  await theirs.keyboard.press("2");
  await expect(theirs.getByText("offline, 2 kept here")).toBeVisible();
  await context.setOffline(false);
  await expect(theirs.getByText("3 by you")).toBeVisible();
  await theirs.keyboard.press("u");
  await expect(theirs.getByText("2 by you")).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByText("2 by you")).toBeVisible();

  await theirs.goto("/projects/demo/paths");
  await expect(theirs.getByText("Calculus").or(theirs.getByText("correct")).first()).toBeVisible();
  const table = await theirs.content();
  for (const model of MODELS) expect(table).not.toContain(model);
  const refused = await theirs.request.get("/api/v1/projects/demo/pairs");
  expect(refused.status()).toBe(403);
  expect(trouble).toEqual([]);
  await context.close();
});

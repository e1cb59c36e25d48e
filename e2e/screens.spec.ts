import AxeBuilder from "@axe-core/playwright";
import { allRunsDone, expect, OWNER, test } from "./studio.ts";

const SIZES = [
  { name: "wide", width: 1280, height: 800 },
  { name: "narrow", width: 390, height: 844 },
];

const ROOMS = [
  "",
  "/import",
  "/problems",
  "/problems/new",
  "/problems/bin",
  "/subdomains",
  "/grow",
  "/grow/prompts",
  "/candidates",
  "/sample",
  "/sample/prompts",
  "/paths",
  "/scoring",
  "/scoring/disputes",
  "/scoring/prompts",
  "/hard",
  "/selection",
  "/selection/models",
  "/pairs",
  "/queues",
  "/queues/new",
  "/review",
  "/datasets",
  "/runs",
  "/models",
  "/members",
];
const OF_A_PROBLEM = ["/edit", "/history", "/template"];
/** Where a list's rows have their pages, if not under the list's own name. */
const PAGE_OF: Record<string, string> = { scorers: "scoring", selections: "selection" };
const HOME = ["/projects", "/account", "/people", "/docs/api"];

test.beforeAll(async ({ browser, ownerState, baseURL }) => {
  const context = await browser.newContext({ storageState: ownerState, ...(baseURL ? { baseURL } : {}) });
  await context.request.post("/api/v1/demo", { data: {} });
  await allRunsDone(context.request, "demo");
  await context.request.post("/api/v1/projects/demo/pairs/mine", { data: { perProblem: 2 } });
  await allRunsDone(context.request, "demo");
  await context.request.post("/api/v1/projects/demo/vary", { data: { perSeed: 2 } });
  await allRunsDone(context.request, "demo");
  await context.request.post("/api/v1/projects/demo/score/train", { data: { kind: "critique" } });
  await allRunsDone(context.request, "demo");
  await context.request.post("/api/v1/projects/demo/score/train", { data: { kind: "reward" } });
  await context.request.post("/api/v1/projects/demo/selections", {
    data: { name: "Demo selection", rule: {} },
  });
  await allRunsDone(context.request, "demo");
  await context.request.post("/api/v1/projects/demo/datasets", {
    data: { name: "Demo pairs", filter: { kind: "dpo", choice: "either" } },
  });
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const { name, width, height } of SIZES) {
    test(`every screen is sound in ${colorScheme} at ${width} pixels`, async ({ page, request }) => {
      test.setTimeout(480_000);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height });
      const first = async (what: string) => {
        const response = await request.get(`/api/v1/projects/demo/${what}`);
        const body: { items: { id: number }[] } | { id: number }[] = await response.json();
        const items = Array.isArray(body) ? body : body.items;
        return `/${PAGE_OF[what] ?? what}/${items[0]?.id}`;
      };
      const details = await Promise.all(
        ["problems", "candidates", "paths", "pairs", "runs", "datasets", "scorers", "selections"].map(first),
      );
      const ofAProblem = OF_A_PROBLEM.map((page) => `${details[0]}${page}`);
      const inProject = [...ROOMS, ...details, ...ofAProblem].map((room) => `/projects/demo${room}`);
      for (const path of [...HOME, ...inProject]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).exclude(".monaco-editor").analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(serious.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const file = `.lemma/shots/${name}-${colorScheme}${path.replaceAll("/", "_")}.png`;
        await page.screenshot({ path: file });
      }
    });
  }
}

test.describe("before sign-in", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("a stranger is led to sign-in, a wrong password is refused kindly, and the right one opens the studio", async ({
    page,
    ownerState,
  }) => {
    expect(ownerState).toBeTruthy();
    await page.goto("/projects/demo/problems");
    await expect(page).toHaveURL(/\/sign-in$/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    await page.getByLabel("E-mail address").fill(OWNER.email);
    await page.getByLabel("Password").fill("not the right password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("This address and password don't go together.")).toBeVisible();
    await page.getByLabel("Password").fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
  });
});

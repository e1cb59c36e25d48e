import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type APIRequestContext, type Browser, test as base, expect, type Page } from "@playwright/test";

/** Real data, kept outside the project. */
export const DATA = resolve("../shared/data");
export const HAS_DATA = existsSync(DATA);
export const NO_DATA = `real data is not here: ${DATA}`;

const OWNER_STATE = resolve(".lemma/e2e/owner.json");
export const OWNER = { name: "Olive Owner", email: "olive@lemma.test", password: "a long enough password" };

interface Fixtures {
  /** Fails the test on console errors, page errors and requests that leave the machine. */
  quiet: undefined;
}

interface WorkerFixtures {
  ownerState: string;
}

/** Opens the set-up link in a browser and makes the owner's account, once for all journeys. */
async function becomeOwner(browser: Browser, origin: string): Promise<void> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto(process.env["LEMMA_SETUP_LINK"] ?? "");
  await expect(page.getByRole("heading", { name: "Set up Lemma" })).toBeVisible();
  await fillAccount(page, OWNER);
  await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
  await context.storageState({ path: OWNER_STATE });
  await context.close();
}

export async function fillAccount(page: Page, account: typeof OWNER): Promise<void> {
  await page.getByLabel("Name").fill(account.name);
  await page.getByLabel("E-mail address").fill(account.email);
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Make my account" }).click();
}

/** Watches a page for what must never happen; returns the list of what did. */
export function watch(page: Page, origin: string): string[] {
  const trouble: string[] = [];
  page.on("console", (message) => {
    // The browser itself reports a connection that a test cut off, and a refusal that a test provoked.
    const provoked = /ERR_INTERNET_DISCONNECTED|status of (?:401|409)/.test(message.text());
    if (message.type() === "error" && !provoked) {
      trouble.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => trouble.push(`page: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url))
      trouble.push(`request left the machine: ${url}`);
  });
  return trouble;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  ownerState: [
    async ({ browser }, use) => {
      const origin = new URL(process.env["LEMMA_SETUP_LINK"] ?? "").origin;
      if (!existsSync(OWNER_STATE)) await becomeOwner(browser, origin);
      await use(OWNER_STATE);
    },
    { scope: "worker" },
  ],
  storageState: async ({ ownerState }, use) => use(ownerState),
  quiet: [
    async ({ page, baseURL }, use) => {
      const trouble = watch(page, baseURL ?? "");
      await use(undefined);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

interface RunAnswer {
  id: number;
  state: string;
  error: { message: string } | null;
}

/** Waits until no run of the project is queued or running, and fails when one failed. */
export async function allRunsDone(request: APIRequestContext, project: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const response = await request.get(`/api/v1/projects/${project}/runs`);
        const { items }: { items: RunAnswer[] } = await response.json();
        const failed = items.filter((run) => run.state === "failed").map((run) => run.error?.message);
        expect(failed).toEqual([]);
        return items.filter((run) => run.state === "queued" || run.state === "running").length;
      },
      { timeout: 120_000 },
    )
    .toBe(0);
}

/** Imports a file through the page, and waits for its run and the checks that follow. */
export async function importFile(page: Page, project: string, file: string): Promise<void> {
  await page.goto(`/projects/${project}/import`);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page).toHaveURL(/\/runs\/\d+$/);
  await expect(page.getByText("done", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  await allRunsDone(page.request, project);
}

export async function newProject(page: Page, name: string): Promise<void> {
  await page.goto("/projects?new=true");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Make the project" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

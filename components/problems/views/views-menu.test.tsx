import "../fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { SavedView } from "#lib/problems/contract/views.ts";
import { fakeStudio, Refusal } from "../fake-studio.ts";
import { fail, showScreen, testCache } from "../show-screen.tsx";
import { viewsQuery } from "./queries.ts";
import { ViewsMenu } from "./views-menu.tsx";

const P = "gsm8k";
const ROOT = `/projects/${P}/views`;

beforeEach(() => window.history.replaceState(null, "", "/?split=test&q=two+ducks"));
afterEach(cleanup);

const view = (id: number, name: string, part: Partial<SavedView> = {}): SavedView => ({
  id,
  room: "problems",
  name,
  search: "split=test",
  by: "Ada",
  mine: true,
  at: "2026-11-20T10:00:00.000Z",
  ...part,
});
const VIEWS = [view(1, "Tests"), view(2, "Everything", { search: "", mine: false, by: "Emmy" })];

function cacheWith(views: SavedView[] | null, role: Role = "curator") {
  const cache = testCache();
  const counts = { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 };
  const project = {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts,
  };
  cache.setQueryData(projectQuery(api, P).queryKey, project);
  if (views) cache.setQueryData(viewsQuery(api, P, "problems").queryKey, views);
  return cache;
}

async function open(cache = cacheWith(VIEWS)) {
  showScreen(<ViewsMenu project={P} room="problems" />, cache);
  fireEvent.click(screen.getByRole("button", { name: "Views" }));
  return screen.findByRole("menu");
}

const items = (menu: HTMLElement) => within(menu).queryAllByRole("menuitem");

async function choose(name: string, cache?: ReturnType<typeof cacheWith>) {
  const menu = await open(cache);
  fireEvent.click(within(menu).getByRole("menuitem", { name }));
  return screen.findByRole("dialog");
}

describe("the menu of views", () => {
  test("lists each view as a link with its filter in the address", async () => {
    const menu = await open();
    expect(items(menu).map((item) => [item.textContent, item.getAttribute("href")])).toEqual([
      ["Tests", `/projects/${P}/problems?split=test`],
      ["Everything", `/projects/${P}/problems`],
      ["Save this view…", null],
      ["Remove views…", null],
    ]);
  });

  test("lets a reviewer use views, and no more", async () => {
    const menu = await open(cacheWith(VIEWS, "reviewer"));
    expect(items(menu).map((item) => item.textContent)).toEqual(["Tests", "Everything"]);
  });

  test("says so where there are none, and where they couldn't be loaded", async () => {
    expect((await open(cacheWith([]))).textContent).toContain("No saved views yet");
    cleanup();
    const cache = cacheWith(null);
    fail(cache, viewsQuery(api, P, "problems").queryKey, new ORPCError("internal", { message: "It broke." }));
    expect((await open(cache)).textContent).toContain("Saved views couldn't be loaded");
  });
});

describe("saving a view", () => {
  test("says what it filters by, and saves the page's query string under the name", async () => {
    const calls = fakeStudio(() => view(3, "Ducks"));
    const dialog = await choose("Save this view…");
    expect(dialog.textContent).toContain("split: test, q: two ducks");
    const save = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Save" });
    expect(save.disabled).toBe(true);
    fireEvent.change(within(dialog).getByRole("textbox", { name: "Name" }), { target: { value: "Ducks" } });
    fireEvent.click(save);
    await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
    const body = { room: "problems", name: "Ducks", search: "split=test&q=two+ducks" };
    expect(calls).toEqual([{ method: "PUT", path: ROOT, body }]);
  });

  test("under a name that there is says that it replaces; a refusal stays with the name", async () => {
    fakeStudio(() => {
      throw new Refusal(409, "conflict", "Someone else saved a view “Everything”. Choose another name.");
    });
    const dialog = await choose("Save this view…");
    fireEvent.change(within(dialog).getByRole("textbox", { name: "Name" }), {
      target: { value: "Everything" },
    });
    fireEvent.click(within(dialog).getByRole("button", { name: "Replace" }));
    await expect.poll(() => dialog.textContent).toContain("Someone else saved a view “Everything”.");
  });
});

describe("removing views", () => {
  test("offers one's own, and to a lead all of them", async () => {
    const dialog = await choose("Remove views…");
    expect(
      within(dialog)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(["Testssplit: test"]);
    cleanup();
    const all = await choose("Remove views…", cacheWith(VIEWS, "lead"));
    expect(within(all).getAllByRole("listitem")).toHaveLength(2);
    expect(all.textContent).toContain("by Emmy");
  });

  test("takes the view away", async () => {
    const calls = fakeStudio(() => ({ removed: true }));
    const dialog = await choose("Remove views…");
    fireEvent.click(within(dialog).getByRole("button", { name: "Remove Tests" }));
    await expect.poll(() => calls.length).toBe(1);
    expect(calls[0]).toMatchObject({ method: "DELETE", path: `${ROOT}/1` });
  });
});

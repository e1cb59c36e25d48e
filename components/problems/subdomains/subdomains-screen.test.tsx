// First, because the API's client takes hold of the fetch that it finds.
import "../fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { Subdomain } from "#lib/problems/contract/subdomains.ts";
import { subdomainsQuery } from "../editor/queries.ts";
import { fakeStudio, Refusal } from "../fake-studio.ts";
import { fail, showScreen, testCache } from "../show-screen.tsx";
import { SubdomainsScreen } from "./subdomains-screen.tsx";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1000, height: 600 }));
afterEach(() => {
  cleanup();
});

const named = (
  id: number,
  name: string,
  parentId: number | null = null,
  part: Partial<Subdomain> = {},
): Subdomain => ({
  id,
  name,
  parentId,
  problems: 3,
  seeds: 2,
  within: 3,
  ...part,
});

const TREE = [
  named(1, "Algebra", null, { problems: 12, seeds: 10, within: 1215 }),
  named(2, "Groups", 1),
  named(3, "Linear", 1, { within: 5 }),
  named(4, "Matrices", 3),
  named(5, "Calculus", null, { problems: 0, seeds: 0, within: 0 }),
];

function cacheWith(subdomains: Subdomain[] | null, { role = "curator" as Role, unclassified = 0 } = {}) {
  const cache = testCache();
  const counts = { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 };
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts,
  });
  if (subdomains) cache.setQueryData(subdomainsQuery(api, P).queryKey, { subdomains, unclassified });
  return cache;
}

const show = (cache = cacheWith(TREE)) => showScreen(<SubdomainsScreen project={P} />, cache);
const lines = () => screen.getAllByRole("treeitem");
const line = (name: string) => screen.getByRole("treeitem", { name: new RegExp(`^${name}`) });
const press = (key: string, modifiers: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...modifiers });
const nameOf = (line: Element | null) =>
  line?.querySelector("[title]")?.textContent ?? line?.getAttribute("aria-label");
const focused = () => nameOf(document.activeElement);

const goTo = (name: string) => act(() => line(name).focus());

describe("the tree of sub-domains", () => {
  test("says of each line its level, its place, its counts and whether it is open", () => {
    show();
    expect(screen.getByRole("tree", { name: "Sub-domains" })).toBeTruthy();
    expect(lines().map((each) => each.textContent)).toEqual([
      "Algebra1,215 problems12 its own10 seeds",
      "Groups3 problems3 its own2 seeds",
      "Linear5 problems3 its own2 seeds",
      "Matrices3 problems3 its own2 seeds",
      "Calculus00 its own0 seeds",
    ]);
    const facts = ["aria-level", "aria-posinset", "aria-setsize", "aria-expanded"];
    expect(facts.map((fact) => line("Linear").getAttribute(fact))).toEqual(["2", "2", "2", "true"]);
    expect(facts.map((fact) => line("Calculus").getAttribute(fact))).toEqual(["1", "2", "2", null]);
  });

  test("leads from a count to the problems, and from the unclassified ones to theirs", () => {
    show(cacheWith(TREE, { unclassified: 7 }));
    const link = within(line("Algebra")).getByRole("link", { name: /^1,215\s*problems$/ });
    expect(link.getAttribute("href")).toBe(`/projects/${P}/problems?subdomain=Algebra`);
    expect(screen.getByRole("link", { name: "7 problems" }).getAttribute("href")).toBe(
      `/projects/${P}/problems?classified=no`,
    );
  });

  test("is walked, closed and opened by keys, with one line in the order of Tab", () => {
    show();
    goTo("Algebra");
    press("ArrowDown");
    press("ArrowDown");
    expect(focused()).toBe("Linear");
    expect(lines().filter((each) => each.tabIndex === 0)).toHaveLength(1);
    press("ArrowLeft");
    expect(lines().map((each) => nameOf(each))).not.toContain("Matrices");
    press("ArrowRight");
    press("ArrowRight");
    expect(focused()).toBe("Matrices");
    press("End");
    expect(focused()).toBe("Calculus");
  });

  test("opens a sub-domain's problems with o", () => {
    const shown = show();
    goTo("Linear");
    press("o");
    expect(shown.visited).toEqual([`/projects/${P}/problems?subdomain=Linear`]);
  });

  test("is for reading only to a reviewer, whatever they press", () => {
    show(cacheWith(TREE, { role: "reviewer" }));
    expect(screen.queryByRole("button", { name: /Change|Add/ })).toBeNull();
    goTo("Linear");
    for (const key of ["Enter", "n", "Delete", "m"]) press(key);
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
    press("ArrowUp");
    expect(focused()).toBe("Groups");
  });
});

describe("changes by keys", () => {
  test("Enter renames in place, Escape leaves the name and gives the focus back", () => {
    show();
    goTo("Linear");
    press("Enter");
    const field = screen.getByRole("textbox", { name: "New name of Linear" });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: "Something" } });
    press("Escape");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(focused()).toBe("Linear");
  });

  test("a new name goes to the server once, though Enter and leaving the field both end it", async () => {
    const calls = fakeStudio(() => named(3, "Linear algebra", 1));
    show();
    goTo("Linear");
    press("Enter");
    const field = screen.getByRole("textbox");
    fireEvent.change(field, { target: { value: "  Linear algebra " } });
    press("Enter");
    fireEvent.blur(field);
    await expect.poll(() => calls.length).toBe(1);
    expect(calls).toEqual([
      { method: "PATCH", path: "/projects/gsm8k/subdomains/3", body: { name: "Linear algebra" } },
    ]);
    await expect.poll(focused).toBe("Linear");
  });

  test("a taken name offers to merge the two, which removes one into the other", async () => {
    const calls = fakeStudio(() => ({ moved: 3 }));
    show();
    goTo("Groups");
    press("Enter");
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "Calculus" } });
    press("Enter");
    const dialog = await screen.findByRole("alertdialog", { name: "Merge “Groups” into “Calculus”?" });
    expect(dialog.textContent).toContain("“Groups” holds 3 problems and 0 sub-domains");
    fireEvent.click(within(dialog).getByRole("button", { name: "Merge" }));
    await expect.poll(() => calls.length).toBe(1);
    expect(calls).toEqual([{ method: "DELETE", path: "/projects/gsm8k/subdomains/2", body: { into: 5 } }]);
    await expect.poll(focused).toBe("Groups");
  });

  test("Alt with arrows indents below the one before and outdents beside the parent", async () => {
    const calls = fakeStudio(() => named(3, "Linear", 2));
    show();
    goTo("Linear");
    press("ArrowRight", { altKey: true });
    await expect.poll(() => calls.length).toBe(1);
    await expect.poll(() => screen.getByRole("tree").getAttribute("aria-busy")).toBe("false");
    press("ArrowLeft", { altKey: true });
    await expect.poll(() => calls.length).toBe(2);
    expect(calls).toEqual([
      { method: "PATCH", path: "/projects/gsm8k/subdomains/3", body: { parentId: 2 } },
      { method: "PATCH", path: "/projects/gsm8k/subdomains/3", body: { parentId: null } },
    ]);
  });

  test("n writes one beside, Shift+n one below; what is empty isn't made", async () => {
    const calls = fakeStudio(() => named(9, "Tensors", 3));
    show();
    goTo("Linear");
    press("n");
    expect(lines().map((each) => nameOf(each))).toEqual([
      ..."Algebra Groups Linear Matrices".split(" "),
      "New sub-domain",
      "Calculus",
    ]);
    press("Enter");
    expect(calls).toEqual([]);
    expect(focused()).toBe("Linear");
    press("N", { shiftKey: true });
    expect(lines()[3]?.getAttribute("aria-level")).toBe("3");
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "Tensors" } });
    press("Enter");
    await expect.poll(() => calls.length).toBe(1);
    expect(calls).toEqual([
      { method: "POST", path: "/projects/gsm8k/subdomains", body: { name: "Tensors", parentId: 3 } },
    ]);
  });

  test("Delete asks where the problems go: to the parent, unless another place is chosen", async () => {
    const calls = fakeStudio(() => ({ moved: 3 }));
    show();
    goTo("Linear");
    press("Delete");
    const dialog = screen.getByRole("dialog", { name: "Remove “Linear”?" });
    expect(dialog.textContent).toContain("“Linear” holds 3 problems and 1 sub-domain.");
    expect(within(dialog).getByRole<HTMLInputElement>("combobox").value).toBe("Algebra");
    fireEvent.click(within(dialog).getByRole("button", { name: "Remove" }));
    await expect.poll(() => calls.length).toBe(1);
    expect(calls).toEqual([{ method: "DELETE", path: "/projects/gsm8k/subdomains/3", body: { into: 1 } }]);
    await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
  });

  test("a removal that fails keeps the dialog open and says why", async () => {
    fakeStudio(() => {
      throw new Refusal(404, "not_found", "There is no such sub-domain here.");
    });
    show();
    goTo("Groups");
    press("Delete");
    fireEvent.click(screen.getByRole("button", { name: "Remove" }));
    await expect
      .poll(() => screen.getByRole("dialog").textContent)
      .toContain("There is no such sub-domain here.");
  });
});

describe("other states", () => {
  test("an empty project teaches what sub-domains are, and n writes the first", () => {
    show(cacheWith([]));
    expect(screen.getByRole("heading", { name: "No sub-domains yet" })).toBeTruthy();
    fireEvent.keyDown(document.body, { key: "n" });
    expect(screen.getByRole("textbox", { name: "Name of the new sub-domain" })).toBeTruthy();
  });

  test("an empty project tells a reviewer who can make them", () => {
    show(cacheWith([], { role: "reviewer" }));
    expect(screen.queryByRole("button", { name: /Add/ })).toBeNull();
    expect(screen.getByText(/A curator or lead makes them/)).toBeTruthy();
  });

  test("a failure is shown with a way to try again", () => {
    const cache = cacheWith(null);
    fail(cache, subdomainsQuery(api, P).queryKey, new ORPCError("internal", { message: "It broke." }));
    show(cache);
    expect(screen.getByRole("alert").textContent).toContain("It broke.");
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });

  test("while it loads there is no tree", () => {
    show(cacheWith(null));
    expect(screen.queryByRole("tree")).toBeNull();
    expect(screen.getByRole("heading", { name: "Tree" })).toBeTruthy();
  });
});

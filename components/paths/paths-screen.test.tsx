import { onlineManager } from "@tanstack/react-query";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { ModelFacet, PathFacets, PathFilter, PathRow } from "#lib/paths/contract.ts";
import { PathsScreen } from "./paths-screen.tsx";
import { pathFacetsQuery, pathsQuery } from "./queries.ts";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1000, height: 400 }));
afterEach(cleanup);

const row: PathRow = {
  id: 70,
  key: "a",
  problemId: 7,
  problemText: "How many eggs?",
  kind: "mixed",
  model: "ToRA",
  modelHidden: false,
  answer: "17",
  verdict: "incorrect",
  verdictMethod: "numeric",
  verdictReason: "17 is not 18",
  tokens: null,
  executionOutcome: null,
  wrongSteps: null,
  author: null,
  copies: 1,
  flaw: null,
  isHard: false,
};

function facet(model: string | null, part: Partial<ModelFacet> = {}): ModelFacet {
  return {
    model,
    paths: 1319,
    correct: 743,
    incorrect: 576,
    unverifiable: 0,
    error: 0,
    unchecked: 0,
    ...part,
  };
}

interface Setting {
  filter?: PathFilter;
  role?: Role;
  models?: ModelFacet[];
  unchecked?: number;
  facets?: Partial<PathFacets>;
}

function cacheWith(
  rows: PathRow[] | null,
  { filter = {}, role = "lead", models = [facet("ToRA")], unchecked = 0, facets = {} }: Setting = {},
) {
  const cache = testCache();
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  });
  cache.setQueryData(pathFacetsQuery(api, P).queryKey, {
    models,
    kinds: models.length === 0 && role !== "reviewer" ? [] : [{ value: "mixed", count: 1319 }],
    verdicts: unchecked > 0 ? [{ value: "unchecked", count: unchecked }] : [],
    executions: [],
    wrongSteps: 0,
    ...facets,
  });
  if (rows !== null) {
    cache.setQueryData(pathsQuery(api, P, filter).queryKey, {
      pages: [{ items: rows, nextCursor: null, count: rows.length }],
      pageParams: [null],
    });
  }
  return cache;
}

const show = (cache = cacheWith([row]), search = "") =>
  showScreen(<PathsScreen project={P} />, cache, search);

describe("the table of paths", () => {
  test("shows who answered, what, and what checking says of it", () => {
    show();
    const [, first] = within(screen.getByRole("grid", { name: "Paths" })).getAllByRole("row");
    const cells = first
      ? within(first)
          .getAllByRole("gridcell")
          .map((cell) => cell.textContent)
      : [];
    expect(cells).toEqual(["How many eggs?", "ToRA", "Mixed", "17", "Incorrect", "17 is not 18"]);
  });

  test("stands under each model's share of correct paths, to three decimals", () => {
    const models = [
      facet("175b"),
      facet(null, { paths: 10, correct: 1, unchecked: 4 }),
      facet("new", { correct: 0, unchecked: 1319 }),
    ];
    show(cacheWith([row], { models }));
    const strip = within(screen.getByRole("list", { name: "Share correct by model" }));
    expect(strip.getAllByRole("button").map((button) => button.textContent)).toEqual([
      "175b0.5631,319 paths",
      "a person0.10010 paths, 4 not checked",
      "new—1,319 paths, 1,319 not checked",
    ]);
  });

  test("is filtered by a model when its share is pressed, and no longer when it is pressed again", async () => {
    const cache = cacheWith([row]);
    cache.setQueryData(pathsQuery(api, P, { model: "ToRA" }).queryKey, {
      pages: [{ items: [row, { ...row, id: 71 }], nextCursor: null, count: 2 }],
      pageParams: [null],
    });
    show(cache);
    fireEvent.click(screen.getByRole("button", { name: /ToRA/, pressed: false }));
    expect(await screen.findByText("2 paths")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /ToRA/, pressed: true }));
    expect(await screen.findByText("1 path")).toBeTruthy();
  });

  test("shows reviewers no model anywhere, and no way to check", () => {
    show(cacheWith([{ ...row, model: null, modelHidden: true }], { role: "reviewer", models: [] }));
    expect(screen.getAllByRole("columnheader").map((header) => header.textContent)).not.toContain("Model");
    expect(screen.queryByText("a person")).toBeNull();
    expect(screen.queryByRole("list", { name: "Share correct by model" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Check" })).toBeNull();
  });

  test("lets a curator check what is unchecked, with its number, or all again", async () => {
    show(cacheWith([row], { role: "curator", unchecked: 1200 }));
    fireEvent.click(screen.getByRole("button", { name: "Check" }));
    const items = await screen.findAllByRole("menuitem");
    expect(items.map((item) => item.textContent)).toEqual(["Unchecked: 1,200 paths", "All paths again"]);
  });

  test("shows in a column what verifying came to, once anything is verified", () => {
    const rows: PathRow[] = [
      row,
      { ...row, id: 71, executionOutcome: "reproduced", wrongSteps: 0 },
      { ...row, id: 72, executionOutcome: "failed", wrongSteps: 2 },
      { ...row, id: 73, kind: "cot", wrongSteps: 0 },
      { ...row, id: 74, kind: "cot", wrongSteps: 1 },
    ];
    show(cacheWith(rows));
    const place = screen
      .getAllByRole("columnheader")
      .findIndex((header) => header.textContent === "Verified");
    const cells = screen
      .getAllByRole("row")
      .slice(1)
      .map((each) => within(each).getAllByRole("gridcell")[place]?.textContent);
    expect(cells).toEqual(["", "Reproduced", "Failed2 wrong steps", "No wrong step", "1 wrong step"]);
    cleanup();
    show();
    expect(screen.getAllByRole("columnheader").map((header) => header.textContent)).not.toContain("Verified");
  });

  test("lets one filter by what running the code came to and by wrong steps, with counts", async () => {
    const facets = { executions: [{ value: "failed" as const, count: 12 }], wrongSteps: 3 };
    const cache = cacheWith([row], { facets });
    const filtered: PathFilter = { execution: "failed", steps: "wrong" };
    cache.setQueryData(pathsQuery(api, P, filtered).queryKey, {
      pages: [{ items: [row, { ...row, id: 71 }], nextCursor: null, count: 2 }],
      pageParams: [null],
    });
    const shown = show(cache);
    fireEvent.click(screen.getByRole("combobox", { name: "Filter by Execution" }));
    const outcomes = await screen.findAllByRole("option");
    expect(outcomes.map((option) => option.textContent)).toEqual([
      "Reproduced0",
      "Differs0",
      "Ran0",
      "Failed12",
    ]);
    fireEvent.click(screen.getByRole("option", { name: /Failed/ }));
    fireEvent.click(screen.getByRole("combobox", { name: "Filter by Steps" }));
    fireEvent.click(await screen.findByRole("option", { name: /Some wrong\s*3/ }));
    expect(await screen.findByText("2 paths")).toBeTruthy();
    expect(shown.searches.at(-1)).toBe("?execution=failed&steps=wrong");
  });

  test("lets a curator verify what the filter shows, with its number: what isn't verified yet, or all again", async () => {
    const filter: PathFilter = { kind: "mixed" };
    show(cacheWith([row, { ...row, id: 71 }], { role: "curator", filter }), "?kind=mixed");
    fireEvent.click(screen.getByRole("button", { name: "Verify" }));
    const items = await screen.findAllByRole("menuitem");
    expect(items.map((item) => item.textContent)).toEqual(["Those not verified yet", "All of them again"]);
    expect(screen.getByText("2 paths in this filter")).toBeTruthy();
  });

  test.each([
    ["Those not verified yet", false],
    ["All of them again", true],
  ])("sends the very filter that it shows to be verified: %s", async (name, again) => {
    // Offline, so that what is to be sent stays where it can be looked at.
    onlineManager.setOnline(false);
    onTestFinished(() => onlineManager.setOnline(true));
    const filter: PathFilter = { kind: "mixed", verdict: "incorrect" };
    const cache = cacheWith([row], { role: "curator", filter });
    show(cache, "?kind=mixed&verdict=incorrect");
    fireEvent.click(screen.getByRole("button", { name: "Verify" }));
    fireEvent.click(await screen.findByRole("menuitem", { name }));
    const sent = cache.getMutationCache();
    await waitFor(() => expect(sent.getAll().at(0)?.state.variables).toEqual({ project: P, filter, again }));
  });

  test("shows reviewers no way to verify", () => {
    show(cacheWith([row], { role: "reviewer", models: [] }));
    expect(screen.queryByRole("button", { name: "Verify" })).toBeNull();
  });

  test("names the author of a path that a person wrote in the studio", () => {
    show(cacheWith([{ ...row, model: null, author: "Olive" }]));
    expect(screen.getByText("Olive")).toBeTruthy();
    expect(screen.queryByText("a person")).toBeNull();
  });

  test("of a project without paths says what a path is and leads to the import", () => {
    show(cacheWith([], { models: [] }));
    expect(screen.getByRole("heading", { name: "No paths yet" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Import a file" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Check" })).toBeNull();
  });

  test("that a filter leaves empty offers to clear it", () => {
    show(cacheWith([], { filter: { verdict: "error", model: "" } }), "?verdict=error&model=");
    expect(screen.getByRole("heading", { name: "No paths match" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Clear the filters" })).toBeTruthy();
  });

  test("is busy while the first rows are on their way", () => {
    show(cacheWith(null));
    expect(screen.getByRole("grid").getAttribute("aria-busy")).toBe("true");
  });

  test("shows a lost connection in words, with a way to try again", () => {
    const cache = cacheWith(null);
    fail(cache, pathsQuery(api, P, {}).queryKey, new TypeError("fetch failed"));
    show(cache);
    expect(screen.getByRole("alert").textContent).toContain("can't be reached");
    expect(screen.getByRole("alert").textContent).not.toContain("fetch failed");
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });

  test("becomes cards where it is narrow", () => {
    fakeLayout({ width: 390, height: 600 });
    show();
    expect(screen.queryByRole("columnheader")).toBeNull();
    expect(screen.getByRole("link", { name: /How many eggs\?.*Incorrect.*Mixed.*ToRA.*17/ })).toBeTruthy();
  });
});

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { ProblemFilter, ProblemRow } from "#lib/problems/contract.ts";
import { ProblemsScreen } from "./problems-screen.tsx";
import { problemFacetsQuery, problemsQuery } from "./queries.ts";
import { fail, showScreen, testCache } from "./show-screen.tsx";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1000, height: 400 }));
afterEach(cleanup);

function row(id: number, part: Partial<ProblemRow> = {}): ProblemRow {
  return {
    id,
    key: `p${id}`,
    text: `How many eggs has duck ${id}?`,
    answer: String(id),
    subdomain: null,
    origin: "seed",
    split: "train",
    difficulty: null,
    tags: [],
    paths: 6,
    correct: 2,
    countedPaths: 0,
    failedPaths: 0,
    isHard: false,
    ...part,
  };
}

function cacheWith(
  rows: ProblemRow[] | null,
  {
    filter = {},
    role = "lead",
    count = rows?.length ?? 0,
  }: {
    filter?: ProblemFilter;
    role?: Role;
    count?: number;
  } = {},
) {
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
  cache.setQueryData(problemFacetsQuery(api, P).queryKey, {
    subdomains: [{ value: "Number theory", count: 12 }],
    origins: [{ value: "seed", count: 1319 }],
    splits: [{ value: "train", count: 1319 }],
    difficulties: [],
  });
  if (rows !== null) {
    cache.setQueryData(problemsQuery(api, P, filter).queryKey, {
      pages: [{ items: rows, nextCursor: null, count }],
      pageParams: [null],
    });
  }
  return cache;
}

const show = (cache = cacheWith([row(1)]), search = "") =>
  showScreen(<ProblemsScreen project={P} />, cache, search);

describe("the table of problems", () => {
  test("shows each problem with its answer, its paths and the share of correct ones", () => {
    show(
      cacheWith([
        row(1, { text: "What is $\\frac{1}{2}$ of 36?", answer: "18" }),
        row(2, { paths: 0, correct: 0, answer: null }),
      ]),
    );
    const grid = screen.getByRole("grid", { name: "Problems" });
    const [, first, second] = within(grid).getAllByRole("row");
    const cells = (of: HTMLElement | undefined) =>
      of
        ? within(of)
            .getAllByRole("gridcell")
            .map((cell) => cell.textContent)
        : [];
    expect(first?.querySelector(".katex")).toBeTruthy();
    expect(cells(first).slice(1)).toEqual(["18", "—", "—", "Train", "6", "0.333"]);
    expect(cells(second).slice(1)).toEqual(["—", "—", "—", "Train", "0", "—"]);
    expect(within(grid).getAllByRole("link")[0]?.getAttribute("href")).toBe(`/projects/${P}/problems/1`);
  });

  test("says how many problems there are, and where counting has stopped", () => {
    show(cacheWith([row(1)], { count: 1319 }));
    expect(screen.getByText("1,319 problems")).toBeTruthy();
    cleanup();
    show(cacheWith([row(1)], { count: 100_000 }));
    expect(screen.getByText("100,000+ problems")).toBeTruthy();
  });

  test("is busy while the first rows are on their way", () => {
    show(cacheWith(null));
    expect(screen.getByRole("grid").getAttribute("aria-busy")).toBe("true");
    expect(screen.getByRole("status").textContent).toBe("");
  });

  test("leads a curator of an empty project to the import, and tells a reviewer who can import", () => {
    show(cacheWith([], { role: "curator" }));
    expect(screen.getByRole("heading", { name: "No problems yet" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Import a file" }).getAttribute("href")).toBe(
      `/projects/${P}/import`,
    );
    cleanup();
    show(cacheWith([], { role: "reviewer" }));
    expect(screen.queryByRole("link", { name: "Import a file" })).toBeNull();
    expect(screen.getByText(/A curator or lead imports/)).toBeTruthy();
  });

  test("with a filter that nothing matches offers to clear it, which empties the URL", async () => {
    const cache = cacheWith([], { filter: { q: "zebra", split: "test" } });
    const shown = show(cache, "?q=zebra&split=test");
    fireEvent.click(screen.getByRole("button", { name: "Clear the filters" }));
    await expect.poll(() => shown.searches.at(-1)).toBe("");
  });

  test("reads its filter from the URL and shows it in the bar", () => {
    const cache = cacheWith([row(1)], { filter: { subdomain: "Number theory", answered: false } });
    show(cache, "?subdomain=Number+theory&answered=no");
    expect(screen.getByText("1 problem")).toBeTruthy();
    expect(screen.getByText("Without answer")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Remove filter Sub-domain" })).toBeTruthy();
  });

  test("shows a failure with its code and a way to try again", () => {
    const cache = cacheWith(null);
    fail(
      cache,
      problemsQuery(api, P, {}).queryKey,
      new ORPCError("internal", { message: "Something broke in the studio." }),
    );
    show(cache);
    expect(screen.getByRole("alert").textContent).toContain("Something broke in the studio.");
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });

  test("refused to someone says so, without a button that couldn't help", () => {
    const cache = cacheWith(null);
    fail(cache, problemsQuery(api, P, {}).queryKey, new ORPCError("forbidden", { message: "Ask a lead." }));
    show(cache);
    expect(screen.getByText("Ask a lead.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  test("becomes cards where it is narrow", () => {
    fakeLayout({ width: 390, height: 600 });
    show(cacheWith([row(1, { subdomain: "Calculus" })]));
    expect(screen.queryByRole("columnheader")).toBeNull();
    expect(screen.getByText("Calculus · 6 paths · 0.333 correct")).toBeTruthy();
  });
});

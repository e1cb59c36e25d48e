import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { pathFacetsQuery } from "#components/paths/queries.ts";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { Selection, SelectionRow } from "#lib/selection/contract.ts";
import { examplePath, exampleRow, exampleSelection } from "./example-selections.ts";
import { type RowFilter, rowQuery, rowsQuery, selectionQuery } from "./queries.ts";
import { SelectionScreen } from "./selection-screen.tsx";

const P = "gsm8k";
const ID = 5;

let calls: Call[];
beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  calls = fakeStudio();
});
afterEach(cleanup);

const keptRow = exampleRow({
  pathId: 71,
  model: "big-33b",
  kept: true,
  reason: "first",
  detail: null,
  place: 0,
  distance: null,
  nearestId: null,
});
const ROWS = [
  exampleRow({}),
  keptRow,
  exampleRow({ pathId: 72, model: null, reason: "duplicate", distance: 0 }),
];

function cacheWith(
  rows: SelectionRow[] | null = ROWS,
  selection: Partial<Selection> = {},
  filter: RowFilter = {},
) {
  const cache = testCache();
  // An open path is asked for, whatever else rests.
  cache.setDefaultOptions({ queries: { enabled: false, retry: false, staleTime: Number.POSITIVE_INFINITY } });
  cache.setQueryData(selectionQuery(api, P, ID).queryKey, exampleSelection(selection));
  const facet = { paths: 1, correct: 1, incorrect: 0, unverifiable: 0, error: 0, unchecked: 0 };
  cache.setQueryData(pathFacetsQuery(api, P).queryKey, {
    models: [
      { ...facet, model: "small-7b" },
      { ...facet, model: null },
    ],
    kinds: [],
    verdicts: [],
    executions: [],
    wrongSteps: 0,
  });
  if (rows) {
    cache.setQueryData(rowsQuery(api, P, ID, filter).queryKey, {
      pages: [{ items: rows, nextCursor: null, count: rows.length }],
      pageParams: [null],
    });
  }
  for (const row of rows ?? []) {
    cache.setQueryData(rowQuery(api, P, ID, row.pathId).queryKey, {
      path: examplePath(row.kept ? "Sixteen minus three" : "Sixteen minus seven", row),
      nearest: row.kept ? null : examplePath("Sixteen minus three", keptRow),
    });
  }
  return cache;
}

const show = (cache = cacheWith(), search = "") =>
  showScreen(<SelectionScreen project={P} id={ID} />, cache, search);
const grid = () => screen.getByRole("grid", { name: "Paths of the selection" });
const cellsOf = (row: HTMLElement | undefined) =>
  row
    ? within(row)
        .getAllByRole("gridcell")
        .map((cell) => cell.textContent)
    : [];

describe("a selection's rows", () => {
  test("say what became of each path, under the rule as a sentence and what it came to", () => {
    show();
    expect(screen.getByRole("heading", { level: 1, name: "Two of each" })).toBeTruthy();
    expect(screen.getByText(/^Of paths of the train split that are correct and whole/)).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe(
      "2,345 of 7,914 paths kept, 1,200 of 1,319 problems covered (91.0 %)",
    );
    const [, first, second] = within(grid()).getAllByRole("row");
    expect(cellsOf(first)).toEqual([
      "How many eggs?",
      "small-7b",
      "CoT",
      "Correct",
      "Dropped",
      "Others are farther apart",
      "0.250",
    ]);
    expect(cellsOf(second).slice(4)).toEqual(["Kept", "First chosen", "—"]);
  });

  test("are filtered by the address", () => {
    show(cacheWith([keptRow], {}, { kept: true, model: "big-33b" }), "?kept=kept&model=big-33b");
    expect(within(grid()).getAllByRole("row")).toHaveLength(2);
    expect(screen.getByRole("status").textContent).toBe("1 path");
  });

  test("say so where none matches, and let the filter be cleared", async () => {
    const { searches } = show(cacheWith([], {}, { reason: "steps" }), "?reason=steps");
    const [clear] = screen.getAllByRole("button", { name: /Clear/ });
    if (clear) fireEvent.click(clear);
    await waitFor(() => expect(searches.at(-1)).toBe(""));
  });

  test("couldn't be loaded: that is said in their place", () => {
    const cache = cacheWith(null);
    fail(cache, rowsQuery(api, P, ID, {}).queryKey, new ORPCError("internal", { message: "It broke." }));
    show(cache);
    expect(screen.getByText("These paths couldn't be loaded")).toBeTruthy();
  });

  test("are cards where the screen is narrow", () => {
    fakeLayout({ width: 390, height: 600 });
    show();
    expect(within(grid()).getByText("small-7b · Others are farther apart")).toBeTruthy();
  });

  test("of a selection that isn't done lead to its run", () => {
    show(cacheWith([], { ready: false, counts: null }));
    expect(screen.getByRole("link", { name: "Its run" }).getAttribute("href")).toBe(`/projects/${P}/runs/12`);
    expect(screen.getByText("Nothing is decided yet")).toBeTruthy();
  });
});

describe("a path beside the nearest kept one", () => {
  const dialog = () => within(screen.getByRole("dialog"));

  test("shows why it was dropped, how far it is in words, and what differs", () => {
    show(cacheWith(), "?path=70");
    expect(dialog().getByRole("heading", { name: "Dropped: Others are farther apart" })).toBeTruthy();
    expect(dialog().getByText("The 2 kept ones are farther from each other.")).toBeTruthy();
    expect(
      dialog().getByText("0.250 away: 75 % of their words are the same, in the same order."),
    ).toBeTruthy();
    const own = dialog().getByRole("region", { name: "This path" });
    const nearest = dialog().getByRole("region", { name: "Nearest kept one" });
    expect(own.querySelector("ins")?.textContent).toBe("seven");
    expect(nearest.querySelector("del")?.textContent).toBe("three");
    expect(within(nearest).getByRole("link", { name: "big-33b" }).getAttribute("href")).toBe(
      `/projects/${P}/paths/71`,
    );
  });

  test("is gone through with j and k, and o goes to the path", async () => {
    const { searches, visited } = show(cacheWith(), "?path=70");
    fireEvent.keyDown(window, { key: "j" });
    await waitFor(() => expect(searches.at(-1)).toBe("?path=71"));
    expect(dialog().getByRole("heading", { name: "Kept: First chosen" })).toBeTruthy();
    expect(dialog().getByText("No other path of this problem is kept.")).toBeTruthy();
    fireEvent.keyDown(window, { key: "o" });
    expect(visited).toEqual([`/projects/${P}/paths/71`]);
    fireEvent.keyDown(window, { key: "k" });
    await waitFor(() => expect(searches.at(-1)).toBe("?path=70"));
    expect(dialog().getByRole<HTMLButtonElement>("button", { name: /Before/ }).disabled).toBe(true);
  });

  test("opens by o on the row that the keys have marked", async () => {
    const { searches } = show();
    fireEvent.keyDown(window, { key: "j" });
    fireEvent.keyDown(window, { key: "j" });
    fireEvent.keyDown(window, { key: "o" });
    await waitFor(() => expect(searches.at(-1)).toBe("?path=71"));
  });

  test("is shown as it was written by d", () => {
    show(cacheWith(), "?path=70");
    fireEvent.keyDown(window, { key: "d" });
    const own = dialog().getByRole("region", { name: "This path" });
    expect(own.querySelector("ins")).toBeNull();
    expect(within(own).getByText(/Sixteen minus seven/)).toBeTruthy();
  });
});

describe("removing", () => {
  const ask = () => {
    fireEvent.click(screen.getByRole("button", { name: "Remove" }));
    return within(screen.getByRole("alertdialog", { name: "Remove Two of each?" }));
  };

  test("is confirmed first, and leads back", async () => {
    calls = fakeStudio(() => ({ removed: true }));
    const { visited } = show();
    const dialog = ask();
    expect(calls).toEqual([]);
    fireEvent.click(dialog.getByRole("button", { name: "Remove it" }));
    await waitFor(() => expect(visited).toEqual([`/projects/${P}/selection`]));
    expect(calls[0]).toMatchObject({ method: "DELETE", path: `/projects/${P}/selections/${ID}` });
  });

  test("refused, it stays and says why", async () => {
    calls = fakeStudio(() => {
      throw new Refusal(409, "conflict", "Its run is still going.");
    });
    const { visited } = show();
    const dialog = ask();
    fireEvent.click(dialog.getByRole("button", { name: "Remove it" }));
    expect(await dialog.findByText("Its run is still going.")).toBeTruthy();
    expect(visited).toEqual([]);
  });
});

test("the rule can be taken up again", () => {
  show();
  expect(screen.getByRole("link", { name: "Its rule anew" }).getAttribute("href")).toBe(
    `/projects/${P}/selection?k=2`,
  );
});

test("a selection that isn't there is said to be missing", () => {
  const cache = testCache();
  fail(
    cache,
    selectionQuery(api, P, ID).queryKey,
    new ORPCError("not_found", { message: "There is no such selection." }),
  );
  show(cache);
  expect(screen.getByText("This selection couldn't be found")).toBeTruthy();
});

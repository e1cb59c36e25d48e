import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { type Call, fakeStudio } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { ModelEarning, Selection } from "#lib/selection/contract.ts";
import { EarningsScreen } from "./earnings-screen.tsx";
import { exampleEarning, exampleSelection } from "./example-selections.ts";
import { earningsQuery, selectionsQuery } from "./queries.ts";

const P = "gsm8k";

let calls: Call[];
beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  calls = fakeStudio();
});
afterEach(cleanup);

const MODELS = [
  exampleEarning({
    model: "big-33b",
    billions: 33,
    kept: 50,
    distinct: 100,
    unique: 10,
    dollars: null,
    flops: 3.3e15,
  }),
  exampleEarning({ model: "small-7b" }),
  exampleEarning({
    model: "unsized",
    billions: null,
    billionsFrom: null,
    flops: null,
    tokensEstimated: true,
    unique: 5,
  }),
];

function cacheWith(rows: ModelEarning[] = MODELS, selections: Selection[] = [exampleSelection({})]) {
  const cache = testCache();
  cache.setQueryData(earningsQuery(api, P, null).queryKey, rows);
  cache.setQueryData(selectionsQuery(api, P).queryKey, selections);
  return cache;
}

const show = (cache = cacheWith(), search = "") => showScreen(<EarningsScreen project={P} />, cache, search);
const row = (name: string) => {
  const table = within(screen.getByRole("region", { name: "Table of models" }));
  return within(table.getByRole("row", { name: new RegExp(`^${name}`) }));
};
const figure = (name: string) =>
  within(screen.getByRole("figure", { name }))
    .getAllByRole("row")
    .map((one) => [...one.children].map((cell) => cell.textContent));
const size = (model: string) =>
  screen.getByLabelText<HTMLInputElement>(`Size of ${model}, billions of parameters`);

describe("each model", () => {
  test("stands with what it was asked, what of it stays, and what a kept path cost", () => {
    show();
    const cells = row("small-7b")
      .getAllByRole("cell")
      .map((cell) => cell.textContent);
    expect(cells).toEqual(["", "400", "0.500", "150", "100", "40", "50,000", "$2.00", "$0.02", "7"]);
    expect(size("small-7b").value).toBe("7");
    expect(row("big-33b").getAllByText("—")).toHaveLength(2);
    expect(row("unsized").getByText("≈ 50,000")).toBeTruthy();
  });

  test("is drawn by its size, and by what a kept path of it costs, smaller ones first", () => {
    show();
    expect(figure("Different reasoning by size")).toEqual([
      ["Name", "Parameters, billions", "Ways a problem"],
      ["big-33b", "33", "1"],
      ["small-7b", "7", "1.5"],
    ]);
    expect(figure("Cost of a kept path by model")).toEqual([
      ["Model", "TFLOP a kept path"],
      ["small-7b", "7"],
      ["big-33b", "66"],
    ]);
    expect(screen.getByText("A model has no size yet, and isn't in these charts.")).toBeTruthy();
  });

  test("that stands out is named", () => {
    show();
    const stat = (label: string) => screen.getByText(label).parentElement?.textContent;
    expect(stat("Most ways of reasoning a problem")).toBe("Most ways of reasoning a problem1.50small-7b");
    expect(stat("Least TFLOP a kept path")).toBe("Least TFLOP a kept path7small-7b");
    expect(stat("Most kept that no other has")).toBe("Most kept that no other has40small-7b");
  });
});

describe("a size", () => {
  test("is set by a lead, and everything is counted anew", async () => {
    const sized = [exampleEarning({ model: "unsized", billions: 13, billionsFrom: "person" })];
    calls = fakeStudio(() => sized);
    const cache = cacheWith();
    cache.setDefaultOptions({ queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } });
    show(cache);
    fireEvent.change(size("unsized"), { target: { value: "13" } });
    fireEvent.keyDown(size("unsized"), { key: "Enter" });
    await waitFor(() => expect(size("unsized").title).toBe("As a lead has said it"));
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PUT /projects/${P}/model-sizes`,
      `GET /projects/${P}/earnings`,
    ]);
    expect(calls[0]?.body).toEqual({ model: "unsized", billions: 13 });
  });

  test("that is no number is marked, and not sent", () => {
    show();
    fireEvent.change(size("small-7b"), { target: { value: "seven" } });
    fireEvent.blur(size("small-7b"));
    expect(size("small-7b").getAttribute("aria-invalid")).toBe("true");
    expect(calls).toEqual([]);
    fireEvent.keyDown(size("small-7b"), { key: "Escape" });
    expect(size("small-7b").value).toBe("7");
  });

  test("that wasn't changed isn't sent", () => {
    show();
    fireEvent.change(size("small-7b"), { target: { value: "7" } });
    fireEvent.blur(size("small-7b"));
    expect(calls).toEqual([]);
  });
});

describe("the selection that counts", () => {
  test("is the one in the address", () => {
    const cache = cacheWith();
    cache.setQueryData(earningsQuery(api, P, 5).queryKey, [exampleEarning({ model: "only-here" })]);
    show(cache, "?selection=5");
    expect(row("only-here").getByText("400")).toBeTruthy();
    expect(screen.getByRole("combobox", { name: "By which selection" }).textContent).toContain("Two of each");
  });

  test("is none where none is done, which is said", () => {
    show(cacheWith(MODELS, []));
    expect(screen.getByText("Nothing is selected yet")).toBeTruthy();
    expect(screen.queryByText("Most ways of reasoning a problem")).toBeNull();
  });
});

test("while no model has written a path, the page says how that comes about", () => {
  show(cacheWith([]));
  expect(screen.getByText("No model has written a path yet")).toBeTruthy();
});

test("to others than leads the page is closed in words", () => {
  const cache = testCache();
  fail(cache, earningsQuery(api, P, null).queryKey, new ORPCError("forbidden", { message: "For leads." }));
  show(cache);
  expect(screen.getByText("The models aren't open to you")).toBeTruthy();
});

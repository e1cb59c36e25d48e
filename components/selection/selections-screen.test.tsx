import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { exampleRun } from "#components/jobs/example-run.ts";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { scorersQuery } from "#components/scoring/queries.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { Scorer } from "#lib/scoring/contract/scorers.ts";
import { type Selection, type SelectionPreview, selectionRule } from "#lib/selection/contract.ts";
import { examplePreview, exampleSelection } from "./example-selections.ts";
import { previewQuery, selectionsQuery } from "./queries.ts";
import { SelectionsScreen } from "./selections-screen.tsx";

const P = "gsm8k";
const USUAL = selectionRule.parse({});

let calls: Call[];
beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  calls = fakeStudio();
});
afterEach(cleanup);

const scorer: Scorer = {
  id: 1,
  name: "judge v1",
  title: "judge",
  version: 1,
  kind: "critique",
  source: "critique",
  runId: 3,
  model: "judge-7b",
  settings: {},
  paths: 600,
  problems: 0,
  by: null,
  createdAt: "2026-11-25T08:00:00.000Z",
};

interface Setting {
  role?: Role;
  preview?: SelectionPreview | null;
  selections?: Selection[] | null;
  scorers?: Scorer[];
}

function cacheWith({
  role = "lead",
  preview = examplePreview({}),
  selections = [],
  scorers = [scorer],
}: Setting = {}) {
  const cache = testCache();
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  });
  cache.setQueryData(scorersQuery(api, P).queryKey, scorers);
  if (preview) cache.setQueryData(previewQuery(api, P, USUAL).queryKey, preview);
  if (selections) cache.setQueryData(selectionsQuery(api, P).queryKey, selections);
  return cache;
}

const show = (cache = cacheWith(), search = "") =>
  showScreen(<SelectionsScreen project={P} />, cache, search);
const panel = (name: string) => within(screen.getByRole("region", { name }));
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

describe("what a rule would keep", () => {
  test("stands as a funnel down to what is kept, and against k", () => {
    show();
    const steps = panel("What would stay")
      .getAllByRole("listitem")
      .map((item) => item.textContent);
    expect(steps).toEqual([
      "All600 paths of 100 problems",
      "Verdict−240360 paths of 90 problems",
      "Different reasoning−60300 paths of 90 problems",
      "Kept, at most 4 of each−60240 paths of 90 problems",
    ]);
    const yields = within(screen.getByRole("figure", { name: "Paths kept by k" }));
    expect(yields.getAllByRole("row").map((row) => row.textContent)).toEqual([
      "kPaths kept",
      "190",
      "2150",
      "4240",
    ]);
    expect(screen.getByRole("figure", { name: "Mean least distance by k" })).toBeTruthy();
    expect(screen.queryByRole("figure", { name: /critique/ })).toBeNull();
  });

  test("is said to be an estimate where only a share of the problems was looked at", () => {
    show(
      cacheWith({ preview: examplePreview({ exact: false, total: { problems: 10_000, paths: 640_000 } }) }),
    );
    expect(screen.getByText("Estimated from 100 of 10,000 problems.")).toBeTruthy();
  });

  test("is asked for anew with the rule once it rests, while the last answer stays in view", async () => {
    let answer: (found: SelectionPreview) => void = () => undefined;
    calls = fakeStudio(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const cache = cacheWith();
    cache.setDefaultOptions({ queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } });
    const { searches } = show(cache);
    fireEvent.change(screen.getByLabelText("Kept of each problem"), { target: { value: "2" } });
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toMatchObject({ method: "POST", path: `/projects/${P}/selections/preview` });
    expect(calls[0]?.body).toMatchObject({ rule: { k: 2, distance: "lcs" } });
    expect(panel("What would stay").getByText("Kept, at most 2 of each")).toBeTruthy();
    expect(panel("What would stay").getByText("Working it out anew")).toBeTruthy();
    answer(examplePreview({ byK: [{ k: 2, kept: 111, meanDistance: 0.5 }] }));
    expect(await panel("What would stay").findByText(/111 paths/)).toBeTruthy();
    await waitFor(() => expect(searches.at(-1)).toBe("?k=2"));
  });

  test("shows the thresholds' curves where a scorer is part of the rule", () => {
    const rule = selectionRule.parse({ gates: { critique: { scorer: "judge v1", atLeast: 8 } } });
    const cache = cacheWith();
    cache.setQueryData(
      previewQuery(api, P, rule).queryKey,
      examplePreview({ byCritique: [{ atLeast: 8, kept: 77, problems: 50 }] }),
    );
    show(cache, "?critique=judge+v1&atLeast=8");
    const curve = within(screen.getByRole("figure", { name: "Paths kept by least critique" }));
    expect(curve.getAllByRole("row").map((row) => row.textContent)).toEqual([
      "Grade, at leastPaths kept",
      "877",
    ]);
    expect(screen.getByLabelText<HTMLInputElement>("Grade, at least").value).toBe("8");
  });

  test("couldn't be worked out: that is said, and the rule stays", () => {
    const cache = cacheWith({ preview: null });
    fail(
      cache,
      previewQuery(api, P, USUAL).queryKey,
      new ORPCError("invalid_input", { message: "No such scorer." }),
    );
    show(cache);
    expect(screen.getByText("The preview couldn't be loaded")).toBeTruthy();
    expect(screen.getByText("No such scorer.")).toBeTruthy();
    expect(screen.getByLabelText("Kept of each problem")).toBeTruthy();
  });
});

describe("the rule", () => {
  test("is read from the address that somebody handed on, as a sentence too", () => {
    show(cacheWith(), "?k=2&distance=program&verdicts=&whole=false&duplicates=none");
    expect(
      screen.getByText(
        "Of paths of the train split: the 2 of each problem that are most distant by Program tokens (Jaccard).",
      ),
    ).toBeTruthy();
    expect(screen.getByText("Whatever the verdict, unchecked ones too.")).toBeTruthy();
  });

  test("can go back to what is usual", async () => {
    const { searches } = show(cacheWith(), "?k=2");
    fireEvent.click(button("As usual"));
    await waitFor(() => expect(searches.at(-1)).toBe(""));
    expect(screen.getByLabelText<HTMLInputElement>("Kept of each problem").value).toBe("4");
    expect(screen.queryByRole("button", { name: "As usual" })).toBeNull();
  });

  test("says what is wrong with a number, and can't be applied with it", () => {
    show();
    fireEvent.change(screen.getByLabelText("Name of the selection"), { target: { value: "Mine" } });
    expect(button("Apply").disabled).toBe(false);
    fireEvent.change(screen.getByLabelText("Least distance"), { target: { value: "2" } });
    expect(screen.getByText("Type a number from 0 to 1.")).toBeTruthy();
    expect(button("Apply").disabled).toBe(true);
  });

  test("leads to scoring while there is no score to ask for", () => {
    show(cacheWith({ scorers: [] }));
    expect(screen.getAllByRole("link", { name: "Score paths" })[0]?.getAttribute("href")).toBe(
      `/projects/${P}/scoring`,
    );
  });
});

describe("applying", () => {
  function ask() {
    fireEvent.change(screen.getByLabelText("Name of the selection"), { target: { value: " Four of each " } });
    fireEvent.click(button("Apply"));
    return within(screen.getByRole("dialog", { name: "Select as “Four of each”?" }));
  }

  test("shows the numbers first, then starts the run and goes to it", async () => {
    calls = fakeStudio(() => exampleRun({ id: 31, kind: "select" }));
    const { visited } = show();
    const dialog = ask();
    expect(dialog.getByText("600 paths of 100 problems")).toBeTruthy();
    expect(dialog.getByText("240 paths")).toBeTruthy();
    expect(dialog.getByText("90 of 100 problems")).toBeTruthy();
    expect(calls).toHaveLength(0);
    fireEvent.click(dialog.getByRole("button", { name: "Start the run" }));
    await waitFor(() => expect(visited).toEqual([`/projects/${P}/runs/31`]));
    expect(calls).toMatchObject([
      { method: "POST", path: `/projects/${P}/selections`, body: { name: "Four of each", rule: USUAL } },
    ]);
  });

  test("says of an estimate that it is one", () => {
    show(cacheWith({ preview: examplePreview({ exact: false }) }));
    expect(ask().getByText("about 240 paths")).toBeTruthy();
  });

  test("goes nowhere when it is refused", async () => {
    calls = fakeStudio(() => {
      throw new Refusal(409, "conflict", "A selection has this name.");
    });
    const { visited } = show();
    const dialog = ask();
    fireEvent.click(dialog.getByRole("button", { name: "Start the run" }));
    await waitFor(() => expect(calls).toHaveLength(1));
    await waitFor(() =>
      expect(dialog.getByRole("button", { name: "Start the run" }).getAttribute("aria-busy")).not.toBe(
        "true",
      ),
    );
    expect(visited).toEqual([]);
  });
});

describe("the selections so far", () => {
  test("say their rule, what they kept, and of how many problems", () => {
    show(cacheWith({ selections: [exampleSelection({})] }));
    const list = panel("Selections so far");
    expect(list.getByRole("link", { name: "Two of each" }).getAttribute("href")).toBe(
      `/projects/${P}/selection/5`,
    );
    expect(list.getByText(/2,345 of 7,914 paths kept/)).toBeTruthy();
    expect(list.getByText("1,200 of 1,319 problems covered (91.0 %)")).toBeTruthy();
    expect(list.getByText(/^Of paths of the train split/)).toBeTruthy();
    expect(list.getByText(/^Ada/)).toBeTruthy();
  });

  test("lead to the run of one that isn't done", () => {
    show(cacheWith({ selections: [exampleSelection({ counts: null, ready: false })] }));
    const list = panel("Selections so far");
    expect(list.getByText("Not done")).toBeTruthy();
    expect(list.getByRole("link", { name: "Its run" }).getAttribute("href")).toBe(`/projects/${P}/runs/12`);
  });

  test("teach how to make one while there are none, and not while they load", () => {
    show();
    expect(screen.getByText("None yet")).toBeTruthy();
    cleanup();
    show(cacheWith({ selections: null }));
    expect(screen.queryByText("None yet")).toBeNull();
    expect(panel("Selections so far").getByText("Loading")).toBeTruthy();
  });
});

test("to others than leads the page says who selects", () => {
  show(cacheWith({ role: "curator" }));
  expect(screen.getByText("Only leads select")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Apply" })).toBeNull();
});

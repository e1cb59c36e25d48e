import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { pathFacetsQuery } from "#components/paths/queries.ts";
import { problemFacetsQuery } from "#components/problems/queries.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { scorersQuery } from "#components/scoring/queries.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { PairFilter, PairRow } from "#lib/pairs/contract.ts";
import type { PathFacets } from "#lib/paths/contract.ts";
import type { Scorer } from "#lib/scoring/contract/scorers.ts";
import { PairsScreen } from "./pairs-screen.tsx";
import { pairFacetsQuery, pairsQuery } from "./queries.ts";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1200, height: 400 }));
afterEach(cleanup);

const side = (id: number, model: string, verdict: PairRow["first"]["verdict"]): PairRow["first"] => ({
  id,
  key: `k${id}`,
  kind: "cot",
  model,
  verdict,
  answer: "18",
});

const row: PairRow = {
  id: 5,
  problemId: 7,
  problemText: "How many eggs?",
  first: side(70, "small", "incorrect"),
  second: side(71, "large", "correct"),
  origin: "mined",
  policy: "correct-vs-incorrect",
  proposed: "second",
  decided: null,
  decidedAt: null,
  margin: null,
  judgements: 0,
};

interface Setting {
  filter?: PairFilter;
  role?: Role;
  verdicts?: PathFacets["verdicts"];
}

const settled: PathFacets["verdicts"] = [
  { value: "correct", count: 3 },
  { value: "incorrect", count: 3 },
];

function cacheWith(rows: PairRow[] | null, { filter = {}, role = "lead", verdicts = settled }: Setting = {}) {
  const cache = testCache();
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  });
  cache.setQueryData(pairFacetsQuery(api, P).queryKey, { states: [], origins: [] });
  cache.setQueryData(pathFacetsQuery(api, P).queryKey, {
    models: [],
    kinds: [],
    verdicts,
    executions: [],
    wrongSteps: 0,
  });
  cache.setQueryData(problemFacetsQuery(api, P).queryKey, {
    subdomains: [],
    origins: [],
    splits: [{ value: "train", count: 1319 }],
    difficulties: [],
  });
  if (rows !== null) {
    cache.setQueryData(pairsQuery(api, P, filter).queryKey, {
      pages: [{ items: rows, nextCursor: null, count: rows.length }],
      pageParams: [null],
    });
  }
  return cache;
}

const show = (cache = cacheWith([row]), search = "") =>
  showScreen(<PairsScreen project={P} />, cache, search);

function cellsOf(place: number): (string | null)[] {
  const found = within(screen.getByRole("grid", { name: "Pairs" })).getAllByRole("row")[place];
  return found
    ? within(found)
        .getAllByRole("gridcell")
        .map((cell) => cell.textContent)
    : [];
}

describe("the table of pairs", () => {
  test("shows the proposed side as chosen until people decide otherwise", () => {
    show(cacheWith([row, { ...row, id: 6, decided: "first", judgements: 1 }]));
    expect(cellsOf(1)).toEqual([
      "How many eggs?",
      "Correctlarge",
      "Incorrectsmall",
      "this choice",
      "Open",
      "0",
    ]);
    expect(cellsOf(2)).toEqual([
      "How many eggs?",
      "Incorrectsmall",
      "Correctlarge",
      "the other side",
      "Decided",
      "1",
    ]);
  });

  test("shows a tie as one, with neither side chosen", () => {
    show(cacheWith([{ ...row, decided: "tie", judgements: 2 }]));
    expect(cellsOf(1).slice(3)).toEqual(["one side", "Tie", "2"]);
  });

  test("without pairs says how they come about", () => {
    show(cacheWith([]));
    expect(screen.getByRole("heading", { name: "No pairs yet" })).toBeTruthy();
  });

  test("that a filter leaves empty offers to clear it", () => {
    show(cacheWith([], { filter: { state: "tie" } }), "?state=tie");
    expect(screen.getByRole("heading", { name: "No pairs match" })).toBeTruthy();
  });

  test("is busy while the first rows are on their way", () => {
    show(cacheWith(null));
    expect(screen.getByRole("grid").getAttribute("aria-busy")).toBe("true");
  });

  test("isn't open to reviewers, who get the reason and no button to mine", () => {
    const cache = cacheWith(null, { role: "reviewer" });
    fail(
      cache,
      pairsQuery(api, P, {}).queryKey,
      new ORPCError("forbidden", { message: "Only leads see pairs." }),
    );
    show(cache);
    expect(screen.getByText("Only leads see pairs.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Mine pairs" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  test("becomes cards where it is narrow", () => {
    fakeLayout({ width: 390, height: 600 });
    show();
    expect(screen.getByRole("link", { name: /How many eggs\?.*large.*over.*small.*Open/ })).toBeTruthy();
  });
});

describe("the dialog for mining pairs", () => {
  function openDialog(cache = cacheWith([row])) {
    show(cache);
    fireEvent.click(screen.getByRole("button", { name: "Mine pairs" }));
    return within(screen.getByRole("dialog", { name: "Mine pairs" }));
  }

  const submit = (dialog: ReturnType<typeof openDialog>) =>
    dialog.getByRole("button", { name: "Mine pairs" });

  test("says how many problems are looked at", () => {
    const dialog = openDialog();
    expect(dialog.getByText(/Each of 1,319 training problems is looked at/)).toBeTruthy();
    expect(submit(dialog)).toHaveProperty("disabled", false);
  });

  test.each(["0", "51", "2.5", "x", ""])("takes no %j pairs a problem", (typed) => {
    const dialog = openDialog();
    fireEvent.change(dialog.getByLabelText("Pairs a problem"), { target: { value: typed } });
    expect(dialog.getByText("Type a whole number from 1 to 50.")).toBeTruthy();
    expect(submit(dialog)).toHaveProperty("disabled", true);
  });

  test("leads to checking while no path is checked, and allows any two all the same", () => {
    const dialog = openDialog(cacheWith([row], { verdicts: [{ value: "unchecked", count: 6 }] }));
    expect(dialog.getByText("No path is checked yet")).toBeTruthy();
    expect(dialog.getByRole("link", { name: "Check the paths" }).getAttribute("href")).toBe(
      `/projects/${P}/paths`,
    );
    expect(submit(dialog)).toHaveProperty("disabled", true);
    fireEvent.click(dialog.getByRole("radio", { name: "Any two" }));
    expect(dialog.queryByText("No path is checked yet")).toBeNull();
    expect(submit(dialog)).toHaveProperty("disabled", false);
  });

  const judge: Scorer = {
    id: 1,
    name: "Critique v2",
    title: "Critique",
    version: 2,
    kind: "critique",
    source: "critique",
    runId: 3,
    model: "judge",
    settings: {},
    paths: 40,
    problems: 0,
    by: "Lea",
    createdAt: "2026-01-01T00:00:00Z",
  };

  test("by orders that disagree compares the newest scorers, by a margin that can be typed", () => {
    const cache = cacheWith([row]);
    const ranks: Scorer = { ...judge, id: 2, name: "Reward model v1", kind: "reward", source: "reward" };
    cache.setQueryData(scorersQuery(api, P).queryKey, [
      { ...judge, name: "Unused v3", paths: 0 },
      ranks,
      judge,
    ]);
    const dialog = openDialog(cache);
    expect(dialog.queryByText("Rewards of")).toBeNull();
    fireEvent.click(dialog.getByRole("radio", { name: "Reward and critique disagree" }));
    expect(dialog.getByRole("combobox", { name: "Rewards of" }).textContent).toContain("Reward model v1");
    expect(dialog.getByRole("combobox", { name: "Critiques of" }).textContent).toContain("Critique v2");
    expect(submit(dialog)).toHaveProperty("disabled", false);
    fireEvent.change(dialog.getByLabelText("Critiques differ by at least"), { target: { value: "10" } });
    expect(dialog.getByText("Type a number from 0 to 9.")).toBeTruthy();
    expect(submit(dialog)).toHaveProperty("disabled", true);
  });

  test("by orders that disagree leads to scoring while paths lack a reward or a critique", () => {
    const cache = cacheWith([row]);
    cache.setQueryData(scorersQuery(api, P).queryKey, [judge]);
    const dialog = openDialog(cache);
    fireEvent.click(dialog.getByRole("radio", { name: "Reward and critique disagree" }));
    expect(dialog.getByText("No path has a reward yet")).toBeTruthy();
    expect(dialog.getByRole("link", { name: "Score the paths" }).getAttribute("href")).toBe(
      `/projects/${P}/scoring`,
    );
    expect(submit(dialog)).toHaveProperty("disabled", true);
  });

  test("says that scorers couldn't be read where no server answers, and starts nothing", async () => {
    const dialog = openDialog();
    fireEvent.click(dialog.getByRole("radio", { name: "Reward and critique disagree" }));
    expect(await dialog.findByText("The scorers couldn't be read")).toBeTruthy();
    expect(submit(dialog)).toHaveProperty("disabled", true);
  });
});

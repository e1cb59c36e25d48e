import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { pathFacetsQuery } from "#components/paths/queries.ts";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import type { Role } from "#lib/auth/contract.ts";
import { type QueueSource, queueSource } from "#lib/review/contract/queues.ts";
import { exampleQueue } from "./example-queues.ts";
import { NewQueueScreen } from "./new-queue-screen.tsx";
import { queuePreviewQuery } from "./queries.ts";

const P = "gsm8k";
const USUAL = queueSource.parse({ kind: "pair", filter: { state: "open" } });

let calls: Call[];
beforeEach(() => {
  calls = fakeStudio();
});
afterEach(cleanup);

interface Setting {
  role?: Role;
  source?: QueueSource;
  preview?: { units: number; gold: number } | null;
}

function cacheWith({ role = "lead", source = USUAL, preview = { units: 1200, gold: 300 } }: Setting = {}) {
  const cache = testCache();
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  });
  const facet = { paths: 1, correct: 1, incorrect: 0, unverifiable: 0, error: 0, unchecked: 0 };
  cache.setQueryData(pathFacetsQuery(api, P).queryKey, {
    models: [{ ...facet, model: "small-7b" }],
    kinds: [],
    verdicts: [],
    executions: [],
    wrongSteps: 0,
  });
  if (preview) cache.setQueryData(queuePreviewQuery(api, P, source).queryKey, preview);
  return cache;
}

const show = (cache = cacheWith(), search = "") => showScreen(<NewQueueScreen project={P} />, cache, search);
const count = () => within(screen.getByRole("region", { name: "What it would hold" }));
const make = () => screen.getByRole<HTMLButtonElement>("button", { name: /Make the queue/ });
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe("what a queue would hold", () => {
  test("is counted, in units and answers, and what could be gold stands at its field", () => {
    show();
    expect(count().getByRole("status").textContent).toBe("1,200 pairs");
    expect(count().getByText("1,200 answers in all.")).toBeTruthy();
    expect(screen.getByText("Pairs of a correct and an incorrect path: 300 match.")).toBeTruthy();
    type("Answers of each unit", "2");
    type("Units, at most", "1000");
    expect(count().getByText("2,000 answers in all. 200 more match and stay out.")).toBeTruthy();
  });

  test("is counted anew once the source rests, while the last count stays in view", async () => {
    let answer: (found: { units: number; gold: number }) => void = () => undefined;
    calls = fakeStudio(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const cache = cacheWith();
    cache.setDefaultOptions({ queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } });
    const { searches } = show(cache);
    type(/^Words of the problem/, "eggs");
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toMatchObject({ method: "POST", path: `/projects/${P}/queues/preview` });
    expect(calls[0]?.body).toEqual({
      source: { kind: "pair", filter: { q: "eggs", state: "open" }, policy: null, hardOnly: false },
    });
    expect(count().getByText("1,200 pairs")).toBeTruthy();
    expect(count().getByText("Counting anew")).toBeTruthy();
    answer({ units: 7, gold: 0 });
    expect(await count().findByText("7 pairs")).toBeTruthy();
    await waitFor(() => expect(searches.at(-1)).toBe("?q=eggs"));
  });

  test("is nothing: the way to more is shown, and no queue can be made", () => {
    show(cacheWith({ preview: { units: 0, gold: 0 } }));
    type(/^Name/, "Near ties");
    expect(count().getByText("Nothing matches")).toBeTruthy();
    expect(count().getByRole("link", { name: "Pairs" }).getAttribute("href")).toBe(`/projects/${P}/pairs`);
    expect(make().disabled).toBe(true);
    fireEvent.click(screen.getByRole("checkbox", { name: "Takes new pairs in" }));
    expect(make().disabled).toBe(false);
  });

  test("couldn't be counted: that is said in its place", () => {
    const cache = cacheWith({ preview: null });
    fail(cache, queuePreviewQuery(api, P, USUAL).queryKey, new ORPCError("internal", { message: "Oh." }));
    show(cache);
    expect(screen.getByText("The count couldn't be loaded")).toBeTruthy();
  });
});

describe("the five kinds", () => {
  test("each say what they ask, and bring fields of their own", async () => {
    const { searches } = show();
    const kinds = screen.getAllByRole("radio");
    expect(kinds).toHaveLength(5);
    fireEvent.click(screen.getByRole("radio", { name: "Ranking" }));
    expect(screen.getByLabelText("Paths of each problem")).toBeTruthy();
    expect(screen.queryByLabelText("Gold units")).toBeNull();
    fireEvent.click(screen.getByRole("radio", { name: "Score" }));
    expect(screen.getByLabelText("Paths of each problem, at most")).toBeTruthy();
    fireEvent.click(screen.getByRole("radio", { name: "Seed check" }));
    expect(screen.getByLabelText(/^Tag/)).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: /^Hides/ })).toBeNull();
    await waitFor(() => expect(searches.at(-1)).toBe("?kind=seed"));
  });

  test("are taken from the address", () => {
    const source = queueSource.parse({
      kind: "first_wrong",
      filter: { verdict: "incorrect" },
      perProblem: 2,
    });
    show(
      cacheWith({ source, preview: { units: 31, gold: 0 } }),
      "?kind=first_wrong&verdict=incorrect&perProblem=2",
    );
    expect(count().getByText("31 paths")).toBeTruthy();
    expect(screen.getByText("Up to 2 paths of each problem, incorrect.")).toBeTruthy();
  });
});

describe("making", () => {
  test("waits for a name", () => {
    show();
    expect(make().disabled).toBe(true);
    expect(screen.getByText("Give it a name first.")).toBeTruthy();
  });

  test("sends the whole queue, by the button or Ctrl and Enter, and goes there", async () => {
    calls = fakeStudio(() => exampleQueue({ id: 9 }));
    const { visited } = show();
    type(/^Name/, " Near ties ");
    type(/^Instructions/, "Prefer the **shorter** one.");
    type("Gold units", "20");
    type("Gold share, %", "10");
    fireEvent.keyDown(window, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(visited).toEqual([`/projects/${P}/queues/9`]));
    expect(calls[0]).toMatchObject({ method: "POST", path: `/projects/${P}/queues` });
    expect(calls[0]?.body).toEqual({
      name: "Near ties",
      instructions: "Prefer the **shorter** one.",
      overlap: 1,
      extra: 0,
      skipPolicy: "others",
      goldShare: 0.1,
      hidesVerdict: true,
      target: null,
      deadline: null,
      leaseMinutes: 10,
      source: USUAL,
      order: "random",
      limit: 10_000,
      gold: 20,
      takesIn: false,
    });
  });

  test("under a name that is taken says so at the name", async () => {
    calls = fakeStudio(() => {
      throw new Refusal(409, "conflict", "There is a queue “Near ties” already.", { field: "name" });
    });
    const { visited } = show();
    type(/^Name/, "Near ties");
    fireEvent.click(make());
    expect(await screen.findByText("There is a queue “Near ties” already.")).toBeTruthy();
    expect(screen.getByLabelText(/^Name/).getAttribute("aria-invalid")).toBe("true");
    type(/^Name/, "Near ties 2");
    await waitFor(() => expect(screen.queryByText(/already/)).toBeNull());
    expect(visited).toEqual([]);
  });

  test("refused for another reason says that beside the button", async () => {
    calls = fakeStudio(() => {
      throw new Refusal(409, "conflict", "Nothing matches: the queue would be empty.", { field: "source" });
    });
    show();
    type(/^Name/, "Near ties");
    fireEvent.click(make());
    expect(await screen.findByText("The queue wasn't made")).toBeTruthy();
  });

  test("with a number out of range is marked, and not sent", () => {
    show();
    type(/^Name/, "Near ties");
    type("Lease, minutes", "0");
    expect(screen.getByText("Type a whole number from 1 to 240.")).toBeTruthy();
    expect(make().disabled).toBe(true);
    fireEvent.keyDown(window, { key: "Enter", ctrlKey: true });
    expect(calls).toEqual([]);
  });
});

test("instructions can be seen as reviewers will see them, and nothing in them runs", () => {
  show();
  type(/^Instructions/, "Prefer the **shorter** one. <script>alert(1)</script>");
  fireEvent.click(screen.getByRole("button", { name: "Preview" }));
  const preview = screen.getByRole("region", { name: "Preview of instructions" });
  expect(preview.querySelector("strong")?.textContent).toBe("shorter");
  expect(preview.querySelector("script")).toBeNull();
});

test("to others than leads the page is closed in words", () => {
  show(cacheWith({ role: "curator" }));
  expect(screen.getByText("Only leads make queues")).toBeTruthy();
});

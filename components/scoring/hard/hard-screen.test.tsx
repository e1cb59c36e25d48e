import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { problemsQuery } from "#components/problems/queries.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { ProblemRow } from "#lib/problems/contract.ts";
import type { HardSummary } from "#lib/scoring/contract/hard.ts";
import { hardRule } from "#lib/scoring/contract.ts";
import { HARD } from "./hard-filter.ts";
import { HardScreen } from "./hard-screen.tsx";
import { critiquesQuery, hardQuery } from "./queries.ts";

const summary: HardSummary = {
  rule: hardRule.parse({}),
  judged: 20,
  hard: 5,
  problems: 31,
  shares: [8, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1],
  series: [
    { at: "2026-11-25T08:00:00.000Z", runId: 3, runKind: "verify", judged: 20, hard: 9, meanShare: 0.5 },
    { at: "2026-11-25T09:00:00.000Z", runId: 4, runKind: "sample", judged: 20, hard: 5, meanShare: 0.3 },
  ],
};

const hardProblem: ProblemRow = {
  id: 7,
  key: "p7",
  text: "How many?",
  answer: "3",
  subdomain: null,
  origin: "seed",
  split: "train",
  difficulty: null,
  tags: [],
  paths: 6,
  correct: 1,
  countedPaths: 6,
  failedPaths: 5,
  isHard: true,
};

function cacheFor(role: "lead" | "curator", found: HardSummary | null, rows: ProblemRow[] = []) {
  const cache = testCache();
  const project = {
    slug: "gsm8k",
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-11-25T08:00:00.000Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  };
  cache.setQueryData(projectQuery(api, "gsm8k").queryKey, project);
  if (found) cache.setQueryData(hardQuery(api, "gsm8k").queryKey, found);
  cache.setQueryData(critiquesQuery(api, "gsm8k").queryKey, []);
  cache.setQueryData(problemsQuery(api, "gsm8k", HARD).queryKey, {
    pages: [{ items: rows, nextCursor: null, count: rows.length }],
    pageParams: [null],
  });
  return cache;
}

let calls: Call[];

beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  calls = fakeStudio();
});
afterEach(cleanup);

test("a lead sees how many are hard, why, and where to sample more for them", () => {
  showScreen(<HardScreen project="gsm8k" />, cacheFor("lead", summary, [hardProblem]));
  expect(screen.getByText("25.0 %")).toBeTruthy();
  expect(screen.getByTitle("Hard sample: 5 of 6 samples fail")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Sample more for these" }).getAttribute("href")).toBe(
    "/projects/gsm8k/sample?hard=yes",
  );
  expect(screen.getByText("Last changed by: Sample paths.")).toBeTruthy();
});

test("a curator reads the rule as a sentence, and can't change it", () => {
  showScreen(<HardScreen project="gsm8k" />, cacheFor("curator", summary));
  expect(screen.getByText(/at least 50 % of its samples are wrong/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Save the rule" })).toBeNull();
  expect(screen.queryByRole("link", { name: "Sample more for these" })).toBeNull();
});

test("another rule is saved as it was typed, and one that can't be isn't offered", async () => {
  calls = fakeStudio(() => ({ ...summary, hard: 3, rule: hardRule.parse({ share: 0.8 }) }));
  showScreen(<HardScreen project="gsm8k" />, cacheFor("lead", summary));
  const save = () => screen.getByRole<HTMLButtonElement>("button", { name: "Save the rule" });
  const share = screen.getByLabelText("Failing samples, %");
  expect(save().disabled).toBe(true);
  fireEvent.change(share, { target: { value: "0" } });
  expect(screen.getByText("Type a number from 0.1 to 100.")).toBeTruthy();
  expect(save().disabled).toBe(true);
  fireEvent.change(share, { target: { value: "80" } });
  fireEvent.click(save());
  await waitFor(() => expect(calls.some(({ method }) => method === "PUT")).toBe(true));
  expect(calls.find(({ method }) => method === "PUT")).toMatchObject({
    path: "/projects/gsm8k/hard/rule",
    body: { rule: { share: 0.8, least: 3, scorer: null, critiqueAtMost: 3 } },
  });
});

test("before there is anything to go by, the page says what to do", () => {
  const nothing = { ...summary, judged: 0, hard: 0, shares: summary.shares.map(() => 0), series: [] };
  showScreen(<HardScreen project="gsm8k" />, cacheFor("lead", nothing));
  expect(screen.getByText("Nothing to go by yet")).toBeTruthy();
  expect(screen.queryByRole("figure")).toBeNull();
});

test("what can't be read is said, with a way to try again", () => {
  const cache = cacheFor("lead", null);
  fail(cache, hardQuery(api, "gsm8k").queryKey, new Refusal(500, "internal", "It broke."));
  showScreen(<HardScreen project="gsm8k" />, cache);
  expect(screen.getByRole("button", { name: /Try again/ })).toBeTruthy();
});

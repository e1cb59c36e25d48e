import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { runQuery } from "#components/jobs/queries.ts";
import { fakeStudio } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { Candidate } from "#lib/instructions/contract.ts";
import { CandidateScreen } from "./candidate-screen.tsx";
import { exampleCandidate, exampleRow, exampleRun } from "./example-candidates.ts";
import { candidateQuery } from "./queries.ts";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1000, height: 600 }));
afterEach(cleanup);

function show(part: Partial<Candidate> = {}) {
  const cache = testCache();
  cache.setQueryData(candidateQuery(api, P, 5).queryKey, exampleCandidate(5, part));
  cache.setQueryData(runQuery(api, P, 7).queryKey, exampleRun(7));
  return showScreen(<CandidateScreen project={P} id={5} />, cache);
}

test("shows what it was grown from and how, and its answer behind a fold", () => {
  show();
  const from = screen.getByRole("region", { name: "Grown from" });
  expect(from.textContent).toContain("Self-Instruct");
  expect(from.textContent).toContain("model-x");
  expect(from.textContent).toContain("version 2");
  expect(within(from).getByRole("link", { name: "Run 7" }).getAttribute("href")).toBe(
    `/projects/${P}/runs/7`,
  );
  expect(within(from).getByText("gone")).toBeTruthy();
  expect(screen.getByText("Nine are left.").closest("details")?.open).toBe(false);
});

test("brackets step to those before and after it", () => {
  const shown = show();
  fireEvent.keyDown(document.body, { key: "]" });
  fireEvent.keyDown(document.body, { key: "[" });
  expect(shown.visited).toEqual([`/projects/${P}/candidates/6`, `/projects/${P}/candidates/4`]);
});

test("a decides and stays, and the sentence says who decided and what the filter had said", async () => {
  fakeStudio(() =>
    exampleRow(5, {
      state: "accepted",
      decidedBy: "Ann",
      decidedAt: "2026-01-01T00:00:00.000Z",
      problemId: 12,
    }),
  );
  const shown = show();
  fireEvent.keyDown(document.body, { key: "a" });
  expect(await screen.findByRole("link", { name: "Problem 12" })).toBeTruthy();
  expect(screen.getByText(/Ann accepted it. The filter dropped it: ROUGE-L of 0.750/)).toBeTruthy();
  expect(shown.visited).toEqual([]);
});

test("without neighbours says why there is no comparison", () => {
  show({ neighbours: [], rougeL: null });
  expect(screen.getByText(/a gate decided first/)).toBeTruthy();
  cleanup();
  show({ neighbours: [] });
  expect(screen.getByText(/has been deleted since/)).toBeTruthy();
});

test("an accepted one whose problem was deleted says how to bring it back", () => {
  show({ state: "accepted", reason: null, problemId: null });
  expect(screen.getByText(/Its problem is in the bin/)).toBeTruthy();
});

test("that isn't open to the reader, or isn't there, says so", () => {
  const cache = testCache();
  fail(
    cache,
    candidateQuery(api, P, 5).queryKey,
    new ORPCError("forbidden", { message: "Not for reviewers." }),
  );
  showScreen(<CandidateScreen project={P} id={5} />, cache);
  expect(screen.getByText("Not for reviewers.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

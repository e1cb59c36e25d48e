import "../fake-studio.ts";

import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import type { Problem, Suggestion } from "#lib/problems/contract.ts";
import { fakeStudio, Refusal } from "../fake-studio.ts";
import { showScreen, testCache } from "../show-screen.tsx";
import { ClassifyProblem } from "./classify-problem.tsx";
import { suggestionQuery } from "./queries.ts";
import { SuggestedSubdomain } from "./suggested-subdomain.tsx";

const P = "gsm8k";
const TEXT = "How many primes divide 12 factorial?";

afterEach(cleanup);

const suggestion: Suggestion = {
  subdomains: [
    { subdomain: "Number theory", confidence: 0.92 },
    { subdomain: "Counting", confidence: 0.06 },
    { subdomain: "Algebra", confidence: 0.02 },
  ],
  trainedOn: 4812,
  accuracy: 0.756,
};

function cacheWith(found: Suggestion = suggestion) {
  const cache = testCache();
  cache.setQueryData(suggestionQuery(api, P, TEXT).queryKey, found);
  return cache;
}

function show(value: string | null, found?: Suggestion) {
  const accepted: string[] = [];
  showScreen(
    <SuggestedSubdomain project={P} text={TEXT} value={value} onAccept={(one) => accepted.push(one)} />,
    cacheWith(found),
  );
  return accepted;
}

describe("a suggested sub-domain", () => {
  test("is accepted by click or key, and so are its alternatives by click", () => {
    const accepted = show(null);
    expect(screen.getByText("Looks like")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /Number theory \(92 %\)/ }));
    fireEvent.click(screen.getByRole("button", { name: "Counting (6 %)" }));
    fireEvent.keyDown(window, { key: ".", ctrlKey: true });
    expect(accepted).toEqual(["Number theory", "Counting", "Number theory"]);
    expect(screen.queryByRole("button", { name: /Algebra/ })).toBeNull();
  });

  test("says what it learnt from and how often it is right", () => {
    show(null);
    expect(
      screen.getByText("Learnt from 4,812 labelled problems; right for 76 % of those it hadn't seen."),
    ).toBeTruthy();
  });

  test("that was chosen already is confirmed, and the key does nothing", () => {
    const accepted = show("Number theory");
    expect(screen.getByText("Looks like it too (92 %).")).toBeTruthy();
    fireEvent.keyDown(window, { key: ".", ctrlKey: true });
    expect(accepted).toEqual([]);
  });

  test("speaks against a choice only when it is sure", () => {
    show("Algebra");
    expect(screen.getByText("Looks more like")).toBeTruthy();
    cleanup();
    const unsure = { ...suggestion, subdomains: [{ subdomain: "Counting", confidence: 0.6 }] };
    show("Algebra", unsure);
    expect(screen.queryByRole("button")).toBeNull();
  });

  test("says what is missing where there is nothing to learn from", () => {
    show(null, { subdomains: [], trainedOn: 0, accuracy: null });
    expect(screen.getByText(/five problems in each of two sub-domains/)).toBeTruthy();
  });

  test("keeps its place empty while it isn't known", () => {
    showScreen(
      <SuggestedSubdomain project={P} text="Other" value={null} onAccept={() => undefined} />,
      cacheWith(),
    );
    expect(screen.queryByRole("button")).toBeNull();
  });
});

const problem: Problem = {
  id: 7,
  key: "duck-7",
  text: TEXT,
  answer: "5",
  solution: null,
  subdomain: null,
  origin: "seed",
  split: "train",
  difficulty: "easy",
  tags: ["eggs"],
  paths: 0,
  correct: 0,
  countedPaths: 0,
  failedPaths: 0,
  isHard: false,
  source: null,
  parents: [],
  meta: {},
  version: 3,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
  previousId: null,
  nextId: null,
};

describe("on a problem's page", () => {
  const path = `/projects/${P}/problems/7`;
  const { text, answer, solution, difficulty, tags, source, split } = problem;

  test("accepting writes the sub-domain and leaves all else as it was, at the version that was seen", async () => {
    const calls = fakeStudio(({ method }) => (method === "PATCH" ? { ...problem, version: 4 } : suggestion));
    showScreen(<ClassifyProblem project={P} problem={problem} />, cacheWith());
    fireEvent.click(screen.getByRole("button", { name: /Number theory/ }));
    const written = () => calls.filter(({ method }) => method === "PATCH");
    await expect.poll(() => written().length).toBe(1);
    const fields = { text, answer, solution, subdomain: "Number theory", difficulty, tags, source, split };
    expect(written()).toEqual([{ method: "PATCH", path, body: { version: 3, fields } }]);
  });

  test("a conflict leaves the suggestion in its place to try again", async () => {
    const calls = fakeStudio(() => {
      throw new Refusal(409, "conflict", "Someone else changed it.");
    });
    showScreen(<ClassifyProblem project={P} problem={problem} />, cacheWith());
    fireEvent.click(screen.getByRole("button", { name: /Number theory/ }));
    await expect.poll(() => calls.length).toBe(1);
    expect(screen.getByRole("button", { name: /Number theory/ })).toBeTruthy();
  });
});

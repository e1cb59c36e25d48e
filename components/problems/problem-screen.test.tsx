import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { agreementQuery, problemPathsQuery } from "#components/paths/queries.ts";
import { projectQuery } from "#components/projects/queries.ts";
import type { PathRow } from "#lib/paths/contract.ts";
import type { Problem } from "#lib/problems/contract.ts";
import { ProblemScreen } from "./problem-screen.tsx";
import { problemQuery } from "./queries.ts";
import { fail, showScreen, testCache } from "./show-screen.tsx";
import { suggestionQuery } from "./suggest/queries.ts";

const P = "gsm8k";

afterEach(cleanup);

const problem: Problem = {
  id: 7,
  key: "duck-7",
  text: "What is $\\frac{1}{2}$ of 36?",
  answer: "18",
  solution: "Half of 36 is **18**.",
  subdomain: "Equations",
  origin: "generated",
  split: "test",
  difficulty: "easy",
  tags: ["eggs"],
  paths: 2,
  correct: 1,
  countedPaths: 0,
  failedPaths: 0,
  isHard: false,
  source: "by hand",
  parents: [
    { key: "duck-1", id: 1 },
    { key: "gone-2", id: null },
  ],
  meta: { level: 3 },
  version: 1,
  updatedAt: "2026-11-20T10:00:00.000Z",
  createdAt: "2026-01-01T00:00:00Z",
  previousId: 6,
  nextId: null,
};

const path: PathRow = {
  id: 70,
  key: "a",
  problemId: 7,
  problemText: problem.text,
  kind: "pot",
  model: "ToRA",
  modelHidden: false,
  answer: "18.0",
  verdict: "correct",
  verdictMethod: "numeric",
  verdictReason: "18.0 is 18",
  tokens: 90,
  executionOutcome: null,
  wrongSteps: null,
  author: null,
  copies: 1,
  flaw: null,
  isHard: false,
};

function cacheWith(part: Partial<Problem> = {}, paths: PathRow[] = [path]) {
  const cache = testCache();
  cache.setQueryData(problemQuery(api, P, 7).queryKey, { ...problem, ...part });
  const page = { items: paths, nextCursor: null, count: paths.length };
  cache.setQueryData(problemPathsQuery(api, P, 7).queryKey, page);
  return cache;
}

const show = (cache = cacheWith()) => showScreen(<ProblemScreen project={P} id={7} />, cache);

describe("on the page of a problem, the quality card and the suggested sub-domain", () => {
  const as = (role: "curator" | "reviewer", part: Partial<Problem> = {}) => {
    const cache = cacheWith(part);
    const counts = { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 };
    const project = { slug: P, name: P, description: "", role, createdAt: "2026-01-01T00:00:00Z", counts };
    cache.setQueryData(projectQuery(api, P).queryKey, project);
    const subdomains = [{ subdomain: "Fractions", confidence: 0.9 }];
    const suggestion = { subdomains, trainedOn: 50, accuracy: 0.8 };
    cache.setQueryData(suggestionQuery(api, P, problem.text).queryKey, suggestion);
    return cache;
  };

  test("are a curator's, the suggestion only where there is no sub-domain yet", () => {
    show(as("curator", { subdomain: null }));
    expect(screen.getByRole("region", { name: "Quality" })).toBeTruthy();
    expect(screen.getByRole("button", { name: /Fractions/ })).toBeTruthy();
    cleanup();
    show(as("curator"));
    expect(screen.queryByRole("button", { name: /Fractions/ })).toBeNull();
  });

  test("aren't shown to a reviewer", () => {
    show(as("reviewer", { subdomain: null }));
    expect(screen.queryByRole("region", { name: "Quality" })).toBeNull();
    expect(screen.queryByRole("button", { name: /Fractions/ })).toBeNull();
  });
});

describe("the page of a problem", () => {
  test("draws the statement, and shows its source on v", () => {
    show();
    expect(document.querySelector(".katex")).toBeTruthy();
    fireEvent.keyDown(document.body, { key: "v" });
    expect(screen.getByText("What is $\\frac{1}{2}$ of 36?")).toBeTruthy();
  });

  test("leads to its parents in the project, and names those that aren't there", () => {
    show();
    expect(screen.getByRole("link", { name: "duck-1" }).getAttribute("href")).toBe(
      `/projects/${P}/problems/1`,
    );
    expect(screen.getByText("gone-2")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "gone-2" })).toBeNull();
  });

  test("leads from its sub-domain, tags and split to the table with that filter", () => {
    show();
    const target = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
    expect(target("Equations")).toBe(`/projects/${P}/problems?subdomain=Equations`);
    expect(target("eggs")).toBe(`/projects/${P}/problems?tag=eggs`);
    expect(target("Test")).toBe(`/projects/${P}/problems?split=test`);
  });

  test("lists its paths with verdict and grounds, each a link", () => {
    show();
    const link = screen.getByRole("link", { name: /ToRA/ });
    expect(link.getAttribute("href")).toBe(`/projects/${P}/paths/70`);
    expect(link.textContent).toContain("Correct");
    expect(link.textContent).toContain("compared as numbers: 18.0 is 18");
  });

  test("keeps a model hidden that the reader may not see", () => {
    show(cacheWith({}, [{ ...path, model: null, modelHidden: true }]));
    expect(screen.getByText("hidden")).toBeTruthy();
    expect(screen.queryByText("a person")).toBeNull();
  });

  test("goes to the problem before on [, and nowhere on ] at the last one", () => {
    const shown = show();
    fireEvent.keyDown(document.body, { key: "]" });
    fireEvent.keyDown(document.body, { key: "[" });
    expect(shown.visited).toEqual([`/projects/${P}/problems/6`]);
    expect(screen.getByRole("button", { name: "Next problem" })).toHaveProperty("disabled", true);
  });

  test("says what the lack of a reference answer means, and that there is no path yet", () => {
    show(cacheWith({ answer: null, solution: null }, []));
    expect(screen.getByText(/stay unverifiable/)).toBeTruthy();
    expect(screen.getByText(/No path yet/)).toBeTruthy();
    expect(screen.queryByText("Worked solution")).toBeNull();
  });

  const agreement = {
    paths: 12,
    answered: 10,
    majority: "18.0",
    answers: [
      { answer: "18.0", paths: 7 },
      { answer: "36", paths: 3 },
    ],
  };

  test("counts its paths' answers and marks the one that is the reference", () => {
    const cache = cacheWith();
    cache.setQueryData(agreementQuery(api, P, 7).queryKey, agreement);
    show(cache);
    const answers = screen.getByRole("list", { name: "Answers, the most frequent first" });
    expect([...answers.children].map((each) => each.textContent)).toEqual([
      "18.0the reference7 paths",
      "363 paths",
    ]);
    expect(screen.getByText("2 paths without an answer")).toBeTruthy();
    expect(screen.queryByText(/agree on/)).toBeNull();
  });

  test("says so where none of its paths' answers is the reference", () => {
    const cache = cacheWith({ answer: "17" });
    cache.setQueryData(agreementQuery(api, P, 7).queryKey, agreement);
    show(cache);
    expect(screen.getByText("None of these is the reference answer.")).toBeTruthy();
    expect(screen.queryByText("the reference")).toBeNull();
  });

  test("without a reference says what most paths say, and that it is none", () => {
    const cache = cacheWith({ answer: null });
    cache.setQueryData(agreementQuery(api, P, 7).queryKey, agreement);
    show(cache);
    expect(screen.getByText(/Most paths say/).textContent).toBe(
      "Most paths say 18.0 (7 of 10). That is only what they agree on, not a reference answer.",
    );
    expect(screen.queryByText("the reference")).toBeNull();
    expect(screen.queryByText(/None of these/)).toBeNull();
  });

  test("whose paths have no answer yet says how they come by one", () => {
    const cache = cacheWith();
    const unanswered = { paths: 2, answered: 0, majority: null, answers: [] };
    cache.setQueryData(agreementQuery(api, P, 7).queryKey, unanswered);
    show(cache);
    expect(screen.getByText(/Checking the paths finds the answer/)).toBeTruthy();
  });

  test("whose answers couldn't be counted can be tried again", () => {
    const cache = cacheWith();
    fail(cache, agreementQuery(api, P, 7).queryKey, new TypeError("fetch failed"));
    show(cache);
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });

  test("is announced as loading before it is there", () => {
    show(testCache());
    expect(screen.getByRole("status").textContent).toBe("Loading");
  });

  test("that isn't there, or is another project's, is not to be tried again", () => {
    const cache = testCache();
    fail(
      cache,
      problemQuery(api, P, 7).queryKey,
      new ORPCError("not_found", { message: "There is no such problem here." }),
    );
    show(cache);
    expect(screen.getByRole("alert").textContent).toContain("There is no such problem here.");
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });
});

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import type { NearProblem, Problem, Quality } from "#lib/problems/contract.ts";
import { fail, showScreen, testCache } from "../show-screen.tsx";
import { QualityCard } from "./quality-card.tsx";
import { qualityQuery } from "./queries.ts";

const P = "gsm8k";

afterEach(cleanup);

const problem: Problem = {
  id: 7,
  key: "duck-7",
  text: "Janet's ducks lay 16 eggs. How many eggs in a week?",
  answer: "112",
  solution: "$\\boxed{112}$",
  subdomain: "Equations",
  origin: "seed",
  split: "train",
  difficulty: null,
  tags: [],
  paths: 20,
  correct: 12,
  countedPaths: 0,
  failedPaths: 0,
  isHard: false,
  source: null,
  parents: [],
  meta: {},
  version: 1,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
  previousId: null,
  nextId: null,
};

const near: NearProblem = {
  id: 9,
  key: "hen-9",
  text: "Janet's hens lay 20 eggs. How many eggs in a week?",
  split: "test",
  origin: "seed",
  score: 0.818,
};

const quality: Quality = {
  solution: "agrees",
  correctPaths: 12,
  reproducedPaths: 8,
  nearest: [],
  compared: 1318,
  exact: true,
  contamination: null,
  threshold: 0.6,
};

function show(part: Partial<Quality> | null, of: Partial<Problem> = {}) {
  const cache = testCache();
  if (part) cache.setQueryData(qualityQuery(api, P, 7).queryKey, { ...quality, ...part });
  showScreen(<QualityCard project={P} problem={{ ...problem, ...of }} />, cache);
}

const card = () => screen.getByRole("region", { name: "Quality" });

describe("a problem's quality card", () => {
  test("says how the solution, the answer and the paths stand", () => {
    show({});
    expect(screen.getByText("The worked solution comes to the reference answer.")).toBeTruthy();
    expect(screen.getByText(/The answer reads as .*112/)).toBeTruthy();
    expect(screen.getByText("12 of 20 paths found correct; 8 ran and gave what they record.")).toBeTruthy();
    expect(screen.getByText("None of 1,318 other problems reaches a ROUGE-L of 0.30.")).toBeTruthy();
  });

  test("lists the nearest with score and link, and opens to show word by word where they differ", () => {
    show({ nearest: [near] });
    const [item] = within(screen.getByRole("region", { name: "Nearest problems" })).getAllByRole("listitem");
    expect(item?.textContent).toContain("0.82");
    expect(screen.getByRole("link", { name: "Problem 9" }).getAttribute("href")).toBe(
      `/projects/${P}/problems/9`,
    );
    const compare = screen.getByRole("button", { name: "Compare with problem 9" });
    expect(item?.querySelector("del")).toBeNull();
    fireEvent.click(compare);
    expect(compare.getAttribute("aria-expanded")).toBe("true");
    expect([...(item?.querySelectorAll("del") ?? [])].map((each) => each.textContent)).toEqual([
      "ducks",
      "16",
    ]);
    expect([...(item?.querySelectorAll("ins") ?? [])].map((each) => each.textContent)).toEqual([
      "hens",
      "20",
    ]);
    fireEvent.click(compare);
    expect(item?.querySelector("del")).toBeNull();
  });

  test("warns of a twin in the other split, with the way to it", () => {
    show({ nearest: [near], contamination: near });
    expect(screen.getByText("Near a problem of the test split")).toBeTruthy();
    expect(card().textContent).toContain("a ROUGE-L of 0.82");
  });

  test("says that a large project was compared in part", () => {
    show({ exact: false, compared: 2000 });
    expect(card().textContent).toContain("the likeliest of a large project: 2,000 other problems");
  });

  test("without a reference answer says that paths can't be checked", () => {
    show({ solution: "undecided" }, { answer: null });
    expect(screen.getByText("There is no reference answer, so paths can't be checked.")).toBeTruthy();
  });

  test("is there without content while it is on its way", () => {
    show(null);
    expect(card().textContent).toBe("QualityLoading");
    expect(screen.queryByRole("list")).toBeNull();
  });

  test("shows a failure with a way to try again", () => {
    const cache = testCache();
    fail(cache, qualityQuery(api, P, 7).queryKey, new ORPCError("internal", { message: "It broke." }));
    showScreen(<QualityCard project={P} problem={problem} />, cache);
    expect(screen.getByRole("alert").textContent).toContain("It broke.");
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});

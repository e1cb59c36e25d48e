import { ORPCError } from "@orpc/client";
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { Family } from "#lib/instructions/contract/candidates.ts";
import type { ProblemRow } from "#lib/problems/contract.ts";
import { exampleRun } from "./example-candidates.ts";
import { FamilyPanel } from "./family-panel.tsx";
import { familyQuery } from "./queries.ts";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1000, height: 600 }));
afterEach(cleanup);

const problem = (id: number): ProblemRow => ({
  id,
  key: `p${id}`,
  text: `Problem ${id}, with $x^2$?`,
  answer: null,
  subdomain: null,
  origin: "seed",
  split: "train",
  difficulty: null,
  tags: [],
  paths: 0,
  correct: 0,
  countedPaths: 0,
  failedPaths: 0,
  isHard: false,
});

function show(family: Family) {
  const cache = testCache();
  cache.setQueryData(familyQuery(api, P, 9).queryKey, family);
  showScreen(<FamilyPanel project={P} problem={9} />, cache);
}

const lineage: NonNullable<Family["lineage"]> = {
  candidate: 31,
  method: "self_instruct",
  run: exampleRun(7),
  model: "model-x",
  promptVersion: 2,
  values: null,
  parents: [problem(1), problem(2)],
};

test("an instruction stands below its parents and how it was made, and above its children, each a link", () => {
  show({ lineage, children: [problem(20)], childCount: 60 });
  const panel = screen.getByRole("region", { name: "Family" });
  const hrefs = within(panel)
    .getAllByRole("link")
    .map((link) => link.getAttribute("href")?.replace(`/projects/${P}/`, ""));
  expect(hrefs).toEqual(["problems/1", "problems/2", "runs/7", "candidates/31", "problems/20"]);
  expect(panel.textContent).toContain(
    "Self-Instruct in run 7, by model-x, with prompt version 2, as candidate 31",
  );
  expect(panel.textContent).toContain("60 problems grown from it");
  expect(panel.textContent).toContain("and 59 more");
  expect(panel.querySelectorAll(".katex").length).toBeGreaterThan(0);
});

test("a variation names its values and no model", () => {
  const values = { a: 3, b: 0.5 };
  const variation = { ...lineage, method: "variation", model: null, promptVersion: null, values } as const;
  show({ lineage: { ...variation, parents: [] }, children: [], childCount: 0 });
  const panel = screen.getByRole("region", { name: "Family" });
  expect(panel.textContent).toContain("Variation in run 7, where a = 3, b = 0.5, as candidate 31");
  expect(panel.textContent).toContain("Its parents aren't in this project.");
});

test("a seed shows its children alone, and a problem without family shows nothing", () => {
  show({ lineage: null, children: [problem(20)], childCount: 1 });
  expect(screen.getByText("1 problem grown from it")).toBeTruthy();
  cleanup();
  show({ lineage: null, children: [], childCount: 0 });
  expect(screen.queryByRole("region")).toBeNull();
});

test("a failure is shown with a way to try again", () => {
  const cache = testCache();
  fail(cache, familyQuery(api, P, 9).queryKey, new ORPCError("internal", { message: "It broke." }));
  showScreen(<FamilyPanel project={P} problem={9} />, cache);
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fail, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { candidateFacetsQuery, candidatesQuery } from "./queries.ts";
import { cacheWith, cellsOf, chosen, pane, showCandidates } from "./show-candidates.tsx";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1000, height: 400 }));
afterEach(cleanup);

const press = (key: string) => fireEvent.keyDown(document.body, { key });

describe("the table of candidates", () => {
  test("shows state, reason, the four scores and the sub-domain, and the first candidate beside it", () => {
    showCandidates();
    expect(cellsOf(1)).toEqual([
      "Similar",
      "A hen lays 1 eggs. How many are left?",
      "0.75",
      "0.60",
      "0.50",
      "0.40",
      "arithmetic",
    ]);
    expect(chosen()).toBe("Candidate 1");
    expect(screen.getByText("3 candidates")).toBeTruthy();
  });

  test("beside the candidate stands its nearest with what differs marked, the scores and the threshold reached", () => {
    showCandidates();
    const candidate = within(pane()).getByRole("region", { name: "Candidate" });
    const neighbour = within(pane()).getByRole("region", { name: "Neighbour" });
    expect([...candidate.querySelectorAll("ins")].map((mark) => mark.textContent)).toEqual(["hen", "1"]);
    expect([...neighbour.querySelectorAll("del")].map((mark) => mark.textContent)).toEqual(["duck", "16"]);
    expect(within(neighbour).getByRole("link", { name: "Problem 41" }).getAttribute("href")).toBe(
      `/projects/${P}/problems/41`,
    );
    const rouge = within(pane()).getByRole("row", { name: /ROUGE-L/ });
    expect(rouge.textContent).toBe("ROUGE-L0.750.70reached, the nearest");
    expect(within(pane()).getByText(/dropped from 0.7 on/)).toBeTruthy();
    expect(within(pane()).getByRole("link", { name: "A duck lays 16 eggs." })).toBeTruthy();
  });

  test("n turns to the next neighbour and round again", () => {
    showCandidates();
    press("n");
    expect(within(pane()).getByText("Candidate 2 of the same run")).toBeTruthy();
    press("n");
    expect(within(pane()).getByText("Problem 41")).toBeTruthy();
  });

  test("j and k move, and stop at the ends", async () => {
    const shown = showCandidates();
    press("k");
    expect(chosen()).toBe("Candidate 1");
    press("j");
    await expect.poll(chosen).toBe("Candidate 2");
    press("]");
    await expect.poll(chosen).toBe("Candidate 3");
    press("j");
    await expect.poll(() => shown.searches.at(-1)).toBe("?at=3");
    press("[");
    await expect.poll(chosen).toBe("Candidate 1");
  });

  test("narrow, it is cards that lead to a page of their own", () => {
    fakeLayout({ width: 390, height: 800 });
    showCandidates();
    expect(screen.queryByRole("region", { name: "Chosen candidate" })).toBeNull();
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toContain(
      `/projects/${P}/candidates/1`,
    );
  });

  test("reads its filter from the URL, and an empty result offers to clear it", async () => {
    const shown = showCandidates(cacheWith([], { state: "accepted", run: 7 }), "?state=accepted&run=7");
    expect(screen.getByRole("combobox", { name: "Run: Grow by Self-Instruct, run 7" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Clear the filters" }));
    await expect.poll(() => shown.searches.at(-1)).toBe("");
  });

  test("of a project without candidates explains them and leads to growing", () => {
    showCandidates(cacheWith([]));
    expect(screen.getByRole("heading", { name: "No candidates yet" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Grow the seeds" }).getAttribute("href")).toBe(
      `/projects/${P}/grow`,
    );
  });

  test("is busy while the first rows are on their way", () => {
    showCandidates(cacheWith(null));
    expect(screen.getByRole("grid").getAttribute("aria-busy")).toBe("true");
  });

  test("isn't open to those whom the studio refuses, and says so", () => {
    const cache = testCache();
    const refused = new ORPCError("forbidden", { message: "Curators and leads see candidates." });
    fail(cache, candidateFacetsQuery(api, P).queryKey, refused);
    showCandidates(cache);
    expect(screen.getByRole("heading", { name: "These candidates aren't open to you" })).toBeTruthy();
    expect(screen.queryByRole("grid")).toBeNull();
  });

  test("shows a failure with a way to try again", () => {
    const cache = cacheWith(null);
    fail(cache, candidatesQuery(api, P, {}).queryKey, new ORPCError("internal", { message: "It broke." }));
    showCandidates(cache);
    expect(screen.getByRole("alert").textContent).toContain("It broke.");
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});

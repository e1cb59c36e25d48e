import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { exampleCandidate, exampleRow } from "./example-candidates.ts";
import { changingQuery } from "./queries.ts";
import { cacheWith, cellsOf, chosen, showCandidates, three } from "./show-candidates.tsx";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1000, height: 400 }));
afterEach(cleanup);

const press = (key: string) => fireEvent.keyDown(document.body, { key });

/** Answers decisions as the studio would. */
function deciding() {
  return fakeStudio(({ path, body }) => {
    const id = Number(/candidates\/(\d+)\/decision/.exec(path)?.[1]);
    const { state } = body as { state: string }; // the screen's own input, looked at by the test
    if (state === "undecided") return exampleRow(id);
    const decided = { decidedBy: "Ann", decidedAt: `2026-01-01T00:00:0${id}.000Z` };
    if (state === "dropped") return exampleRow(id, decided);
    return exampleRow(id, { ...decided, state: "accepted", problemId: 100 + id });
  });
}

describe("deciding by key", () => {
  test("changes the row at once and goes on, and u takes it back and returns to it", async () => {
    const calls = deciding();
    showCandidates();
    press("a");
    expect(cellsOf(1)[0]).toBe("Accepted, by Ann");
    await expect.poll(chosen).toBe("Candidate 2");
    press("x");
    expect(cellsOf(2)[0]).toBe("Similar, by Ann");
    await expect.poll(() => calls.length).toBe(2);
    press("u");
    expect(cellsOf(2)[0]).toBe("Similar");
    await expect.poll(chosen).toBe("Candidate 2");
    press("u");
    expect(cellsOf(1)[0]).toBe("Similar");
    await expect
      .poll(() => calls.map(({ path, body }) => [path.split("/").at(-2), body]))
      .toEqual([
        ["1", { state: "accepted", seen: null }],
        ["2", { state: "dropped", seen: null }],
        ["2", { state: "undecided", seen: "2026-01-01T00:00:02.000Z" }],
        ["1", { state: "undecided", seen: "2026-01-01T00:00:01.000Z" }],
      ]);
  });

  test("sends decisions one after the other, each with what the studio last said of the candidate", async () => {
    const calls = deciding();
    showCandidates();
    fireEvent.click(screen.getByRole("button", { name: /Accept/ }));
    press("u");
    press("u");
    await expect
      .poll(() => calls.map(({ body }) => body))
      .toEqual([
        { state: "accepted", seen: null },
        { state: "undecided", seen: "2026-01-01T00:00:01.000Z" },
      ]);
    expect(cellsOf(1)[0]).toBe("Similar");
  });

  test("that the studio doesn't take goes back to what the studio has, with the reason", async () => {
    fakeStudio(({ method }) => {
      if (method === "POST")
        throw new Refusal(409, "conflict", "Bob has decided on this candidate meanwhile.");
      return exampleCandidate(1, { decidedBy: "Bob Bee", decidedAt: "2026-01-02T00:00:00.000Z" });
    });
    showCandidates();
    press("a");
    expect(cellsOf(1)[0]).toBe("Accepted, by Ann");
    expect(await screen.findByText("Candidate 1 stays as it was")).toBeTruthy();
    expect(screen.getByText("Bob has decided on this candidate meanwhile.")).toBeTruthy();
    await expect.poll(() => cellsOf(1)[0]).toBe("Similar, by Bob Bee");
  });
});

describe("deciding on all that match", () => {
  test("names how many would change, and sends that number", async () => {
    const calls = fakeStudio(({ method }) =>
      method === "POST" ? { changed: 3 } : { items: [], nextCursor: null, count: 3 },
    );
    const filter = { state: "dropped" } as const;
    const cache = cacheWith(three(), filter);
    const { queryKey } = changingQuery(api, P, filter, "accepted");
    cache.setQueryData(queryKey, { items: [], nextCursor: null, count: 3 });
    showCandidates(cache, "?state=dropped");
    fireEvent.click(screen.getByRole("button", { name: "All that match" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Accept all…" }));
    const dialog = await screen.findByRole("alertdialog", { name: "Accept 3 candidates?" });
    fireEvent.click(within(dialog).getByRole("button", { name: "Accept 3" }));
    await expect
      .poll(() => calls.find(({ method }) => method === "POST")?.body)
      .toEqual({ filter, state: "accepted", changing: 3 });
  });

  test("says so where nothing would change", async () => {
    showCandidates(cacheWith(three(), { state: "dropped" }), "?state=dropped");
    fireEvent.click(screen.getByRole("button", { name: "All that match" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Drop all…" }));
    expect((await screen.findByRole("alertdialog")).textContent).toContain("nothing would change");
  });
});

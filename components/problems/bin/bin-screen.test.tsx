import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { Toaster } from "#components/ui/notify.tsx";
import type { Role } from "#lib/auth/contract.ts";
import type { BinnedProblem } from "#lib/problems/contract/bin.ts";
import { BinScreen } from "./bin-screen.tsx";
import { binQuery } from "./queries.ts";

const P = "gsm8k";

beforeEach(() => {
  fakeLayout({ width: 1000, height: 400 });
  window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as unknown as MediaQueryList; // jsdom has none
});
afterEach(cleanup);

function row(id: number): BinnedProblem {
  return {
    id,
    key: `p${id}`,
    text: `How many eggs has duck ${id}?`,
    answer: String(id),
    subdomain: null,
    origin: "seed",
    split: "train",
    difficulty: null,
    tags: [],
    paths: 6,
    correct: 2,
    countedPaths: 0,
    failedPaths: 0,
    isHard: false,
    binnedAt: "2026-11-20T10:00:00.000Z",
    binnedBy: "Olive",
  };
}

function show(rows: BinnedProblem[] | null, role: Role = "lead") {
  const cache = testCache();
  const counts = { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 };
  const project = { slug: P, name: P, description: "", role, createdAt: "2026-01-01T00:00:00Z", counts };
  cache.setQueryData(projectQuery(api, P).queryKey, project);
  if (rows !== null) {
    cache.setQueryData(binQuery(api, P).queryKey, {
      pages: [{ items: rows, nextCursor: null, count: rows.length }],
      pageParams: [null],
    });
  }
  showScreen(
    <>
      <BinScreen project={P} />
      <Toaster />
    </>,
    cache,
  );
  return cache;
}

const restored = { ...row(1), version: 2 };

describe("the bin", () => {
  test("lists what was deleted, by whom, with the way back; only a lead can delete for good", () => {
    show([row(1), row(2)]);
    expect(screen.getByText("2 problems")).toBeTruthy();
    expect(screen.getAllByText("Olive")).toHaveLength(2);
    expect(screen.getByRole("button", { name: "Delete problem 1 for good" })).toBeTruthy();
    cleanup();
    show([row(1)], "curator");
    expect(screen.getByRole("button", { name: "Restore problem 1" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /for good/ })).toBeNull();
  });

  test("lets a restored problem go from the list at once, and offers to take that back", async () => {
    let answer: ((problem: unknown) => void) | undefined;
    const calls = fakeStudio(() => new Promise((resolve) => (answer = resolve)));
    show([row(1), row(2)]);
    fireEvent.click(screen.getByRole("button", { name: "Restore problem 1" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Restore problem 1" })).toBeNull());
    expect(screen.getByText("1 problem")).toBeTruthy();
    await waitFor(() => expect(calls.map(({ path }) => path)).toEqual([`/projects/${P}/bin/1/restore`]));
    await act(async () => answer?.(restored));
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(calls.at(-1)).toMatchObject({ method: "DELETE", path: `/projects/${P}/problems/1` }),
    );
  });

  test("puts a problem back into the list that couldn't be restored, and says why", async () => {
    fakeStudio(() => {
      throw new Refusal(409, "conflict", "Problem p9 has this statement now.");
    });
    show([row(1)]);
    fireEvent.click(screen.getByRole("button", { name: "Restore problem 1" }));
    expect(await screen.findByText("Problem p9 has this statement now.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Restore problem 1" })).toBeTruthy();
  });

  test("deletes for good only once the problem's key was typed", async () => {
    const calls = fakeStudio(() => ({ purged: true }));
    show([row(1)]);
    fireEvent.click(screen.getByRole("button", { name: "Delete problem 1 for good" }));
    const dialog = await screen.findByRole("alertdialog");
    const confirm = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Delete for good" });
    expect(confirm.disabled).toBe(true);
    fireEvent.change(within(dialog).getByRole("textbox"), { target: { value: "p1" } });
    fireEvent.click(confirm);
    await waitFor(() =>
      expect(calls).toEqual([{ method: "DELETE", path: `/projects/${P}/bin/1`, body: null }]),
    );
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  });

  test("that is empty says what comes here", () => {
    show([]);
    expect(screen.getByRole("heading", { name: "The bin is empty" })).toBeTruthy();
  });

  test("is busy while its rows are on their way, and can be asked again where that failed", () => {
    show(null);
    expect(screen.getByRole("grid").getAttribute("aria-busy")).toBe("true");
    cleanup();
    const cache = testCache();
    fail(cache, binQuery(api, P).queryKey, new ORPCError("internal", { message: "Something broke." }));
    showScreen(<BinScreen project={P} />, cache);
    expect(screen.getByRole("alert").textContent).toContain("Something broke.");
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  });

  test("isn't open to reviewers, and says so", () => {
    const cache = testCache();
    fail(cache, binQuery(api, P).queryKey, new ORPCError("forbidden", { message: "Ask a lead." }));
    showScreen(<BinScreen project={P} />, cache);
    expect(screen.getByText("Ask a lead.")).toBeTruthy();
  });

  test("becomes cards with the same buttons where it is narrow", () => {
    fakeLayout({ width: 390, height: 600 });
    show([row(1)]);
    expect(screen.queryByRole("columnheader")).toBeNull();
    expect(screen.getByRole("button", { name: "Restore problem 1" })).toBeTruthy();
  });
});

import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { showScreen } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { Toaster } from "#components/ui/notify.tsx";
import type { Role } from "#lib/auth/contract.ts";
import type { Problem } from "#lib/problems/contract.ts";
import { cacheWith, P, problem } from "./editor/testing-problem.ts";
import { ProblemActions } from "./problem-actions.tsx";
import { TableActions } from "./table-actions.tsx";

beforeEach(() => {
  fakeLayout({ width: 1000, height: 600 });
  window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as unknown as MediaQueryList; // jsdom has none
});
afterEach(cleanup);

const show = (part: Partial<Problem> = {}, role: Role = "curator") =>
  showScreen(
    <>
      <ProblemActions problem={{ ...problem, ...part }} project={P} />
      <Toaster />
    </>,
    cacheWith({ role }),
  );

describe("a problem's actions", () => {
  test("open its editor on e and its history on h", () => {
    const shown = show();
    fireEvent.keyDown(document.body, { key: "e" });
    fireEvent.keyDown(document.body, { key: "h" });
    expect(shown.visited).toEqual([`/projects/${P}/problems/7/edit`, `/projects/${P}/problems/7/history`]);
  });

  test("put it into the bin, go on to the next, and take it out again from the note", async () => {
    const calls = fakeStudio((call) => (call.method === "DELETE" ? { removed: true } : problem));
    const shown = show();
    fireEvent.click(screen.getByRole("button", { name: "Delete" }));
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(shown.visited).toEqual([`/projects/${P}/problems/8`, `/projects/${P}/problems/7`]),
    );
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `DELETE /projects/${P}/problems/7`,
      `POST /projects/${P}/bin/7/restore`,
    ]);
  });

  test("go back to the table where it was the last one", async () => {
    fakeStudio(() => ({ removed: true }));
    const shown = show({ nextId: null });
    fireEvent.keyDown(document.body, { key: "#" });
    await waitFor(() => expect(shown.visited).toEqual([`/projects/${P}/problems`]));
  });

  test("stay where they are where deleting failed, and say why", async () => {
    fakeStudio(() => {
      throw new Refusal(503, "unavailable", "The studio is being moved.");
    });
    const shown = show();
    fireEvent.keyDown(document.body, { key: "#" });
    expect(await screen.findByText("The studio is being moved.")).toBeTruthy();
    expect(shown.visited).toEqual([]);
  });

  test("are for a reviewer to look at the history alone", () => {
    const calls = fakeStudio();
    const shown = show({}, "reviewer");
    expect(screen.getByRole("link", { name: /History/ })).toBeTruthy();
    expect(screen.queryByRole("link", { name: /Edit/ })).toBeNull();
    fireEvent.keyDown(document.body, { key: "#" });
    fireEvent.keyDown(document.body, { key: "e" });
    expect([calls, shown.visited]).toEqual([[], []]);
  });
});

describe("the table's actions", () => {
  const showFor = (given: { role: Role | undefined }) =>
    showScreen(<TableActions project={P} {...given} />, cacheWith());

  test("open a new problem on c, and lead to the bin", () => {
    const shown = showFor({ role: "lead" });
    fireEvent.keyDown(document.body, { key: "c" });
    expect(shown.visited).toEqual([`/projects/${P}/problems/new`]);
    expect(screen.getByRole("link", { name: "Bin" }).getAttribute("href")).toBe(
      `/projects/${P}/problems/bin`,
    );
  });

  test("write nothing for a reviewer, nor before the role is known", () => {
    for (const role of ["reviewer", undefined] as const) {
      const shown = showFor({ role });
      expect(screen.queryByRole("link", { name: /New problem|Bin/ })).toBeNull();
      fireEvent.keyDown(document.body, { key: "c" });
      expect(shown.visited).toEqual([]);
      cleanup();
    }
  });
});

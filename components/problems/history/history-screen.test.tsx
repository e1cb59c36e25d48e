import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { api } from "#components/api/api.ts";
import { versionsQuery } from "#components/problems/editor/queries.ts";
import { fakeStudio } from "#components/problems/fake-studio.ts";
import { problemQuery } from "#components/problems/queries.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { ProblemVersion } from "#lib/problems/contract/history.ts";
import type { Problem, ProblemFields } from "#lib/problems/contract.ts";
import { HistoryScreen } from "./history-screen.tsx";

const P = "gsm8k";

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

const fields: ProblemFields = {
  text: "Ten ducks lay eggs.",
  answer: "18",
  solution: null,
  subdomain: "Algebra",
  difficulty: null,
  tags: ["eggs"],
  source: null,
  split: "train",
};
const problem: Problem = {
  ...fields,
  id: 7,
  key: "duck-7",
  origin: "seed",
  paths: 0,
  correct: 0,
  countedPaths: 0,
  failedPaths: 0,
  isHard: false,
  parents: [],
  meta: {},
  version: 3,
  updatedAt: "2026-11-20T10:00:00.000Z",
  createdAt: "2026-01-01T00:00:00Z",
  previousId: null,
  nextId: null,
};

const version = (number: number, part: Partial<ProblemVersion>): ProblemVersion => ({
  version: number,
  fields,
  cause: "edit",
  author: "Olive",
  at: "2026-11-20T10:00:00.000Z",
  changed: [],
  ...part,
});
const VERSIONS = [
  version(3, { changed: ["text"] }),
  version(2, {
    cause: "bulk",
    author: "Paul",
    fields: { ...fields, text: "Ten hens lay eggs." },
    changed: ["tags"],
  }),
  version(1, { cause: "import", author: null, fields: { ...fields, text: "Ten hens lay eggs.", tags: [] } }),
];

function show(versions: ProblemVersion[] | null = VERSIONS, role: Role = "curator", search = "") {
  const cache = testCache();
  const counts = { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 };
  const project = { slug: P, name: P, description: "", role, createdAt: "2026-01-01T00:00:00Z", counts };
  cache.setQueryData(projectQuery(api, P).queryKey, project);
  cache.setQueryData(problemQuery(api, P, 7).queryKey, problem);
  if (versions !== null) {
    cache.setQueryData(versionsQuery(api, P, 7).queryKey, {
      pages: [{ items: versions, nextCursor: null, count: versions.length }],
      pageParams: [null],
    });
  }
  showScreen(<HistoryScreen id={7} project={P} />, cache, search);
}

const rows = () =>
  within(screen.getByRole("list", { name: "Versions, newest first" })).getAllByRole("button");
const chosen = () => rows().findIndex((row) => row.getAttribute("aria-current") === "true");
const marked = (tag: "ins" | "del") => [...document.querySelectorAll(tag)].map((each) => each.textContent);

describe("a problem's history", () => {
  test("says of each version who made it and what it changed", () => {
    show();
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^3editedcurrent.*Olive · Statement$/),
      expect.stringMatching(/^2changed with others.*Paul · Tags$/),
      expect.stringMatching(/^1imported.*the first that is known$/),
    ]);
  });

  test("shows what the newest version changed, word by word", () => {
    show();
    expect([marked("del"), marked("ins")]).toEqual([["hens"], ["ducks"]]);
  });

  test("goes to earlier versions on j and back on k, and no further than there are", async () => {
    show();
    fireEvent.keyDown(document.body, { key: "j" });
    await waitFor(() => expect(chosen()).toBe(1));
    expect(screen.getByRole("region", { name: "Tags" })).toBeTruthy();
    fireEvent.keyDown(document.body, { key: "j" });
    await waitFor(() => expect(chosen()).toBe(2));
    fireEvent.keyDown(document.body, { key: "j" });
    fireEvent.keyDown(document.body, { key: "k" });
    await waitFor(() => expect(chosen()).toBe(1));
  });

  test("compares a version with the current one", async () => {
    show(VERSIONS, "curator", "?version=1");
    expect(screen.getByText(/There is none before it/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Current" }));
    await waitFor(() => expect(marked("ins")).toEqual(["ducks", "eggs"]));
    expect(screen.getByRole("region", { name: "Tags" })).toBeTruthy();
  });

  test("restores a version once that was confirmed, on top of the version that was seen", async () => {
    const calls = fakeStudio(() => ({ ...problem, version: 4 }));
    show(VERSIONS, "curator", "?version=1");
    fireEvent.keyDown(document.body, { key: "r" });
    const dialog = await screen.findByRole("alertdialog");
    expect(calls).toEqual([]);
    fireEvent.click(within(dialog).getByRole("button", { name: "Restore version 1" }));
    await waitFor(() =>
      expect(calls).toEqual([
        { method: "POST", path: `/projects/${P}/problems/7/versions/1`, body: { version: 3 } },
      ]),
    );
  });

  test("has nothing to restore at the current version, nor for reviewers", () => {
    show();
    expect(screen.queryByRole("button", { name: /Restore/ })).toBeNull();
    cleanup();
    show(VERSIONS, "reviewer", "?version=1");
    expect(screen.queryByRole("button", { name: /Restore/ })).toBeNull();
  });

  test("of one version only shows what the problem says", () => {
    show([version(3, { cause: "created" })]);
    expect(screen.getByText("One version")).toBeTruthy();
    expect(screen.getByRole("region", { name: "Statement" }).textContent).toContain("Ten ducks lay eggs.");
    expect(marked("ins")).toEqual([]);
  });

  test("is announced as loading, and can be asked for again where that failed", () => {
    show(null);
    expect(screen.getByRole("status").textContent).toBe("Loading");
    cleanup();
    const cache = testCache();
    fail(
      cache,
      versionsQuery(api, P, 7).queryKey,
      new ORPCError("internal", { message: "Something broke." }),
    );
    showScreen(<HistoryScreen id={7} project={P} />, cache);
    expect(screen.getByRole("alert").textContent).toContain("Something broke.");
  });
});

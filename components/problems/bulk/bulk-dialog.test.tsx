import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { createQueryClient } from "#components/api/query-client.ts";
import { type Call, fakeStudio, Refusal } from "#components/problems/fake-studio.ts";
import { showScreen } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { Toaster } from "#components/ui/notify.tsx";
import type { BulkEdit } from "#lib/problems/contract/bulk.ts";
import type { ProblemRow } from "#lib/problems/contract.ts";
import { subdomainsQuery } from "../editor/queries.ts";
import { problemFacetsQuery } from "../queries.ts";
import { BulkButton } from "./bulk-button.tsx";
import { bulkEditsQuery } from "./queries.ts";

const P = "gsm8k";

beforeEach(() => {
  fakeLayout({ width: 1000, height: 400 });
  window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as unknown as MediaQueryList; // jsdom has none
});
afterEach(cleanup);

const before: ProblemRow = {
  id: 1,
  key: "p1",
  text: "How many eggs?",
  answer: "18",
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
};
const edit: BulkEdit = {
  id: 5,
  change: { difficulty: "hard" },
  changed: 12,
  by: "Olive",
  at: "2026-11-20T10:00:00.000Z",
  undoneAt: null,
};

const facets = {
  subdomains: [],
  origins: [],
  splits: [],
  difficulties: [{ value: "hard", count: 3 }],
};

/** What is only read; everything is asked for anew after a change. */
function reading({ path }: Call): unknown {
  if (path.endsWith("/bulk-edits")) return [];
  return path.endsWith("/facets") ? facets : { subdomains: [], unclassified: 0 };
}

function studio(call: Call): unknown {
  const { method, path, body } = call;
  if (method === "GET") return reading(call);
  if (path.endsWith("/bulk-edits/preview")) {
    const remove = JSON.stringify(body).includes("remove");
    return {
      matching: 1204,
      changing: remove ? 1204 : 12,
      examples: remove ? [] : [{ before, after: { ...before, difficulty: "hard" } }],
    };
  }
  if (path.endsWith("/undo")) return { edit: { ...edit, undoneAt: edit.at }, undone: 11, kept: 1 };
  return edit;
}

function show(edits: BulkEdit[] = []) {
  const cache = createQueryClient();
  cache.setQueryData(subdomainsQuery(api, P).queryKey, { subdomains: [], unclassified: 0 });
  cache.setQueryData(problemFacetsQuery(api, P).queryKey, facets);
  cache.setQueryData(bulkEditsQuery(api, P).queryKey, edits);
  showScreen(
    <>
      <BulkButton count={1204} filter={{ split: "train" }} project={P} />
      <Toaster />
    </>,
    cache,
  );
  fireEvent.keyDown(document.body, { key: "E", shiftKey: true });
}

const difficulty = () => screen.findByRole("combobox", { name: "New difficulty" });
const apply = (name: RegExp) => screen.findByRole<HTMLButtonElement>("button", { name });

describe("a bulk edit", () => {
  test("is opened for what the table shows, says so, and changes nothing yet", async () => {
    const calls = fakeStudio(studio);
    show();
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("Problems that match: split train.");
    expect((await apply(/^Change/)).disabled).toBe(true);
    expect(calls).toEqual([]);
  });

  test("shows how many would change and how, before it is applied to just as many", async () => {
    const calls = fakeStudio(studio);
    show();
    fireEvent.change(await difficulty(), { target: { value: "hard" } });
    expect(await screen.findByText("12 problems would change.")).toBeTruthy();
    expect(screen.getByText("1,192 are so already.")).toBeTruthy();
    expect(within(screen.getByRole("list", { name: "Examples" })).getByText("hard").tagName).toBe("INS");
    fireEvent.click(await apply(/^Change 12 problems/));
    const applied = () => calls.find(({ method, path }) => method === "POST" && path.endsWith("/bulk-edits"));
    await waitFor(() => expect(applied()).toBeTruthy());
    expect(applied()?.body).toEqual({
      filter: { split: "train" },
      change: { difficulty: "hard" },
      changing: 12,
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  test("is taken back from the note that it was made, and says what stayed", async () => {
    const calls = fakeStudio(studio);
    show();
    fireEvent.change(await difficulty(), { target: { value: "hard" } });
    fireEvent.click(await apply(/^Change 12 problems/));
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith("/bulk-edits/5/undo"))).toBe(true));
    expect(await screen.findByText("11 problems as before")).toBeTruthy();
    expect(screen.getByText("1 problem changed since and left as they are.")).toBeTruthy();
  });

  test("into the bin changes nothing else, and its button says so", async () => {
    fakeStudio(studio);
    show();
    fireEvent.change(await difficulty(), { target: { value: "hard" } });
    fireEvent.click(screen.getByRole("checkbox", { name: /into the bin/ }));
    expect(await screen.findByText("1,204 problems would go into the bin.")).toBeTruthy();
    expect(await apply(/^Put into the bin 1,204 problems/)).toBeTruthy();
  });

  test("that doesn't find as many as the preview said changes nothing, and shows what it says now", async () => {
    let previews = 0;
    fakeStudio((call) => {
      if (call.method === "GET") return reading(call);
      if (call.path.endsWith("/preview")) {
        previews += 1;
        return { matching: 1204, changing: previews === 1 ? 12 : 13, examples: [] };
      }
      throw new Refusal(409, "conflict", "13 problems would change now.");
    });
    show();
    fireEvent.change(await difficulty(), { target: { value: "hard" } });
    fireEvent.click(await apply(/^Change 12 problems/));
    expect(await screen.findByText("13 problems would change now.")).toBeTruthy();
    expect(await apply(/^Change 13 problems/)).toBeTruthy();
  });

  test("of which a preview can't be had says why, and can't be applied", async () => {
    fakeStudio((call) => {
      if (call.method === "GET") return reading(call);
      throw new Refusal(413, "too_large", "At most 100,000 problems change at once.");
    });
    show();
    fireEvent.change(await difficulty(), { target: { value: "hard" } });
    expect(await screen.findByText("At most 100,000 problems change at once.")).toBeTruthy();
    expect((await apply(/^Change/)).disabled).toBe(true);
  });

  test("is in the list of the last ones, with the way back while there is one", async () => {
    fakeStudio(studio);
    show([edit, { ...edit, id: 4, change: { remove: true }, undoneAt: edit.at }]);
    const list = await screen.findByRole("list", { name: "Last bulk edits", hidden: true });
    const [first, second] = within(list).getAllByRole("listitem", { hidden: true });
    expect(first?.textContent).toContain("Difficulty: hard12 problems · Olive");
    expect(first?.textContent).toContain("Undo");
    expect(second?.textContent).toContain("Into the bin");
    expect(second?.textContent).toContain("taken back");
  });
});

test("where nothing matches there is nothing to edit", () => {
  showScreen(<BulkButton count={0} filter={{}} project={P} />, createQueryClient());
  fireEvent.keyDown(document.body, { key: "E", shiftKey: true });
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
});

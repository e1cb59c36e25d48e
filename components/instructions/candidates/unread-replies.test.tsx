import { ORPCError } from "@orpc/client";
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import { exampleRun } from "./example-candidates.ts";
import { askingRunsQuery, unreadQuery } from "./queries.ts";
import { UnreadReplies } from "./unread-replies.tsx";

const P = "gsm8k";

beforeEach(() => fakeLayout({ width: 1000, height: 600 }));
afterEach(cleanup);

function cacheWith(
  runs: number[],
  replies: { slot: number; fault: string; callId: number | null; reply: string | null }[],
) {
  const cache = testCache();
  const items = runs.map((id) => exampleRun(id));
  cache.setQueryData(askingRunsQuery(api, P).queryKey, { items, nextCursor: null, count: items.length });
  const [first] = runs;
  if (first !== undefined) {
    cache.setQueryData(unreadQuery(api, P, first).queryKey, {
      pages: [{ items: replies, nextCursor: null, count: replies.length }],
      pageParams: [null],
    });
  }
  return cache;
}

const show = (cache: ReturnType<typeof testCache>) =>
  showScreen(<UnreadReplies project={P} run={null} onRun={() => undefined} />, cache);

test("each reply stands with its fault, exactly as it was written, and nothing of it becomes markup", () => {
  const hostile = '<img src=x onerror="alert(1)"> **bold** $\\href{javascript:alert(1)}{x}$\u202e';
  show(
    cacheWith(
      [7],
      [
        { slot: 3, fault: "Not JSON", callId: 1, reply: hostile },
        { slot: 9, fault: "The endpoint kept failing", callId: null, reply: null },
      ],
    ),
  );
  expect(screen.getByRole("status").textContent).toBe("2 replies gave no candidates.");
  const [first, second] = screen.getAllByRole("group");
  expect(first?.textContent).toContain("Request 3Not JSON");
  expect(first?.querySelector("pre")?.textContent).toBe(hostile);
  expect(document.querySelector("img, strong, a, .katex")).toBeNull();
  expect(second?.textContent).toContain("No reply came.");
});

test("says so where every reply could be read, and where no model was asked", () => {
  show(cacheWith([7, 6], []));
  expect(screen.getByRole("heading", { name: "Every reply could be read" })).toBeTruthy();
  expect(screen.getByRole("combobox", { name: "Run" })).toBeTruthy();
  cleanup();
  show(cacheWith([], []));
  expect(screen.getByRole("heading", { name: "No model has been asked yet" })).toBeTruthy();
});

test("shows a failure with a way to try again", () => {
  const cache = cacheWith([7], []);
  cache.removeQueries({ queryKey: unreadQuery(api, P, 7).queryKey });
  fail(cache, unreadQuery(api, P, 7).queryKey, new ORPCError("internal", { message: "It broke." }));
  show(cache);
  expect(screen.getByRole("alert").textContent).toContain("It broke.");
});

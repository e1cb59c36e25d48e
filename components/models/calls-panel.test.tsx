import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { ModelCall } from "#lib/models/contract.ts";
import { CallsPanel } from "./calls-panel.tsx";
import { callQuery, callsQuery } from "./queries.ts";

const P = "gsm8k";
const RUN = 12;

afterEach(cleanup);

const call: ModelCall = {
  id: 5,
  runId: RUN,
  endpoint: "Writer",
  slot: "12.0.solve.0",
  state: "answered",
  inputTokens: 1500,
  outputTokens: 200,
  cost: 0.0021,
  attempts: 3,
  lost: 1,
  error: null,
  createdAt: "2026-01-01T00:00:00Z",
  endedAt: "2026-01-01T00:00:01Z",
};
const HOSTILE = '<img src=x onerror="alert(1)"> **bold** $x^2$';

function cacheWith(calls: ModelCall[] | null, nextCursor: number | null = null) {
  const cache = testCache();
  if (calls !== null) {
    cache.setQueryData(callsQuery(api, P, RUN, false).queryKey, {
      pages: [{ items: calls, nextCursor, count: 1234 }],
      pageParams: [null],
    });
  }
  return cache;
}
const show = (cache: ReturnType<typeof cacheWith>) =>
  showScreen(<CallsPanel project={P} run={RUN} live={false} />, cache);

describe("a run's calls", () => {
  test("say what each was for, took and cost, and what went wrong", () => {
    show(cacheWith([call, { ...call, id: 4, slot: "11", state: "failed", error: "It refuses the key." }]));
    const [first, second] = screen.getAllByRole("listitem");
    expect(first?.textContent).toContain("12.0.solve.0");
    expect(first?.textContent).toContain("3 tries, 1 lost with a worker");
    expect(first?.textContent).toContain("1,500 + 200 tokens");
    expect(first?.textContent).toContain("$0.0021");
    expect(second?.textContent).toContain("It refuses the key.");
    expect(screen.getByText("1,234 of models, newest first")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Show older calls" })).toBeNull();
  });

  test("go on where there are older ones", () => {
    show(cacheWith([call], 5));
    expect(screen.getByRole("button", { name: "Show older calls" })).toBeTruthy();
  });

  test("are nothing at all for a run that made none", () => {
    show(cacheWith([]));
    expect(screen.queryByText("Calls")).toBeNull();
  });

  test("that couldn't be loaded say so", () => {
    const cache = cacheWith(null);
    fail(cache, callsQuery(api, P, RUN, false).queryKey, new ORPCError("internal", { message: "It broke." }));
    show(cache);
    expect(screen.getByText("It broke.")).toBeTruthy();
  });
});

describe("a call", () => {
  const open = (part: object = {}) => {
    const cache = cacheWith([call]);
    cache.setQueryData(callQuery(api, P, 5).queryKey, {
      ...call,
      request: {
        messages: [{ role: "user", content: `Solve ${HOSTILE}` }],
        parameters: { maxTokens: 7 },
        seed: null,
      },
      reply: HOSTILE,
      ...part,
    });
    show(cache);
    fireEvent.click(screen.getByRole("button", { name: /12\.0\.solve\.0/ }));
    return within(screen.getByRole("dialog", { name: "Call 5" }));
  };

  test("opens to what was asked and answered, as it was written and never as HTML or Markdown", () => {
    const dialog = open();
    expect(dialog.getByText(`Solve ${HOSTILE}`).tagName).toBe("PRE");
    expect(dialog.getByText(HOSTILE).tagName).toBe("PRE");
    expect(document.querySelector("img, strong, .katex")).toBeNull();
    expect(dialog.getByText(/"maxTokens": 7/)).toBeTruthy();
    expect(dialog.getByText("1,500 in, 200 out")).toBeTruthy();
  });

  test("that is out, or was refused, says so", () => {
    expect(open({ state: "sent", reply: null }).getByText("It is out.")).toBeTruthy();
    cleanup();
    const failed = open({ state: "failed", reply: null, error: "The endpoint refuses the key." });
    expect(failed.getByText("There is no reply.")).toBeTruthy();
    expect(failed.getByText("The endpoint refuses the key.")).toBeTruthy();
  });

  test("with an empty reply shows that it is empty", () => {
    expect(open({ reply: "" }).getByText("empty")).toBeTruthy();
  });
});

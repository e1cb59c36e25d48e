import { ORPCError } from "@orpc/client";
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { Pair } from "#lib/pairs/contract.ts";
import { PairScreen } from "./pair-screen.tsx";
import { pairQuery } from "./queries.ts";

const P = "gsm8k";

// The view is kept in the browser; rendered, so that no editor is needed here.
beforeEach(() => localStorage.setItem("lemma.trace-view", "rendered"));
afterEach(cleanup);

const side = (
  id: number,
  model: string | null,
  verdict: Pair["first"]["verdict"],
  content: string,
): Pair["first"] => ({
  id,
  key: `k${id}`,
  kind: "cot",
  model,
  verdict,
  verdictReason: null,
  answer: null,
  segments: [{ type: "text", content }],
});

const pair: Pair = {
  id: 5,
  problemId: 7,
  problemText: "How many eggs?",
  first: side(70, "small", "incorrect", "Seventeen."),
  second: side(71, null, "correct", "Eighteen."),
  origin: "mined",
  policy: "correct-vs-incorrect",
  proposed: "second",
  decided: null,
  decidedAt: null,
  margin: null,
  judgements: 0,
};

function show(part: Partial<Pair> = {}) {
  const cache = testCache();
  cache.setQueryData(pairQuery(api, P, 5).queryKey, { ...pair, ...part });
  showScreen(<PairScreen project={P} id={5} />, cache);
}

const first = () => screen.getByRole("region", { name: "First path" });
const second = () => screen.getByRole("region", { name: "Second path" });

describe("the page of a pair", () => {
  test("shows both paths with model, verdict and text", () => {
    show();
    expect(first().textContent).toMatch(/small.*Incorrect.*Seventeen\./);
    expect(second().textContent).toMatch(/a person.*Correct.*Eighteen\./);
    expect(within(first()).getByRole("link").getAttribute("href")).toBe(`/projects/${P}/paths/70`);
  });

  test("marks the sides by the proposal, then by what people decided", () => {
    show();
    expect([within(first()).getByText("rejected"), within(second()).getByText("chosen")]).toHaveLength(2);
    cleanup();
    show({ decided: "first", decidedAt: "2026-01-01T00:00:00Z", judgements: 3 });
    expect([within(first()).getByText("chosen"), within(second()).getByText("rejected")]).toHaveLength(2);
    expect(screen.getByText(/3 judgements/)).toBeTruthy();
  });

  test("marks neither side of a tie", () => {
    show({ decided: "tie" });
    expect(screen.queryByText(/^(chosen|rejected)$/)).toBeNull();
  });

  test("is announced as loading before it is there", () => {
    showScreen(<PairScreen project={P} id={5} />, testCache());
    expect(screen.getByRole("status").textContent).toBe("Loading");
  });

  test("refused to someone gives the reason", () => {
    const cache = testCache();
    fail(
      cache,
      pairQuery(api, P, 5).queryKey,
      new ORPCError("forbidden", { message: "Only leads see pairs." }),
    );
    showScreen(<PairScreen project={P} id={5} />, cache);
    expect(screen.getByText("Only leads see pairs.")).toBeTruthy();
  });
});

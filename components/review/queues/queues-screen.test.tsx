import "#components/problems/fake-studio.ts";

import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { fakeStudio } from "#components/problems/fake-studio.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { projectQuery } from "#components/projects/queries.ts";
import type { Role } from "#lib/auth/contract.ts";
import type { WinRate } from "#lib/review/contract/agreement.ts";
import type { ReviewQueue } from "#lib/review/contract/queues.ts";
import type { ModelStrength } from "#lib/scoring/contract/scorers.ts";
import { defined, exampleCounts, exampleQueue } from "./example-queues.ts";
import { queuesQuery, winRatesQuery } from "./queries.ts";
import { QueuesScreen } from "./queues-screen.tsx";

const P = "gsm8k";
beforeEach(() => void fakeStudio());
afterEach(cleanup);

interface Setting {
  role?: Role;
  queues?: ReviewQueue[] | null;
  winRates?: { rates: WinRate[]; strengths: ModelStrength[] } | null;
}

function cacheWith({
  role = "lead",
  queues = [exampleQueue({})],
  winRates = { rates: [], strengths: [] },
}: Setting = {}) {
  const cache = testCache();
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role,
    createdAt: "2026-01-01T00:00:00Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  });
  if (queues) cache.setQueryData(queuesQuery(api, P).queryKey, queues);
  if (winRates) cache.setQueryData(winRatesQuery(api, P).queryKey, winRates);
  return cache;
}

const show = (cache = cacheWith()) => showScreen(<QueuesScreen project={P} />, cache);
const panel = (name: string) => within(screen.getByRole("region", { name }));

describe("queues", () => {
  test("stand with kind, state, progress, disputes and deadline", () => {
    show(cacheWith({ queues: [exampleQueue({ state: "paused", deadline: "2026-12-01T00:00:00.000Z" })] }));
    const line = panel("Queues").getByRole("listitem");
    expect(line.textContent).toMatch(/^Near tiesPaused12 disputedPairs: 200 pairs\. Open pairs\./);
    expect(line.textContent).toMatch(/160 of 400 answers.*due /);
    expect(within(line).getByRole("link", { name: "Near ties" }).getAttribute("href")).toBe(
      `/projects/${P}/queues/3`,
    );
    expect(within(line).getByRole("link", { name: "12 disputed" }).getAttribute("href")).toBe(
      `/projects/${P}/queues/3?view=units`,
    );
    expect(within(line).getByRole("progressbar").getAttribute("aria-valuenow")).toBe("0.4");
  });

  test("without a dispute name none", () => {
    show(cacheWith({ queues: [exampleQueue({ counts: exampleCounts({ disputed: 0 }) })] }));
    expect(screen.queryByText(/disputed/)).toBeNull();
  });

  test("that aren't there yet are explained, with a way to the first one", () => {
    show(cacheWith({ queues: [] }));
    expect(screen.getByText("No queue yet")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Make the first one" }).getAttribute("href")).toBe(
      `/projects/${P}/queues/new`,
    );
  });

  test("are announced as loading before they are there", () => {
    show(cacheWith({ queues: null }));
    expect(panel("Queues").getByRole("status").textContent).toBe("Loading");
  });

  test("couldn't be loaded: that is said in their place, and the rest stays", () => {
    const cache = cacheWith({ queues: null });
    fail(cache, queuesQuery(api, P).queryKey, new ORPCError("internal", { message: "It broke." }));
    show(cache);
    expect(panel("Queues").getByText("The queues couldn't be loaded")).toBeTruthy();
    expect(screen.getByText("No two models have met yet")).toBeTruthy();
  });

  test("are made by the key n", () => {
    const { visited } = show();
    fireEvent.keyDown(window, { key: "n" });
    expect(visited).toEqual([`/projects/${P}/queues/new`]);
  });

  test("are the leads' alone, and the key n rests for others", () => {
    const { visited } = show(cacheWith({ role: "reviewer", queues: null, winRates: null }));
    expect(screen.getByText("Only leads make queues")).toBeTruthy();
    expect(screen.queryByRole("link", { name: /New queue/ })).toBeNull();
    fireEvent.keyDown(window, { key: "n" });
    expect(visited).toEqual([]);
  });
});

describe("win rates", () => {
  const rate: WinRate = {
    model: "big-33b",
    against: "small-7b",
    wins: 30,
    ties: 10,
    losses: 20,
    rate: defined(0.583, 0.457, 0.7),
  };
  const strength: ModelStrength = {
    model: "big-33b",
    strength: 0.4,
    low: 0.1,
    high: 0.7,
    group: 0,
    wins: 30,
    ties: 10,
    losses: 20,
  };

  test("stand model against model with their interval, and as strengths on one scale", () => {
    show(cacheWith({ winRates: { rates: [rate], strengths: [strength] } }));
    const row = within(screen.getByRole("region", { name: "Table of win rates" })).getAllByRole("row")[1];
    expect([...(row?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      "big-33b against small-7b",
      "30",
      "10",
      "20",
      "58.3 %45.7 % to 70.0 %",
    ]);
    expect(panel("Models by people's judgements").getByText("+0.40")).toBeTruthy();
  });

  test("aren't there before two models have met, which is said", () => {
    show();
    expect(screen.getByText("No two models have met yet")).toBeTruthy();
    expect(screen.queryByText("Models by people's judgements")).toBeNull();
  });
});

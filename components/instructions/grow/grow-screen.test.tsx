import { ORPCError } from "@orpc/client";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { exampleRun } from "#components/jobs/example-run.ts";
import { runsQuery } from "#components/jobs/queries.ts";
import { problemFacetsQuery } from "#components/problems/queries.ts";
import { fail, showScreen, testCache } from "#components/problems/show-screen.tsx";
import { gates, thresholds } from "#lib/instructions/contract.ts";
import type { Run } from "#lib/jobs/contract.ts";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import { GrowScreen } from "./grow-screen.tsx";
import { generatorsQuery, growingDefaultsQuery } from "./queries.ts";

const P = "gsm8k";

afterEach(cleanup);

const model: ModelEndpoint = {
  id: 3,
  name: "Small writer",
  baseUrl: "http://127.0.0.1:8000/v1",
  protocol: "chat",
  model: "small",
  uses: ["generator"],
  parameters: { maxTokens: 512, extra: {} },
  inputPrice: 0,
  outputPrice: 0,
  concurrency: 4,
  requestsPerMinute: null,
  tokensPerMinute: null,
  structuredOutput: "auto",
  timeoutSeconds: 60,
  keyHint: null,
  version: 1,
  calls: 0,
  cost: 0,
  createdAt: "2026-01-01T00:00:00Z",
};

const growing = exampleRun({ state: "done", counts: { accepted: 1250, dropped: 7 } });

interface Setting {
  seeds?: number;
  templates?: number;
  models?: ModelEndpoint[];
  runs?: Run[];
}

function cacheWith({ seeds = 10, templates = 4, models = [model], runs = [] }: Setting = {}) {
  const cache = testCache();
  cache.setQueryData(growingDefaultsQuery(api, P).queryKey, {
    seeds,
    templates,
    instructions: 0,
    lastSeed: null,
    thresholds: thresholds.parse({}),
    gates: gates.parse({}),
  });
  cache.setQueryData(generatorsQuery(api, P).queryKey, models);
  cache.setQueryData(runsQuery(api, P).queryKey, { items: runs, nextCursor: null, count: runs.length });
  cache.setQueryData(problemFacetsQuery(api, P).queryKey, {
    subdomains: [{ value: "Algebra", count: 3 }],
    origins: [],
    splits: [],
    difficulties: [],
  });
  return cache;
}

const show = (cache = cacheWith()) => showScreen(<GrowScreen project={P} />, cache);
const panel = (name: string) => within(screen.getByRole("region", { name }));
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

describe("the page where seeds are grown", () => {
  test("lets both kinds of run start with what stands in their forms", () => {
    show();
    expect(panel("Variation").getByText(/4 seeds with a program/)).toBeTruthy();
    expect(button("Start variation run").disabled).toBe(false);
    expect(panel("Self-Instruct").getAllByText("Small writer").length).toBeGreaterThan(0);
    expect(button("Start Self-Instruct run").disabled).toBe(false);
  });

  test("says what is wrong with a number, and starts nothing with it", () => {
    show();
    fireEvent.change(screen.getByLabelText("Variants of each seed"), { target: { value: "0" } });
    expect(screen.getByText("Type a whole number from 1 to 1,000.")).toBeTruthy();
    expect(button("Start variation run").disabled).toBe(true);
    fireEvent.change(screen.getByLabelText("Budget in dollars"), { target: { value: "ten" } });
    expect(button("Start Self-Instruct run").disabled).toBe(true);
  });

  test("teaches how a seed comes to vary while none can", () => {
    show(cacheWith({ templates: 0 }));
    expect(panel("Variation").getByText(/No seed can vary yet/)).toBeTruthy();
    expect(button("Start variation run").disabled).toBe(true);
  });

  test("leads to what Self-Instruct lacks: a model first, then a seed", () => {
    show(cacheWith({ models: [] }));
    expect(panel("Self-Instruct").getByRole("link", { name: "Models" }).getAttribute("href")).toBe(
      `/projects/${P}/models`,
    );
    cleanup();
    show(cacheWith({ seeds: 0 }));
    expect(panel("Self-Instruct").getByRole("link", { name: "Write a seed" })).toBeTruthy();
  });

  test("lists the runs that made candidates, and no others", () => {
    show(cacheWith({ runs: [growing, { ...growing, id: 13, kind: "import" }] }));
    const list = panel("Last runs");
    expect(list.getAllByRole("listitem")).toHaveLength(1);
    expect(list.getByText("1,250 accepted")).toBeTruthy();
    expect(list.getByRole("link", { name: "Candidates" }).getAttribute("href")).toBe(
      `/projects/${P}/candidates?run=12`,
    );
  });

  test("is closed to reviewers in words", () => {
    const cache = testCache();
    fail(
      cache,
      growingDefaultsQuery(api, P).queryKey,
      new ORPCError("forbidden", { message: "For curators." }),
    );
    show(cache);
    expect(screen.getByText("The ways to grow aren't open to you")).toBeTruthy();
  });
});

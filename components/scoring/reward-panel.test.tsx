import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { exampleRun } from "#components/jobs/example-run.ts";
import { modelsQuery } from "#components/models/queries.ts";
import { type Call, fakeStudio } from "#components/problems/fake-studio.ts";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import type { ThoughtOfRun } from "#lib/scoring/contract/runs.ts";
import { scoringEstimateQuery } from "./queries.ts";
import { RewardPanel } from "./reward-panel.tsx";

const P = "gsm8k";
const model: ModelEndpoint = {
  id: 4,
  name: "Skywork",
  baseUrl: "http://127.0.0.1:8000",
  protocol: "vllm-classify",
  model: "skywork-reward",
  uses: ["reward"],
  parameters: { maxTokens: 512, extra: {} },
  inputPrice: 0.1,
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
  createdAt: "2026-01-01T00:00:00.000Z",
};

const USUAL: ThoughtOfRun = {
  kind: "reward",
  filter: {},
  problems: {},
  title: "Reward",
  subject: "paths",
  counts: null,
  budget: null,
};

let calls: Call[];
beforeEach(() => {
  calls = fakeStudio(() => exampleRun({ id: 12 }));
});
afterEach(cleanup);

function show(models: ModelEndpoint[]) {
  const cache = testCache();
  cache.setQueryData(modelsQuery(api, P).queryKey, models);
  cache.setQueryData(scoringEstimateQuery(api, P, model.id, USUAL).queryKey, {
    subjects: 600,
    calls: 600,
    ceiling: 0.5,
    expected: null,
  });
  return showScreen(<RewardPanel project={P} />, cache);
}

test("without a reward model it says where to add one", () => {
  show([{ ...model, protocol: "chat", uses: ["judge"] }]);
  expect(screen.getByText(/A reward model gives each answer one number/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Models" }).getAttribute("href")).toBe(`/projects/${P}/models`);
});

test("what it would take is told before it is started", () => {
  show([model]);
  expect(screen.getByText("600 calls, at most $0.50")).toBeDefined();
});

test("is started with the class that counts and the budget", async () => {
  show([model]);
  fireEvent.change(screen.getByLabelText(/Class that counts/), { target: { value: " good " } });
  fireEvent.change(screen.getByLabelText("Reward budget in dollars"), { target: { value: "2" } });
  fireEvent.click(screen.getByRole("button", { name: "Start the reward" }));
  const started = () => calls.find(({ path }) => path.endsWith("/score/reward"))?.body;
  await waitFor(() =>
    expect(started()).toMatchObject({ model: 4, counts: "good", budget: 2, subject: "paths" }),
  );
});

test("a budget that is no number keeps it from starting", () => {
  show([model]);
  fireEvent.change(screen.getByLabelText("Reward budget in dollars"), { target: { value: "much" } });
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Start the reward" }).disabled).toBe(true);
});

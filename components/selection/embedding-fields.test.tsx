import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { exampleRun } from "#components/jobs/example-run.ts";
import { type Call, fakeStudio } from "#components/problems/fake-studio.ts";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { EmbeddingModel } from "#lib/selection/contract/embedding.ts";
import { EmbeddingFields } from "./embedding-fields.tsx";
import { embeddingsQuery } from "./queries.ts";

const P = "gsm8k";
const embedded: EmbeddingModel = {
  model: "e5",
  endpoints: [{ id: 9, name: "Embedder" }],
  paths: 500,
  missing: 100,
};

let calls: Call[];
beforeEach(() => {
  calls = fakeStudio(() => exampleRun({ id: 12 }));
});
afterEach(cleanup);

function show(models: EmbeddingModel[], value = "e5") {
  const cache = testCache();
  cache.setQueryData(embeddingsQuery(api, P).queryKey, models);
  return showScreen(<EmbeddingFields project={P} value={value} onChange={() => {}} />, cache);
}

test("says how many paths a model has embedded, and starts a run for the others", async () => {
  const { visited } = show([embedded]);
  expect(screen.getByText(/500 of 600 paths embedded/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Embed 100 paths" }));
  await waitFor(() => expect(visited).toEqual([`/projects/${P}/runs/12`]));
  expect(calls.find(({ path }) => path.endsWith("/embeddings"))?.body).toEqual({ model: 9 });
});

test("offers no run where nothing is missing, or the model is at no endpoint any more", () => {
  show([{ ...embedded, missing: 0 }]);
  expect(screen.queryByRole("button", { name: /^Embed/ })).toBeNull();
  cleanup();
  show([{ ...embedded, endpoints: [] }]);
  expect(screen.queryByRole("button", { name: /^Embed/ })).toBeNull();
});

test("teaches where no model embeds paths", () => {
  show([], "");
  const link = screen.getByText("Add one that speaks embeddings");
  expect(link.getAttribute("href")).toBe(`/projects/${P}/models`);
});

import { screen, within } from "@testing-library/react";
import { api } from "#components/api/api.ts";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import type { FullUnit } from "#lib/review/contract/queues.ts";
import { exampleQueue, exampleUnit, exampleUnitRow, exampleVote } from "./example-queues.ts";
import { disputedQuery, errorTagsQuery, queueQuery, unitQuery } from "./queries.ts";
import { UnitScreen } from "./unit-screen.tsx";

export const P = "gsm8k";
export const QUEUE = 3;
export const AT = `/projects/${P}/queues/${QUEUE}`;

const VOTES = [
  exampleVote({ comment: "It counts the eggs that were **eaten**." }),
  exampleVote({
    id: "0b0f5a0e-4a4e-4c3b-8f0a-000000000002",
    reviewer: "Cleo",
    category: "second",
    strength: null,
    late: true,
    seconds: 95,
    notes: [{ pathId: 70, segment: 0, from: 8, to: 13, text: "Minus what?" }],
  }),
  exampleVote({ id: "0b0f5a0e-4a4e-4c3b-8f0a-000000000003", reviewer: "Dan", category: null, value: null }),
];

/** For tests: unit 40 in the cache, and the list of disputed units around it. */
export function cacheWith(part: Partial<FullUnit> = {}, disputed = [40, 41, 42]) {
  const cache = testCache();
  const unit = exampleUnit({ votes: VOTES, ...part });
  cache.setQueryData(unitQuery(api, P, QUEUE, 40).queryKey, unit);
  for (const id of [41, 42]) cache.setQueryData(unitQuery(api, P, QUEUE, id).queryKey, { ...unit, id });
  cache.setQueryData(queueQuery(api, P, QUEUE).queryKey, exampleQueue({ kind: unit.kind }));
  cache.setQueryData(errorTagsQuery(api, P).queryKey, [
    { tag: "arithmetic", count: 12 },
    { tag: "misread", count: 3 },
  ]);
  cache.setQueryData(disputedQuery(api, P, QUEUE).queryKey, {
    pages: [
      { items: disputed.map((id) => exampleUnitRow({ id })), nextCursor: null, count: disputed.length },
    ],
    pageParams: [null],
  });
  cache.setDefaultOptions({
    queries: { enabled: false, retry: false, staleTime: Number.POSITIVE_INFINITY },
    mutations: { retry: false },
  });
  return cache;
}

/** For tests: the unit's screen, as its page shows it. */
export function showUnit(cache = cacheWith()) {
  return showScreen(<UnitScreen project={P} queue={QUEUE} id={40} />, cache);
}

/** What the API says of the unit once a lead has decided. */
export const settledBy = (category: string, more: Partial<FullUnit> = {}) =>
  exampleUnit({
    votes: VOTES,
    state: "settled",
    consensus: category,
    settledBy: "Ada",
    settledAt: "2026-11-26T08:00:00.000Z",
    version: 5,
    ...more,
  });

export const region = (name: string) => within(screen.getByRole("region", { name }));
/** What the screen has announced. */
export const standing = () =>
  screen
    .getAllByRole("status")
    .map((one) => one.textContent)
    .join(" ");

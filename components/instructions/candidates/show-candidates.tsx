import { screen, within } from "@testing-library/react";
import { api } from "#components/api/api.ts";
import { runQuery } from "#components/jobs/queries.ts";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import { viewsQuery } from "#components/problems/views/queries.ts";
import { meQuery, projectQuery } from "#components/projects/queries.ts";
import { Toaster } from "#components/ui/notify.tsx";
import type { CandidateFilter, CandidateRow } from "#lib/instructions/contract.ts";
import { CandidatesScreen } from "./candidates-screen.tsx";
import { exampleCandidate, exampleRow, exampleRun } from "./example-candidates.ts";
import { candidateFacetsQuery, candidateQuery, candidatesQuery } from "./queries.ts";

const P = "gsm8k";

/** A cache in which a curator's project has these candidates, all of run 7; null: they are on their way. */
export function cacheWith(rows: CandidateRow[] | null, filter: CandidateFilter = {}) {
  const cache = testCache();
  cache.setQueryData(projectQuery(api, P).queryKey, {
    slug: P,
    name: "GSM8K",
    description: "",
    role: "curator",
    createdAt: "2026-01-01T00:00:00Z",
    counts: { problems: 0, paths: 0, correct: 0, checked: 0, pairs: 0, judged: 0, versions: 0 },
  });
  cache.setQueryData(meQuery(api).queryKey, {
    id: "ann",
    name: "Ann",
    email: "ann@example.org",
    isOwner: false,
  });
  cache.setQueryData(viewsQuery(api, P, "candidates").queryKey, []);
  cache.setQueryData(candidateFacetsQuery(api, P).queryKey, {
    runs: [{ id: 7, kind: "instruct", at: "2026-01-01T00:00:00Z", candidates: 3 }],
    states: [{ value: "dropped", count: 3 }],
    reasons: [{ value: "similar", count: 3 }],
    methods: [{ value: "self_instruct", count: 3 }],
    subdomains: [{ value: "arithmetic", count: 3 }],
  });
  cache.setQueryData(runQuery(api, P, 7).queryKey, exampleRun(7));
  if (rows === null) return cache;
  cache.setQueryData(candidatesQuery(api, P, filter).queryKey, {
    pages: [{ items: rows, nextCursor: null, count: rows.length }],
    pageParams: [null],
  });
  for (const row of rows) {
    const { id, problemId, state, reason, decidedAt, decidedBy } = row;
    const candidate = exampleCandidate(id, { problemId, state, reason, decidedAt, decidedBy });
    cache.setQueryData(candidateQuery(api, P, id).queryKey, candidate);
  }
  return cache;
}

export const three = () => [exampleRow(1), exampleRow(2), exampleRow(3)];

/** Renders the candidates screen with what it says at the edge of the page. */
export function showCandidates(cache = cacheWith(three()), search = "") {
  return showScreen(
    <>
      <CandidatesScreen project={P} />
      <Toaster />
    </>,
    cache,
    search,
  );
}

/** The texts of the table's row for an example candidate. */
export function cellsOf(id: number): (string | null)[] {
  const rows = within(screen.getByRole("grid", { name: "Candidates" })).getAllByRole("row");
  const row = rows.find((each) => each.textContent?.includes(`lays ${id} eggs`));
  return row
    ? within(row)
        .getAllByRole("gridcell")
        .map((cell) => cell.textContent)
    : [];
}

export const pane = () => screen.getByRole("region", { name: "Chosen candidate" });

/** The name of the candidate beside the table. */
export const chosen = () => within(pane()).getByRole("article").getAttribute("aria-label");

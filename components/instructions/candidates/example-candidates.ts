import type { Candidate, CandidateRow } from "#lib/instructions/contract.ts";
import type { Run } from "#lib/jobs/contract.ts";

/** A candidate's row for tests of screens: dropped by the filter as similar. */
export function exampleRow(id: number, part: Partial<CandidateRow> = {}): CandidateRow {
  return {
    id,
    runId: 7,
    method: "self_instruct",
    text: `A hen lays ${id} eggs. How many are left?`,
    answer: "9",
    subdomain: "arithmetic",
    state: "dropped",
    reason: "similar",
    detail: "ROUGE-L of 0.750 to its nearest; dropped from 0.7 on.",
    rougeL: 0.75,
    lcs: 0.6,
    jaccardWords: 0.5,
    jaccardChars: 0.4,
    decidedBy: null,
    decidedAt: null,
    problemId: null,
    ...part,
  };
}

/** The same with all that its page shows: two neighbours, a problem and a candidate. */
export function exampleCandidate(id: number, part: Partial<Candidate> = {}): Candidate {
  const scores = { "rouge-l": 0.75, lcs: 0.6, "jaccard-words": 0.5, "jaccard-chars": 0.4 };
  return {
    ...exampleRow(id),
    solution: "Nine are left.",
    parents: [
      { key: "seed-1", id: 41, text: "A duck lays 16 eggs." },
      { key: "gone", id: null, text: null },
    ],
    values: null,
    neighbours: [
      {
        problem: 41,
        candidate: null,
        text: "A duck lays 16 eggs. How many are left?",
        measures: ["rouge-l", "lcs"],
        scores,
      },
      { problem: null, candidate: 2, text: "A goose lays.", measures: ["jaccard-words"], scores },
    ],
    slot: 3,
    place: 0,
    callId: 5,
    model: "model-x",
    promptVersion: 2,
    createdAt: "2026-01-01T00:00:00Z",
    previousId: id - 1,
    nextId: id + 1,
    ...part,
  };
}

/** A Self-Instruct run that has ended, with a threshold for ROUGE-L. */
export function exampleRun(id: number, part: Partial<Run> = {}): Run {
  return {
    id,
    kind: "instruct",
    state: "done",
    done: 10,
    total: 10,
    counts: {},
    parameters: {
      thresholds: { "rouge-l": 0.7, lcs: null, "jaccard-words": null, "jaccard-chars": null },
    },
    result: null,
    error: null,
    createdBy: "Ann",
    createdAt: "2026-01-01T00:00:00Z",
    startedAt: "2026-01-01T00:00:00Z",
    finishedAt: "2026-01-01T00:01:00Z",
    cancelRequested: false,
    pauseRequested: false,
    ...part,
  };
}

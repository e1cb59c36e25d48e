import type { AgreementFigure, AgreementOf, ReviewerFigures } from "#lib/review/contract/agreement.ts";
import {
  type FullUnit,
  type QueueCounts,
  queueSettings,
  queueSource,
  type ReviewQueue,
  type UnitRow,
  type UnitVote,
} from "#lib/review/contract/queues.ts";

/** For tests: what the API gives, its parts as they are given. */
export function exampleCounts(part: Partial<QueueCounts> = {}): QueueCounts {
  return {
    units: 200,
    gold: 10,
    open: 120,
    done: 60,
    disputed: 12,
    settled: 5,
    dropped: 3,
    held: 4,
    answers: 160,
    wanted: 240,
    ...part,
  };
}

export function exampleQueue(part: Partial<ReviewQueue>): ReviewQueue {
  return {
    ...queueSettings.parse({ name: "Near ties", overlap: 2, extra: 1 }),
    id: 3,
    kind: "pair",
    source: queueSource.parse({ kind: "pair", filter: { state: "open" } }),
    order: "hardest",
    takesIn: false,
    state: "open",
    version: 1,
    by: "Ada",
    createdAt: "2026-11-25T08:00:00.000Z",
    counts: exampleCounts(),
    ...part,
  };
}

export function exampleUnitRow(part: Partial<UnitRow>): UnitRow {
  return {
    id: 40,
    problemId: 7,
    problemText: "How many eggs?",
    pairId: 5,
    state: "disputed",
    gold: null,
    wanted: 3,
    answered: 3,
    consensus: null,
    share: 1 / 3,
    tags: [],
    ...part,
  };
}

export function exampleVote(part: Partial<UnitVote>): UnitVote {
  return {
    id: "0b0f5a0e-4a4e-4c3b-8f0a-000000000001",
    reviewerId: "u1",
    reviewer: "Ben",
    category: "first",
    value: { kind: "pair", outcome: "first" },
    strength: 2,
    comment: null,
    notes: [],
    seconds: 31,
    late: false,
    at: "2026-11-25T08:00:00.000Z",
    ...part,
  };
}

export function exampleUnit(part: Partial<FullUnit>): FullUnit {
  const path = (pathId: number, model: string | null, content: string): FullUnit["paths"][number] => ({
    pathId,
    segments: [{ type: "text", content }],
    verdict: "correct",
    model,
    answer: "18",
  });
  return {
    ...exampleUnitRow({}),
    kind: "pair",
    version: 4,
    problemText: "How many eggs are left?",
    referenceAnswer: "18",
    paths: [path(70, "small-7b", "Sixteen minus three."), path(71, null, "Eighteen.")],
    votes: [],
    weighted: [],
    settledBy: null,
    settledAt: null,
    remark: null,
    ...part,
  };
}

export function defined(value: number, low: number | null = null, high: number | null = null) {
  return { kind: "defined", value, low, high } as const satisfies AgreementFigure;
}

export function noFigure(why: string) {
  return { kind: "undefined", why } as const satisfies AgreementFigure;
}

export function exampleAgreement(part: Partial<AgreementOf>): AgreementOf {
  return {
    units: 80,
    percent: defined(0.75, 0.7, 0.8),
    alphaNominal: defined(0.612, 0.5, 0.7),
    alphaOrdinal: null,
    fleiss: defined(0.6, 0.5, 0.7),
    ...part,
  };
}

export function exampleReviewer(part: Partial<ReviewerFigures>): ReviewerFigures {
  return {
    id: "u1",
    name: "Ben",
    answers: 100,
    skips: 3,
    perHour: 120.4,
    medianSeconds: 28,
    leftShare: defined(0.52, 0.45, 0.59),
    agreement: defined(0.75, 0.7, 0.8),
    gold: { right: 8, of: 9 },
    reliability: defined(0.9),
    lastAt: "2026-11-25T08:00:00.000Z",
    holds: 0,
    heldSince: null,
    days: [
      { day: "2026-11-23", answers: 40 },
      { day: "2026-11-25", answers: 60 },
    ],
    streak: 1,
    warning: null,
    ...part,
  };
}

import {
  type ModelEarning,
  type Selection,
  type SelectionPath,
  type SelectionPreview,
  type SelectionRow,
  selectionRule,
} from "#lib/selection/contract.ts";

/** For tests: what the API gives, its parts as they are given. */
export function examplePreview(part: Partial<SelectionPreview>): SelectionPreview {
  return {
    exact: true,
    looked: { problems: 100, paths: 600 },
    total: { problems: 100, paths: 600 },
    funnel: [
      { step: "All", paths: 600, problems: 100 },
      { step: "Verdict", paths: 360, problems: 90 },
      { step: "Different reasoning", paths: 300, problems: 90 },
    ],
    byK: [
      { k: 1, kept: 90, meanDistance: null },
      { k: 2, kept: 150, meanDistance: 0.5 },
      { k: 4, kept: 240, meanDistance: 0.4 },
    ],
    byCritique: [],
    byReward: [],
    ...part,
  };
}

export function exampleSelection(part: Partial<Selection>): Selection {
  return {
    id: 5,
    name: "Two of each",
    rule: selectionRule.parse({ k: 2 }),
    counts: {
      problems: 1319,
      covered: 1200,
      considered: 7914,
      kept: 2345,
      dropped: { verdict: 5000, duplicate: 569 },
      meanDistance: 0.4321,
    },
    ready: true,
    runId: 12,
    by: "Ada",
    createdAt: "2026-11-25T08:00:00.000Z",
    ...part,
  };
}

export function exampleRow(part: Partial<SelectionRow>): SelectionRow {
  return {
    pathId: 70,
    key: "a",
    problemId: 7,
    problemText: "How many eggs?",
    kind: "cot",
    model: "small-7b",
    verdict: "correct",
    kept: false,
    reason: "crowded",
    detail: "The 2 kept ones are farther from each other.",
    place: null,
    distance: 0.25,
    nearestId: 71,
    ...part,
  };
}

export function examplePath(text: string, part: Partial<SelectionRow>): SelectionPath {
  return { ...exampleRow(part), segments: [{ type: "text", content: text }], answer: "18" };
}

export function exampleEarning(part: Partial<ModelEarning>): ModelEarning {
  return {
    model: "small-7b",
    billions: 7,
    billionsFrom: "name",
    sampled: 400,
    correct: 200,
    kept: 100,
    unique: 40,
    distinct: 150,
    problems: 100,
    tokens: 50_000,
    tokensEstimated: false,
    dollars: 2,
    flops: 7e14,
    ...part,
  };
}

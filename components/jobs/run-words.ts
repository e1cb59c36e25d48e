import { dollars } from "#components/ui/dollars.ts";
import type { Run, RunState } from "#lib/jobs/contract.ts";

const TITLES: Record<string, string> = {
  import: "Import",
  check: "Check paths",
  verify: "Verify paths",
  mine: "Mine pairs",
  freeze: "Freeze a dataset",
  instruct: "Grow by Self-Instruct",
  vary: "Grow by variation",
  sample: "Sample paths",
  critique: "Critique by a model",
  reward: "Reward by a model",
  compare: "Compare by a model",
  judged: "Rank by judgements",
  train: "Train a scorer",
  apply: "Score with a trained scorer",
  select: "Select paths",
};

/** What a run does, in words. */
export function runTitle(run: Pick<Run, "kind" | "parameters">): string {
  const title = TITLES[run.kind] ?? run.kind;
  const name = run.parameters["name"];
  return typeof name === "string" ? `${title}: ${name}` : title;
}

/** Kinds of run that make candidates. */
export const GROWING: ReadonlySet<string> = new Set(["instruct", "vary"]);

/** Kinds of run that ask models. */
export const CALLING: ReadonlySet<string> = new Set(["instruct", "sample", "critique", "reward", "compare"]);

/** Kinds of run that go on where they were after a pause; others would begin again. */
export const PAUSABLE: ReadonlySet<string> = new Set([...GROWING, ...CALLING]);

export const STATE_TONE: Record<RunState, "neutral" | "accent" | "good" | "bad" | "warn"> = {
  queued: "neutral",
  running: "accent",
  paused: "warn",
  done: "good",
  failed: "bad",
  cancelled: "warn",
};

/** What calls of models are counted by. */
const CALLS = {
  requests: "requests",
  inputTokens: "tokens sent",
  outputTokens: "tokens written",
  costMicros: "cost",
  lost: "calls lost with a worker",
};

/** Counts whose keys don't say what is counted, in the order in which they are read. */
const COUNTS: Record<string, Record<string, string>> = {
  verify: {
    correct: "correct",
    incorrect: "incorrect",
    unverifiable: "unverifiable",
    error: "error",
    reproduced: "code reproduced",
    different: "code differs",
    failed: "code failed",
    unrecorded: "no output recorded",
    wrongSteps: "with a wrong step",
    unavailable: "couldn't be verified",
  },
  instruct: {
    accepted: "accepted",
    dropped: "dropped",
    unparsed: "replies unread",
    requests: "requests",
    solutions: "solutions asked for",
    inputTokens: "tokens sent",
    outputTokens: "tokens written",
    costMicros: "cost",
    lost: "calls lost with a worker",
  },
  sample: {
    created: "new paths",
    merged: "merged with an equal one",
    truncated: "truncated",
    refused: "refused",
    failed: "failed",
    turns: "code turns",
    ...CALLS,
  },
  critique: { scored: "scored", unread: "replies unread", ...CALLS },
  reward: { scored: "scored", unread: "replies unread", ...CALLS },
  compare: { scored: "paths scored", unread: "replies unread", ...CALLS },
  vary: {
    accepted: "accepted",
    dropped: "dropped",
    seeds: "seeds",
  },
};

/**
 * A run's counts with their labels, those that have one first, in the order in which they are read. Money is counted
 * in millionths of a dollar.
 */
export function runCounts({ kind, counts }: Pick<Run, "kind" | "counts">): [label: string, count: string][] {
  const labels = COUNTS[kind] ?? {};
  const order = [...Object.keys(labels), ...Object.keys(counts)];
  return Object.entries(counts)
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, count]) => [
      labels[name] ?? countLabel(name),
      name === "costMicros" ? dollars(count / 1e6) : count.toLocaleString("en"),
    ]);
}

/** Names of counts come as keys such as `pathsCreated`; people read words. */
export function countLabel(name: string): string {
  return name
    .replace(/[_-]+/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

/** Between two moments: `0.4 s`, `12 s`, `3 min 20 s`. Null while there is no start. */
export function duration(startedAt: string | null, finishedAt: string | null, now: Date): string | null {
  if (startedAt === null) return null;
  const end = finishedAt === null ? now.getTime() : Date.parse(finishedAt);
  const seconds = Math.max(0, (end - Date.parse(startedAt)) / 1000);
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

import type { Run, RunState } from "#lib/jobs/contract.ts";

const TITLES: Record<string, string> = {
  import: "Import",
  check: "Check paths",
  verify: "Verify paths",
  mine: "Mine pairs",
  freeze: "Freeze a dataset",
  instruct: "Grow by Self-Instruct",
  vary: "Grow by variation",
};

/** What a run does, in words. */
export function runTitle(run: Pick<Run, "kind" | "parameters">): string {
  const title = TITLES[run.kind] ?? run.kind;
  const name = run.parameters["name"];
  return typeof name === "string" ? `${title}: ${name}` : title;
}

export const STATE_TONE: Record<RunState, "neutral" | "accent" | "good" | "bad" | "warn"> = {
  queued: "neutral",
  running: "accent",
  paused: "warn",
  done: "good",
  failed: "bad",
  cancelled: "warn",
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
};

/** A run's counts with their labels, in the order in which they are read. */
export function runCounts({ kind, counts }: Pick<Run, "kind" | "counts">): [label: string, count: number][] {
  const labels = COUNTS[kind] ?? {};
  const order = Object.keys(labels);
  return Object.entries(counts)
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, count]) => [labels[name] ?? countLabel(name), count]);
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

import type { TaskKind } from "#lib/review/contract.ts";

interface Help {
  why: string;
  action: string;
  /** Below the project. */
  path: string;
}

const NO_PATHS: Help = {
  why: "Take a filter away, or import or sample paths first. Paths that were cut off or refused are left out.",
  action: "Paths",
  path: "/paths",
};

/** Where to go when a source stands for no unit. */
export const NOTHING_HELP: Record<TaskKind, Help> = {
  pair: { why: "Take a filter away, or mine pairs first.", action: "Pairs", path: "/pairs" },
  ranking: NO_PATHS,
  score: NO_PATHS,
  first_wrong: NO_PATHS,
  seed: { why: "Take a filter away, or import problems first.", action: "Problems", path: "/problems" },
};

const count = (value: number) => value.toLocaleString("en");

/** What a queue comes to: how many answers, and how many matching units stay out. Null: not typed rightly yet. */
export function workText(units: number, limit: number | null, overlap: number | null): string {
  const taken = Math.min(units, limit ?? units);
  const answers = overlap === null ? "" : `${count(taken * overlap)} answers in all.`;
  const out = units > taken ? `${count(units - taken)} more match and stay out.` : "";
  return [answers, out].filter((part) => part !== "").join(" ");
}

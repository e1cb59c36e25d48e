/** What bench/similarity.ts and its peers share: how runs are made, timed and told. */
import type { Measure } from "#lib/similarity/measure.ts";
import { openIndex } from "#lib/similarity/similarity-index.ts";

/** Self-Instruct's, and the default of `lemma dedupe`. */
export const THRESHOLD = 0.7;
const REPEATS = 5;

export const whole = (value: number) => Math.round(value).toLocaleString("en");
export const say = (label: string, text: string) => console.info(`${label.padEnd(34)}${text}`);

/** Says it, and makes the bench fail where it is wrong. */
export function tell(label: string, isRight: boolean, text: string) {
  if (!isRight) process.exitCode = 1;
  say(label, `${isRight ? "" : "WRONG: "}${text}`);
}

/** As many rows, spread evenly over all, so that the mix stays the same. */
export const spread = (rows: readonly string[], count: number) =>
  Array.from({ length: count }, (_, at) => rows[Math.floor((at * rows.length) / count)] ?? "");

/** What `lemma dedupe` does; gives how many rows stay. */
export function join(measure: Measure, rows: readonly string[]): number {
  const index = openIndex({ measure });
  for (const [key, row] of rows.entries())
    if (index.nearest(row, { atLeast: THRESHOLD }) === null) index.add(key, row);
  return index.size;
}

/** Processor time of the fastest of a few runs, in seconds. */
export function secondsOf(work: () => unknown, repeats = REPEATS): number {
  const runs = Array.from({ length: repeats }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return Math.min(...runs);
}

/** Numbers from 0 up to 1, the same in every run: a linear congruential generator. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

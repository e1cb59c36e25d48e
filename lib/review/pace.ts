const HOUR = 3_600_000;

/** A longer gap between two judgements is a break, not work. */
const BREAK = 600_000;

/**
 * Judgements an hour over the last hour of work.
 *
 * `times` are the moments of one reviewer's judgements in milliseconds, in any order. Work is the time between
 * one judgement and the next; gaps of more than ten minutes are left out, with the judgement at their end, so a
 * night or a lunch doesn't slow the pace. Gaps count from the newest backwards until they would pass an hour.
 * Null before the third judgement, and while fewer than two gaps of work, or no time at all, lie between them.
 */
export function pacePerHour(times: readonly number[]): number | null {
  if (times.length < 3) return null;
  const newestFirst = times.toSorted((one, other) => other - one);
  let work = 0;
  let judged = 0;
  for (const [at, time] of newestFirst.entries()) {
    const before = newestFirst[at + 1];
    if (before === undefined) break;
    const gap = time - before;
    if (gap > BREAK) continue;
    if (work + gap > HOUR) break;
    work += gap;
    judged += 1;
  }
  return judged < 2 || work === 0 ? null : (judged * HOUR) / work;
}

const DAY = 86_400_000;

/**
 * Days in a row with work, up to today or, while today has none yet, up to yesterday. `days`: the days with work as
 * YYYY-MM-DD, in any order.
 */
export function streakOf(days: readonly string[], today: string): number {
  const worked = new Set(days);
  const at = (back: number) => new Date(Date.parse(today) - back * DAY).toISOString().slice(0, 10);
  if (worked.size === 0) return 0;
  const start = worked.has(today) ? 0 : 1;
  let length = 0;
  while (worked.has(at(start + length))) length += 1;
  return length;
}

const units = [
  ["year", 365.25 * 86_400],
  ["month", 30.4375 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/**
 * How long before or after `now` (both milliseconds since 1970), in the largest whole unit:
 * "3 minutes ago", "yesterday", "in 2 weeks"; "just now" for less than a minute either way.
 */
export function relativeTimeText(at: number, now: number): string {
  const seconds = (at - now) / 1000;
  for (const [unit, length] of units) {
    const whole = Math.trunc(seconds / length);
    if (whole !== 0) return words.format(whole, unit);
  }
  return "just now";
}

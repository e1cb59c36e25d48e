/**
 * A time of day in seconds after midnight, as it may be meant: `3:30` without a.m. or p.m. may be either.
 */
export type ClockTimes = readonly number[];

const HALF_DAY = 43_200;
const TIME = /^(\d{1,2})(?::(\d{2})(?::(\d{2}))?)? ?(?:([ap])\.? ?m\.?|(?:hrs|h|hours)|o'?clock)?$/i;
const NAMED = new Map([
  ["noon", HALF_DAY],
  ["12 noon", HALF_DAY],
  ["midday", HALF_DAY],
  ["midnight", 0],
  ["12 midnight", 0],
]);

/**
 * The times of day that a text may name, in canonical spelling without text marks: "3:30 PM", "3 p.m.", "15:30",
 * "noon". Empty where it names none; `3` and `3 hours` are none, and `3:75` isn't either.
 */
export function readClockTimes(text: string): ClockTimes {
  const named = NAMED.get(text.toLowerCase());
  if (named !== undefined) return [named];
  const found = TIME.exec(text);
  if (!found) return [];
  const [, hours = "", minutes, seconds = "0", half] = found;
  const [h, m, s] = [Number(hours), Number(minutes ?? 0), Number(seconds)];
  const isTime = minutes !== undefined || half !== undefined || /o'?clock$/i.test(text);
  if (!isTime || m > 59 || s > 59 || h > 24 || (half !== undefined && (h < 1 || h > 12))) return [];
  const rest = m * 60 + s;
  if (half !== undefined) return [(h % 12) * 3600 + rest + (half.toLowerCase() === "p" ? HALF_DAY : 0)];
  const written = (h % 24) * 3600 + rest;
  const sure = h === 0 || h > 12 || hours.startsWith("0") || /(?:hrs|h|hours)$/i.test(text);
  return sure ? [written] : [(h % 12) * 3600 + rest, (h % 12) * 3600 + rest + HALF_DAY];
}

/** Equal, different, or not to be told. Two times without a.m. or p.m. are meant alike. */
export function compareClockTimes(a: ClockTimes, b: ClockTimes): "equal" | "different" | "unclear" {
  const common = a.filter((time) => b.includes(time));
  if (common.length === 0) return "different";
  return common.length === Math.max(a.length, b.length) ? "equal" : "unclear";
}

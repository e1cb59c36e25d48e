/** A day as it may be meant. `year` and `weekday` (0 is Monday) are null where none is written. */
export type CalendarDay = {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly weekday: number | null;
};

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const WEEKDAYS = "mon tue wed thu fri sat sun".split(" ");
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?\.?,? /i;
const MIDNIGHT = /[ T]00:00(?::00)?$/;
const MONTH_FIRST = /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,? ?(\d{4}))?$/i;
const DAY_FIRST = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?,? ([a-z]{3,9})\.?(?:,? (\d{4}))?$/i;
const YEAR_FIRST = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return (
    1 +
    MONTHS.findIndex(
      (month) => month === lower || (lower.length < 5 && month.slice(0, lower.length) === lower),
    )
  );
}

function valid(year: string | undefined, month: number, day: string | undefined): CalendarDay[] {
  const [y, d] = [year === undefined ? null : Number(year), Number(day)];
  const leap = y === null || (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0));
  const last = month === 2 && !leap ? 28 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return d >= 1 && d <= last ? [{ year: y, month, day: d, weekday: null }] : [];
}

function readDays(bare: string): CalendarDay[] {
  const first = MONTH_FIRST.exec(bare);
  if (first) return valid(first[3], monthOf(first[1] ?? ""), first[2]);
  const later = DAY_FIRST.exec(bare);
  if (later) return valid(later[3], monthOf(later[2] ?? ""), later[1]);
  const iso = YEAR_FIRST.exec(bare);
  if (iso) return valid(iso[1], Number(iso[3]), iso[4]);
  const numeric = YEAR_LAST.exec(bare);
  if (!numeric) return [];
  const [, a = "", sign = "", b = "", year] = numeric;
  const european = valid(year, Number(b), a);
  const american = sign === "." ? [] : valid(year, Number(a), b);
  return a === b ? european : [...american, ...european];
}

/**
 * The days that a text may name, in the Gregorian calendar: "March 5, 2024", "5th of March", "Tuesday, 5 Mar 2024",
 * `2024-03-05` (ISO 8601). `03/05/2024` may be in March or in May: both are given. Empty where it names no day.
 */
export function readCalendarDays(text: string): readonly CalendarDay[] {
  const named = WEEKDAY.exec(text);
  const weekday = named ? WEEKDAYS.indexOf((named[1] ?? "").toLowerCase()) : null;
  return readDays(text.slice(named?.[0].length ?? 0).replace(MIDNIGHT, "")).map((day) => ({
    ...day,
    weekday,
  }));
}

const agree = (a: number | null, b: number | null): boolean => a === null || b === null || a === b;

/** Equal, different, or not to be told: because a day may be meant in two ways, or one names no year. */
export function compareCalendarDays(
  a: readonly CalendarDay[],
  b: readonly CalendarDay[],
): "equal" | "different" | "unclear" {
  const pairs = a.flatMap((x) => b.map((y) => [x, y] as const));
  const may = pairs.filter(
    ([x, y]) =>
      x.month === y.month && x.day === y.day && agree(x.year, y.year) && agree(x.weekday, y.weekday),
  );
  if (may.length === 0) return "different";
  const sure = pairs.length === 1 && may.every(([x, y]) => x.year === y.year);
  return sure ? "equal" : "unclear";
}

/** The number of a month that stands alone, or null. */
export function readMonth(text: string): number | null {
  const month = /^[a-z]{3,9}$/i.test(text) ? monthOf(text) : 0;
  return month === 0 ? null : month;
}

import { type Based, readBased } from "./base.ts";
import { type CalendarDay, readCalendarDays } from "./calendar.ts";
import { type ClockTimes, readClockTimes } from "./clock.ts";
import { type Compound, readCompound } from "./compound.ts";
import { type Ordinal, readOrdinal } from "./ordinal.ts";
import type { Steps } from "./steps.ts";

/** An answer whose value its digits alone don't say: a number in a base, a day, a time, an amount, a place. */
export type Special =
  | { readonly kind: "based"; readonly based: Based }
  | { readonly kind: "day"; readonly days: readonly CalendarDay[] }
  | { readonly kind: "time"; readonly times: ClockTimes }
  | { readonly kind: "amount"; readonly amount: Compound }
  | { readonly kind: "ordinal"; readonly ordinal: Ordinal };

const MAX_LENGTH = 500;

/** Reads spelled text without marks as one of these; null where it is none, as most answers are. */
export function readSpecial(text: string, steps: Steps): Special | null {
  if (text.length > MAX_LENGTH || /^-?\d*\.?\d*$/.test(text)) return null;
  const based = readBased(text, steps);
  if (based) return { kind: "based", based };
  const days = readCalendarDays(text);
  if (days.length > 0) return { kind: "day", days };
  const times = readClockTimes(text);
  if (times.length > 0) return { kind: "time", times };
  const amount = readCompound(text, steps);
  if (amount) return { kind: "amount", amount };
  const ordinal = readOrdinal(text);
  return ordinal && { kind: "ordinal", ordinal };
}

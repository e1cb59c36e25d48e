import { describeAnswer } from "#lib/answers/describe.ts";
import { compareAnswers } from "#lib/answers/equal.ts";
import type { GateFault } from "../gates.ts";
import { decimalsOf, exactAnswer } from "./exact-answer.ts";
import type { Watched } from "./watched-program.ts";

const LONGEST_ANSWER = 40;
const UNREAD = new Set(["unread", "words", "nothing"]);
/** As money has them. */
const USUAL_DECIMALS = 2;

/**
 * Why other values make no sensible problem, from what the program came to with the seed's values and with these:
 * something that was whole became broken, something became negative or nothing that wasn't, the answer stayed the same,
 * went on for ever or ran out of hand. Names are those of the program, at its own level and in its functions.
 */
export function degenerateFault(seed: Watched, variant: Watched): GateFault | null {
  if (variant.error !== null || variant.answer === null) {
    return {
      reason: "program_failed",
      detail: `The program fails: ${variant.error ?? "it gives no answer"}.`,
    };
  }
  for (const [name, found] of variant.names) {
    const before = seed.names.get(name);
    if (!before) continue;
    if (found.least < 0 && before.least >= 0) {
      return {
        reason: "negative",
        detail: `${name} would be ${shown(found.least)}; the seed's isn't negative.`,
      };
    }
    if (found.least === 0 && before.least > 0) {
      return { reason: "negative", detail: `${name} would be 0: nothing would be left of it.` };
    }
    if (!found.whole && before.whole) {
      return { reason: "fractional", detail: `${name} would not be whole, as it is in the seed.` };
    }
  }
  return answerFault(exactAnswer(seed.answer ?? ""), exactAnswer(variant.answer));
}

function answerFault(before: string, answer: string): GateFault | null {
  if (compareAnswers(before, answer).outcome === "equal") {
    return { reason: "same_answer", detail: `The answer would be ${answer.slice(0, LONGEST_ANSWER)} again.` };
  }
  if (answer.length > Math.max(LONGEST_ANSWER, 2 * before.length)) {
    return { reason: "program_failed", detail: `The answer would have ${answer.length} characters.` };
  }
  const [read, readBefore] = [describeAnswer(answer).kind, describeAnswer(before).kind];
  if (UNREAD.has(read) && !UNREAD.has(readBefore)) {
    const detail = `The answer would be ${answer.slice(0, LONGEST_ANSWER)}, which can only be compared letter by letter.`;
    return { reason: "uncheckable_answer", detail };
  }
  const [old, value] = [numeric(before), numeric(answer)];
  if (old === null) return null;
  if (value === null) {
    return {
      reason: "program_failed",
      detail: `The answer would be ${answer.slice(0, LONGEST_ANSWER)}, no number.`,
    };
  }
  if (value < 0 && old >= 0) return { reason: "negative", detail: `The answer would be ${shown(value)}.` };
  if (value === 0 && old !== 0)
    return { reason: "negative", detail: "The answer would be 0: nothing is left." };
  return decimalsFault(before, answer);
}

/** Whole answers stay whole, exact decimals exact and as short as money at least. */
function decimalsFault(before: string, answer: string): GateFault | null {
  const [old, now] = [decimalsOf(before), decimalsOf(answer)];
  const detail = `The answer would be ${answer.slice(0, LONGEST_ANSWER)}`;
  if (old === null) return null;
  if (old === 0 && now !== 0) return { reason: "fractional", detail: `${detail}, not a whole number.` };
  if (now === null) return { reason: "fractional", detail: `${detail}, which goes on.` };
  if (now <= Math.max(USUAL_DECIMALS, old)) return null;
  return { reason: "fractional", detail: `${detail}, with more decimals than the seed's ${before}.` };
}

function numeric(answer: string): number | null {
  const [over = "", under = "1", ...more] = answer.split("/");
  const value = over.trim() === "" || more.length > 0 ? Number.NaN : Number(over) / Number(under);
  return Number.isFinite(value) ? value : null;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}

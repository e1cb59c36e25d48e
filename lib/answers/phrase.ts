import { readCalendarDays } from "./calendar.ts";
import { findLastNumber } from "./last-number.ts";
import { looksLikeAnswer } from "./plausible.ts";
import { readReals } from "./set-builder.ts";
import { lineEnd, type Span, trimSpan } from "./span.ts";
import { newSteps, type Steps, spend } from "./steps.ts";

/** "Solution" is mostly something else; it announces an answer where mathematics follows. */
const KEYWORD = new RegExp(
  [
    String.raw`\banswers?\b|答案|\b(?:correct|right|final) (?:option|choice|result)\b|\bsolution sets?\b`,
    String.raw`|\bsolutions?(?= (?:is|are):? (?:\$|\\\(|[-(\[{\d]|[a-z] ?[=<>]))`,
  ].join(""),
  "gi",
);
const WINDOW = 600;
/** An author who says "answer" more often than this after the answer has not been seen. */
const MAX_TRIES = 60;

/** What links the keyword to the answer: "is", a colon, "to the question is", "，即为" and the like. */
const LINK =
  /^[*_ \t]{0,6}(?:(?:to|for|of|in)\b[^.\n:=]{0,80}?[ \t])?(?:,[^,.\n:]{0,40},[ \t])?[*_ \t]{0,6}(?:(?:is|are|was|will be|would be|should be|must be|equals|comes out to|turns out to be)\b[ \t]{0,3}[:：]?|[:：=]|[应就该]{0,2}[是为][:：]?)(?:[*_]{1,3}(?=\s|$))?/i;
const HEADING_LINK = /^[*_ \t#:：]{0,8}\r?\n/;
const HEADING_START = /(?:^|\n)[ \t#>*_]{0,12}(?:the |my |our )?(?:final |correct )?$/i;
const ADVERBS =
  /^\s{0,6}(?:(?:therefore|thus|then|simply|just|approximately|about|indeed|clearly|equal to|given by|option|choice)\b[ ,:]{1,3}){1,2}/i;
const REASONS = /^(?:because|since|which)\b/i;
const STOPS = /^(?:where|as|so|when|for|after|per the|if|but|with|by|due)\b|^(?:and|or) [A-Za-z]{2,}/i;
const WORDY = /^(?![A-Za-z]\b)(?!\\)[A-Za-z]{2,}(?![\w]*(?:\(|\s*=))/;

/**
 * The end of the answer that starts at `from`: its sentence or line, but not inside mathematics or brackets.
 * `wholeSentence`: commas and subordinate clauses don't end it.
 */
function answerEnd(text: string, from: number, wholeSentence: boolean, steps: Steps): number {
  const limit = Math.min(text.length, from + WINDOW);
  let depth = 0;
  let formula = false;
  for (let at = from; at < limit; at += 1) {
    if (!spend(steps, 1)) return at;
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === "\\") {
      if ("([".includes(next)) formula = true;
      if (")]".includes(next)) formula = false;
      at += 1;
    } else if (char === "$") {
      formula = text.slice(at + 1, limit).includes("$") || formula ? !formula : false;
      if (next === "$") at += 1;
    } else if ("([{".includes(char)) {
      const aside =
        char === "(" &&
        !formula &&
        depth === 0 &&
        /\d ?$/.test(text.slice(Math.max(from, at - 2), at)) &&
        /[a-z]{3}/.test(text.slice(at + 1, at + 5));
      if (aside) return at;
      depth += 1;
    } else if (")]}".includes(char)) depth = Math.max(0, depth - 1);
    else if (formula || (depth > 0 && char !== "\n")) {
      if (char === "\n" && /^\s*\n/.test(text.slice(at + 1, at + 40))) return at;
    } else if (char === "\n" || "。！？".includes(char)) return at;
    else if (
      (char === "." || char === "!" || char === "?") &&
      /^[*_"'”)]{0,3}(?:\s|<|$)/.test(text.slice(at + 1, at + 6))
    ) {
      return at;
    } else if (wholeSentence) continue;
    else if (char === "，") return at;
    else if (char === "," || char === ";") {
      const after = /^ +([A-Za-z]{2,})/.exec(text.slice(at + 1, at + 30))?.[1];
      if (after !== undefined && !/^(?:and|or)$/i.test(after)) return at;
    } else if (char === " " && at > from) {
      const after = text.slice(at + 1, at + 14);
      const hasNumber = /\d/.test(text.slice(Math.max(from, at - 40), at));
      if (REASONS.test(after) || (hasNumber && STOPS.test(after))) return at;
    }
  }
  return limit;
}

/** Where the answer begins after the keyword that ends at `at`, or null where the keyword announces none. */
function answerStart(text: string, keyword: number, at: number): number | null {
  const rest = text.slice(at, at + 220);
  const linked = LINK.exec(rest)?.[0].length;
  const before = text.slice(Math.max(0, keyword - 40), keyword);
  const heading = HEADING_START.test(keyword < 40 ? before : ` ${before}`)
    ? HEADING_LINK.exec(rest)?.[0].length
    : undefined;
  const start = linked ?? heading;
  if (start === undefined) return null;
  const from = at + start;
  const blank = /^[\s:*_>]{0,12}/.exec(text.slice(from, from + 12))?.[0] ?? "";
  const bold = /\*\*$/.test(blank) ? 2 : 0;
  const skipped = from + blank.length - bold;
  const adverbs = ADVERBS.exec(text.slice(skipped, skipped + 60))?.[0].length ?? 0;
  return skipped + adverbs;
}

function candidate(text: string, start: number, steps: Steps): Span | null {
  const bold = text.startsWith("**", start) ? text.indexOf("**", start + 2) : -1;
  const isBold = bold > 0 && bold < Math.min(lineEnd(text, start), start + WINDOW);
  const span = trimSpan(text, { start, end: isBold ? bold + 2 : answerEnd(text, start, false, steps) });
  const answer = text.slice(span.start, span.end);
  if (/^(?:not|never|n't)\b/i.test(answer)) return null;
  if (readCalendarDays(answer).length > 0 || readReals(answer)) return span;
  if (!WORDY.test(answer) || !/\d/.test(text.slice(span.start, answerEnd(text, span.start, true, steps)))) {
    return looksLikeAnswer(answer) ? span : null;
  }
  const end = answerEnd(text, span.start, true, steps);
  const number = findLastNumber(text.slice(span.start, end), steps);
  return number && { start: span.start + number.start, end: span.start + number.end };
}

const TAG = "<answer>";

function tagged(text: string): Span | null {
  const open = text.lastIndexOf(TAG);
  const close = open < 0 ? -1 : text.indexOf("</answer>", open);
  const span = close < 0 ? null : trimSpan(text, { start: open + TAG.length, end: close });
  return span && looksLikeAnswer(text.slice(span.start, span.end)) ? span : null;
}

/**
 * The answer that the last sentence of its kind announces: "the final answer is …", "Answer: …", 答案是, a heading
 * "Final Answer" above it, `<answer>…</answer>`. Of a sentence in words ("the answer is that she has 5") its last
 * number. Sentences that announce no answer ("the answer is found by …") don't count.
 */
export function findPhrase(text: string, steps: Steps = newSteps()): Span | null {
  const tag = tagged(text);
  if (tag) return tag;
  const keywords = [...text.matchAll(KEYWORD)];
  const earliest = Math.max(0, keywords.length - MAX_TRIES);
  for (let index = keywords.length - 1; index >= earliest; index -= 1) {
    const keyword = keywords[index];
    if (!keyword || !spend(steps, 1)) return null;
    const start = answerStart(text, keyword.index, keyword.index + keyword[0].length);
    const found = start === null ? null : candidate(text, start, steps);
    if (found) return found;
  }
  return null;
}

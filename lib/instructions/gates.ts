import { tokensOf } from "#lib/similarity/tokens.ts";
import { asksSomething } from "./asks-something.ts";
import type { DropReason, Gates } from "./contract.ts";
import { unseenContent } from "./unseen-content.ts";

export interface GateFault {
  reason: DropReason;
  detail: string;
}

const COMMAND = /\\[A-Za-z]+/g;
const FORMULA =
  /```[\s\S]{0,4000}?```|`[^`\n]{1,400}`|\$\$[\s\S]{0,4000}?\$\$|\$[^$\n]*\$|\\\([\s\S]{0,1000}?\\\)|\\\[[\s\S]{0,4000}?\\\]/g;
/** Characters to a word at most, by far: what has more isn't made of words. */
const WORD_CHARACTERS = 40;
const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;

function lengthFault(text: string, { minWords, maxWords }: Gates): GateFault | null {
  if (text.length > maxWords * WORD_CHARACTERS) {
    const detail = `${text.length} characters; ${maxWords * WORD_CHARACTERS} are allowed at most.`;
    return { reason: "too_long", detail };
  }
  const words = tokensOf(text).length;
  if (words < minWords)
    return { reason: "too_short", detail: `${words} words; ${minWords} are wanted at least.` };
  if (words > maxWords)
    return { reason: "too_long", detail: `${words} words; ${maxWords} are allowed at most.` };
  return null;
}

function prose(text: string): string {
  return text.replace(FORMULA, " ").replace(COMMAND, " ");
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

/** Text that is all formula is of no language, and of every one. */
function languageFault(text: string, { language }: Gates): GateFault | null {
  if (language === "any") return null;
  const words = prose(text);
  const letters = count(words, LETTER);
  if (letters === 0) return null;
  const share = count(words, language === "zh" ? HAN : LATIN) / letters;
  if (share >= (language === "zh" ? 0.3 : 0.7)) return null;
  return { reason: "language", detail: `It doesn't read as ${language === "zh" ? "Chinese" : "English"}.` };
}

function questionFault(text: string): GateFault | null {
  return asksSomething(text) ? null : { reason: "no_question", detail: "It asks for nothing." };
}

function unsupportedFault(text: string): GateFault | null {
  const unseen = unseenContent(text);
  return unseen === null
    ? null
    : { reason: "unsupported", detail: `It speaks of ${unseen}, which isn't in its text.` };
}

/**
 * What a statement must pass before it is compared with others: its length in words (as the measures count them), its
 * language (by the scripts of its letters outside formulas), that it asks for something, and that nothing in it can't
 * be seen. Null where it passes.
 */
export function gateFault(text: string, gates: Gates): GateFault | null {
  return (
    lengthFault(text, gates) ?? languageFault(text, gates) ?? questionFault(text) ?? unsupportedFault(text)
  );
}

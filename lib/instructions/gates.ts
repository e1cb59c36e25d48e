import { tokensOf } from "#lib/similarity/tokens.ts";
import type { DropReason, Gates } from "./contract.ts";

export interface GateFault {
  reason: DropReason;
  detail: string;
}

const COMMAND = /\\[A-Za-z]+/g;
const FORMULA = /\$\$[\s\S]*?\$\$|\$[^$\n]*\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]/g;
const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;

/** What asks for something in English: a question word or an imperative, anywhere. */
const ASKS = new RegExp(
  `\\b(?:${[
    "what|which|who|whose|when|where|why|how",
    "find|compute|calculate|determine|evaluate|express|solve|simplify|factor|expand|prove|show|give|write|list|name",
    "state|estimate|round|convert|complete|describe|explain|derive|verify|sketch|graph|plot|construct|count|sum",
    "enter|answer|choose|select|identify|arrange|order|compare|classify|decide|rationalize|rewrite|multiply|divide",
    "add|subtract|integrate|differentiate|approximate|specify|let us|fill in|use",
  ].join("|")})\\b`,
  "i",
);
const ASKS_ELSEWHERE = /[?？؟]|[求解计計算证證问問几幾多少何]|つけ|求め|いくら|구하|얼마/u;

/** What a reader of the text alone can't see. */
const UNSEEN: readonly [RegExp, string][] = [
  [/\[asy\]|\\begin\{(?:tikzpicture|asy|picture)\}|\\includegraphics|\\draw\b/i, "a drawing"],
  [/!\[[^\]]*\]\(|<img\b|<svg\b/i, "an image"],
  [/https?:\/\/|www\.\w/i, "a link"],
  [
    /\b(?:shown|given|depicted|drawn|pictured|illustrated|labell?ed|listed|seen)\s+(?:above|below|here)\b/i,
    "something that would stand above or below it",
  ],
  [
    /\b(?:in|from|see|on|using)\s+the\s+(?:following\s+|above\s+|accompanying\s+)?(?:figure|diagram|picture|image|drawing|graph|chart)\s+(?:above|below|shown|here|to the (?:left|right))\b/i,
    "a figure",
  ],
  [/\b(?:the\s+)?(?:figure|diagram|picture|image|graph|chart|table)\s+(?:above|below)\b/i, "a figure"],
  [/如图|如圖|下图|下圖|上图|上圖/u, "a figure"],
];

function lengthFault(text: string, { minWords, maxWords }: Gates): GateFault | null {
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
  if (ASKS_ELSEWHERE.test(text) || ASKS.test(text.replace(COMMAND, " "))) return null;
  return { reason: "no_question", detail: "It asks for nothing." };
}

function unsupportedFault(text: string): GateFault | null {
  const unseen = UNSEEN.find(([pattern]) => pattern.test(text));
  return unseen
    ? { reason: "unsupported", detail: `It speaks of ${unseen[1]}, which a text can't hold.` }
    : null;
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

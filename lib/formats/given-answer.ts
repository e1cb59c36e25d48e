import { bareAnswer, extractFromSegments } from "#lib/answers/extract.ts";
import { segmentText } from "./segments.ts";

/** A bare answer has no more words than this, `\text{…}` included; commands of LaTeX are none. */
const BARE_WORDS = 12;
const BLOCK = /^[ \t]*(?:```|~~~)|<llm-code>/m;

/**
 * The final answer in a text that is either a bare answer or a whole solution: what its author declares; else, of a
 * text that is plainly a solution (it holds a block of code, or many words), what a path of the same text would be
 * judged by (see `extractFromSegments`); else the text itself. Never throws; linear in the length of the text.
 */
export function givenAnswer(text: string): string {
  const answer = bareAnswer(text);
  if (answer !== text.trim() || !isSolution(text)) return answer;
  return extractFromSegments(segmentText(text))?.answer ?? answer;
}

function isSolution(text: string): boolean {
  if (BLOCK.test(text)) return true;
  let words = 0;
  for (const [word] of text.matchAll(/\\?[a-z]{2,}/gi)) {
    if (!word.startsWith("\\")) words += 1;
    if (words > BARE_WORDS) return true;
  }
  return false;
}

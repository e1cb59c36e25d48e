const WORD = /[A-Za-zÀ-ɏ]{2,}/g;
const FILLER =
  /^(?:answers?|final|solutions?|step|part|case|note|method|approach|conclusion|summary|explanation|verification|check|reasoning|result|therefore|thus|hence|so|correct|incorrect|wrong|right|not|given|found|obtained|computed|calculated|clear|clearly|unclear|simple|simply|as|in|that|below|above|shown|unique|required|expected|supposed|to|based|independent|always|never|also|then|reasonable|your|my|our|question|problem|and|or|but|for|from|with|here|because|since)\b/i;
const PLACEHOLDER =
  /^(?:\\boxed ?\{\s*\}|\.{2,}|\\[lc]?dots|_+|\?+|x{3,}|\[?(?:your |the |final )*(?:final )?answer(?: here)?\]?)$/i;
const ENUMERATION = /^\d{1,3}[.)]\s+[A-Za-z]/;

const MAX_LENGTH = 300;
const MAX_WORDS_WITH_NUMBER = 6;
const MAX_WORDS_ALONE = 4;

/** The plain words in an answer: not those in commands or in `\text{}`. */
function words(text: string): string[] {
  const plain = text.replace(/\\(?:text|mbox|mathrm|textbf)\s?\{[^{}]*\}/g, " ").replace(/\\[A-Za-z]+/g, " ");
  return plain.match(WORD) ?? [];
}

/** Can this be a final answer? Headings, numbered steps, placeholders and whole sentences can't. */
export function looksLikeAnswer(text: string): boolean {
  if (text === "" || text.length > MAX_LENGTH || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (PLACEHOLDER.test(text) || ENUMERATION.test(text) || text.endsWith(":")) return false;
  const found = words(text);
  const isNumeric = /\d|\\[a-z]/.test(text);
  if (isNumeric && found.length > 0 && /^[A-Za-z]{2}/.test(text) && FILLER.test(text)) return false;
  if (isNumeric) return found.length <= MAX_WORDS_WITH_NUMBER;
  return found.length <= MAX_WORDS_ALONE && !FILLER.test(text);
}

/** Is this the outline of an answer that was never filled in, such as `\boxed{...}`? */
export function isPlaceholder(text: string): boolean {
  return !/[\p{L}\p{N}\p{S}∅]/u.test(text) || PLACEHOLDER.test(text) || /^\\phantom\b/.test(text);
}

import { isAscii, normalise } from "./normalise.ts";
import { stemOf } from "./stem.ts";

export interface TokenOptions {
  /** English words of more than three letters are cut to their stems; off where not given. */
  stem?: boolean;
}

/** Scripts written without spaces between words. Korean has spaces, Tibetan a dot between syllables. */
const SPACELESS = [
  ..."Han Hiragana Katakana Thai Lao Khmer Myanmar".split(" "),
  ..."Tai_Le New_Tai_Lue Tai_Tham Tai_Viet Javanese Balinese".split(" "),
];
const LETTER = `[[\\p{L}\\p{Nl}]&&[${SPACELESS.map((script) => `\\p{scx=${script}}`).join("")}]]`;
const WORD = `[[\\p{L}\\p{N}]--${LETTER}]`;
const MARK = "[\\p{Mn}\\p{Mc}]";
const TOKENS = new RegExp(`${LETTER}${MARK}*|${WORD}[${WORD}${MARK}]*`, "gv");
const ASCII_TOKENS = /[a-z0-9]+/g;

/**
 * The tokens of a text, in order. For ASCII text they are, always, those of the Python package rouge-score 0.1.2
 * (its DefaultTokenizer, `use_stemmer` as `stem`): lower case, and everything but a to z and 0 to 9 parts tokens and
 * is dropped. So `\frac{1}{2}` reads as `frac 1 2`, `3.5` as `3 5`, `1,000` as `1 000`, and signs say nothing:
 * `x+1` and `x-1` have the same tokens.
 *
 * rouge-score drops every other character too, which leaves nothing of Chinese and splits `café`. Here, after
 * `normalise`, letters and digits of all scripts count, with the marks upon them: a word is a token, and in scripts
 * without spaces each letter is one. That depends on the Unicode version alone, not on a dictionary of words. Signs,
 * quotes and dashes beyond ASCII part tokens as ASCII's do, so texts whose other characters are only those read as
 * in rouge-score too. Only tokens of ASCII are stemmed.
 */
export function tokensOf(text: string, { stem = false }: TokenOptions = {}): string[] {
  const normal = normalise(text);
  const tokens: string[] = normal.match(isAscii(normal) ? ASCII_TOKENS : TOKENS) ?? [];
  return stem ? tokens.map(stemOf) : tokens;
}

import {
  endsInConsonant,
  endsInDoubleConsonant,
  endsInShortSyllable,
  hasVowel,
  measureOf,
} from "./porter-letters.ts";

/** What an ending becomes where what stands before it meets the condition. */
type Rule = readonly [ending: string, becomes: string, condition: (stem: string) => boolean];

const always = (): boolean => true;
const measureAbove = (least: number) => (stem: string) => measureOf(stem) > least;

const IRREGULAR = new Map([
  ["skies", "sky"],
  ["sky", "sky"],
  ["dying", "die"],
  ["lying", "lie"],
  ["tying", "tie"],
  ["news", "news"],
  ["innings", "inning"],
  ["inning", "inning"],
  ["outings", "outing"],
  ["outing", "outing"],
  ["cannings", "canning"],
  ["canning", "canning"],
  ["howe", "howe"],
  ["proceed", "proceed"],
  ["exceed", "exceed"],
  ["succeed", "succeed"],
]);

const PLURALS: readonly Rule[] = [
  ["sses", "ss", always],
  ["ies", "i", always],
  ["ss", "ss", always],
  ["s", "", always],
];

/** Of each kind of noun and adjective, the plainer one: Porter's step 2 with NLTK's `fulli`. */
const LONG_ENDINGS: readonly Rule[] = (
  [
    ["ational", "ate"],
    ["tional", "tion"],
    ["enci", "ence"],
    ["anci", "ance"],
    ["izer", "ize"],
    ["bli", "ble"],
    ["alli", "al"],
    ["entli", "ent"],
    ["eli", "e"],
    ["ousli", "ous"],
    ["ization", "ize"],
    ["ation", "ate"],
    ["ator", "ate"],
    ["alism", "al"],
    ["iveness", "ive"],
    ["fulness", "ful"],
    ["ousness", "ous"],
    ["aliti", "al"],
    ["iviti", "ive"],
    ["biliti", "ble"],
    ["fulli", "ful"],
  ] as const
).map(([ending, becomes]) => [ending, becomes, measureAbove(0)]);
/** NLTK counts the l of `logi` to what stands before it, so that `geologi` is cut as `archaeologi` is. */
const LOGI: Rule = ["logi", "log", (stem) => measureOf(`${stem}l`) > 0];

const MIDDLE_ENDINGS: readonly Rule[] = (
  [
    ["icate", "ic"],
    ["ative", ""],
    ["alize", "al"],
    ["iciti", "ic"],
    ["ical", "ic"],
    ["ful", ""],
    ["ness", ""],
  ] as const
).map(([ending, becomes]) => [ending, becomes, measureAbove(0)]);

const LAST_ENDINGS: readonly Rule[] = [
  ..."al ance ence er ic able ible ant ement ment ent"
    .split(" ")
    .map((ending): Rule => [ending, "", measureAbove(1)]),
  ["ion", "", (stem) => measureOf(stem) > 1 && /[st]$/.test(stem)],
  ..."ou ism ate iti ous ive ize".split(" ").map((ending): Rule => [ending, "", measureAbove(1)]),
];

/** Applies the first rule whose ending the word has; no other is tried where its condition isn't met. */
function apply(word: string, rules: readonly Rule[]): string {
  for (const [ending, becomes, condition] of rules) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length);
    return condition(stem) ? stem + becomes : word;
  }
  return word;
}

function singular(word: string): string {
  return word.length === 4 && word.endsWith("ies") ? word.slice(0, -1) : apply(word, PLURALS);
}

function withoutTense(word: string): string {
  if (word.endsWith("ied")) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith("eed")) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  for (const ending of ["ed", "ing"]) {
    const stem = word.slice(0, -ending.length);
    if (word.endsWith(ending) && hasVowel(stem)) return mended(stem);
  }
  return word;
}

/** Gives a word that lost its -ed or -ing the end that it had before it got it. */
function mended(stem: string): string {
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsInDoubleConsonant(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measureOf(stem) === 1 && endsInShortSyllable(stem) ? `${stem}e` : stem;
}

function withI(word: string): string {
  const stem = word.slice(0, -1);
  return word.endsWith("y") && stem.length > 1 && endsInConsonant(stem) ? `${stem}i` : word;
}

function shortened(word: string): string {
  const isAlli = word.endsWith("alli") && measureOf(word.slice(0, -4)) > 0;
  return isAlli ? shortened(word.slice(0, -2)) : apply(word, [...LONG_ENDINGS, LOGI]);
}

function withoutE(word: string): string {
  if (!word.endsWith("e")) return word;
  const stem = word.slice(0, -1);
  const measure = measureOf(stem);
  return measure > 1 || (measure === 1 && !endsInShortSyllable(stem)) ? stem : word;
}

function withOneL(word: string): string {
  return word.endsWith("ll") && measureOf(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word;
}

/**
 * The stem of a lower-case English word, by Porter's algorithm ("An algorithm for suffix stripping", Program 14.3,
 * 1980) with the changes of NLTK's default mode, NLTK_EXTENSIONS, so that it gives what rouge-score compares.
 * Words of one or two letters stay as they are.
 */
export function porterStem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 2) return word;
  const base = shortened(withI(withoutTense(singular(word))));
  return withOneL(withoutE(apply(apply(base, MIDDLE_ENDINGS), LAST_ENDINGS)));
}

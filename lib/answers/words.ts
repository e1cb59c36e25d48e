const UNITS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
  "seventeen eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const SYNONYMS = new Map<string, string>([
  ...same("yes", "true"),
  ...same("no", "false"),
  ...same(
    "\\emptyset",
    "emptyset nosolution nosolutions norealsolution norealsolutions therearenosolutions none \\{\\}",
  ),
  ...same("undefined", "doesnotexist dne notdefined"),
  ...shortened("monday tuesday wednesday thursday friday saturday sunday"),
  ...shortened("january february march april june july august september october november december"),
  ...same("tuesday", "tues"),
  ...same("thursday", "thur thurs"),
  ...same("september", "sept"),
]);

/** Days and months by their first three letters. */
function shortened(words: string): [string, string][] {
  return words.split(" ").map((word) => [word.slice(0, 3), word]);
}

function same(word: string, others: string): [string, string][] {
  return others.split(" ").map((other) => [other, word]);
}

/** The value of a number word from zero to ninety-nine, or null. */
export function numberWord(text: string): number | null {
  const word = text.toLowerCase();
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const ten = TENS.findIndex((start) => word.startsWith(start));
  const start = TENS[ten];
  if (start === undefined) return null;
  const rest = word.slice(start.length).replace(/^[- ]/, "");
  if (rest === "") return 20 + 10 * ten;
  const last = UNITS.indexOf(rest);
  return last >= 1 && last <= 9 ? 20 + 10 * ten + last : null;
}

/** Is this nothing but words: letters, with the spaces, hyphens and apostrophes between them? */
export function isWords(text: string): boolean {
  return /^[\p{L}\p{M}]+(?:(?: |'|\.|\. )[\p{L}\p{M}]+|(?<=\p{L}{2})-\p{L}{2,})*\.?$/u.test(text);
}

/**
 * What two spellings of the same words share: case, spaces, hyphens, articles and known synonyms don't count. Two
 * letters keep their case (`AB` is not `ab`), unless they are the word no.
 */
export function wordKey(text: string): string {
  const short = text.length < 3 && !/^no$/i.test(text);
  const bare = (short ? text : text.toLowerCase())
    .replace(/^(?:the|an?) (?=\p{L}{2})/u, "")
    .replace(/[ '.-]/g, "");
  return SYNONYMS.get(bare) ?? bare;
}

/**
 * Could these different words be one product of variables in another order (`abc` and `cab`)? Two runs of letters
 * that are not anagrams name different things, read as words and read as products.
 */
export function areAnagrams(a: string, b: string): boolean {
  const sorted = (text: string) => Array.from(text.replace(/ /g, "")).sort().join("");
  return sorted(a) === sorted(b);
}

/** A multiple-choice answer: `B`, `(B)`, `B.`, `(B) 12`; `rest` is what stands after the letter. */
export type Choice = { readonly letter: string; readonly rest: string | null };

export function readChoice(text: string): Choice | null {
  const bare = text.replace(/^(?:option|choice|answer):? ?(?=\(?[A-Za-z](?:[ ).:]|$))/i, "");
  const found = /^(?:\(([A-Za-z])\)|([A-Za-z])\)|([A-Ja-j])[.:](?!\d)|([A-Za-z])$) ?(.{0,500})$/.exec(bare);
  if (!found) return null;
  const letter = found[1] ?? found[2] ?? found[3] ?? found[4] ?? "";
  const rest = found[5] ?? "";
  if (rest !== "" && !/^[A-J]$/.test(letter)) return null;
  return { letter: letter.toUpperCase(), rest: rest === "" ? null : rest };
}

/** Is this the key (see `wordKey`) of a yes or a no? It is never the same as anything else. */
export function isTruth(key: string): boolean {
  return key === "yes" || key === "no" || key === "true" || key === "false";
}

/** Do these words hold a number word, so that they might name a number after all? */
export function mentionsNumber(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => numberWord(word) !== null || LARGE.has(word.replace(/s$/, "")));
}

const LARGE = new Set(
  "hundred thousand million billion half third quarter fifth dozen double infinite both pair".split(" "),
);

const UNITS =
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
/** The largest that is still written out in a statement. */
export const LARGEST_WORD = 20;

const WORDS = new Map<string, number>([
  ...UNITS.map((word, at): [string, number] => [word, at + 2]),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
]);
const BY_VALUE = new Map([...WORDS].map(([word, value]) => [value, word]));

/** The value of a number word from two on, such as "seven" or "twenty-five"; null for any other word. */
export function wordValue(word: string): number | null {
  const [tens = "", unit] = word.toLowerCase().split(/[\s-]/);
  const first = WORDS.get(tens);
  if (first === undefined) return null;
  if (unit === undefined) return first;
  const second = unit === "one" ? 1 : WORDS.get(unit);
  return first >= 20 && second !== undefined && second < 10 ? first + second : null;
}

/** A whole number from 2 to 20 as a word, in the case of `like`; null for others. */
export function numberWord(value: number, like: string): string | null {
  const word = value <= LARGEST_WORD ? BY_VALUE.get(value) : undefined;
  if (word === undefined) return null;
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Matches each number word of a text, also "twenty-five". */
export const NUMBER_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?:${TENS.join("|")})-(?:one|${UNITS.slice(0, 8).join("|")})|${UNITS.join("|")}|${TENS.join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

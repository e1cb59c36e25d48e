import type { ProseToken } from "./arithmetic-reader.ts";
import { isAttachedUnit, isUnitLetter, namesThing } from "./arithmetic-words.ts";

const MAX_TOKENS = 8;
const SPOKEN_SIGNS = new Map([
  ["plus", "+"],
  ["minus", "-"],
  ["times", "*"],
  ["multiplied by", "*"],
  ["divided by", "/"],
]);

const isUnitWord = ({ kind, text, spaced }: ProseToken): boolean =>
  kind === "word" && (text.length > 1 || (spaced && (text === "a" || isUnitLetter(text))));

/** A sign in words at token `at`, of `count` tokens: `plus`, `divided by`; "3 times a week" has none. */
export function spokenSign(
  tokens: readonly ProseToken[],
  at: number,
): { readonly sign: string; readonly count: number } | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== "word") return null;
  const word = first.text.toLowerCase();
  const single = SPOKEN_SIGNS.get(word);
  if (single !== undefined) return second?.kind === "word" ? null : { sign: single, count: 1 };
  const double = second?.kind === "word" ? SPOKEN_SIGNS.get(`${word} ${second.text}`) : undefined;
  return double === undefined ? null : { sign: double, count: 2 };
}

/** Where the words end, not more than a few from token `from` on, that may say what a number counts. */
export function phraseEnd(tokens: readonly ProseToken[], from: number): number {
  let end = from;
  while (end < from + MAX_TOKENS) {
    const token = tokens[end];
    if (end > from && spokenSign(tokens, end)) break;
    const exponent = token?.text === "^" && end > from && tokens[end + 1]?.kind === "number";
    if (exponent) end += 2;
    else if (token && (token.kind === "quiet" || isUnitWord(token))) end += 1;
    else break;
  }
  return end;
}

/** The words from token `from` up to `end`; `sure` where they name a thing or a unit and can be nothing else. */
export function readPhrase(
  tokens: readonly ProseToken[],
  from: number,
  end: number,
): { readonly words: string; readonly sure: boolean } {
  const words = tokens.slice(from, end).filter((token) => token.kind === "word");
  const [first] = words;
  const names = words.map((word) => word.text);
  const attached = first !== undefined && !first.spaced && !/^[-/]/.test(first.text);
  const letters = names.some((name) => name.length === 1 && name !== "a");
  const sure = namesThing(names) && !letters && !(attached && !isAttachedUnit(first.text));
  return { words: names.join(" "), sure };
}

/** Does an operand begin at token `at`? `groups` are the brackets that enclose arithmetic. */
export function startsOperand(
  tokens: readonly ProseToken[],
  groups: ReadonlySet<number>,
  at: number,
): boolean {
  let next = at;
  while (tokens[next]?.kind === "quiet" && next < at + 4) next += 1;
  const token = tokens[next];
  if (token?.kind === "operator" && token.text === "-") return tokens[next + 1]?.kind === "number";
  return (
    token?.kind === "number" || token?.kind === "command" || (token?.kind === "open" && groups.has(next))
  );
}

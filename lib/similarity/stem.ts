import { isAscii } from "./normalise.ts";
import { porterStem } from "./porter-stem.ts";

const SHORT = 3;
const REMEMBERED = 50_000;
const stems = new Map<string, string>();

/** The stem of a token as rouge-score takes it: a token of up to three letters, or not of ASCII, stays as it is. */
export function stemOf(token: string): string {
  if (token.length <= SHORT) return token;
  const known = stems.get(token);
  if (known !== undefined) return known;
  if (stems.size >= REMEMBERED) stems.clear();
  const stem = isAscii(token) ? porterStem(token) : token;
  stems.set(token, stem);
  return stem;
}

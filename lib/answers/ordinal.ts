import { numberWord } from "./words.ts";

/** A place in an order. `spelled`: in letters, so that `third` may also be a part of a whole. */
export type Ordinal = { readonly place: number; readonly spelled: boolean };

const DIGITS = /^(\d{1,9}) ?\^?\{?(st|nd|rd|th)\}?$/i;
const IRREGULAR = new Map([
  ["first", "one"],
  ["second", "two"],
  ["third", "three"],
  ["fifth", "five"],
  ["eighth", "eight"],
  ["ninth", "nine"],
  ["twelfth", "twelve"],
]);

/** Reads `3rd`, `3^{rd}` and "twenty-third", in canonical spelling without text marks; null for everything else. */
export function readOrdinal(text: string): Ordinal | null {
  const digits = DIGITS.exec(text)?.[1];
  if (digits !== undefined) return { place: Number(digits), spelled: false };
  const word = text.toLowerCase().slice(0, 40);
  const last = /[a-z]+$/.exec(word)?.[0] ?? "";
  const cardinal =
    IRREGULAR.get(last) ?? (last.endsWith("ieth") ? last.replace(/ieth$/, "y") : last.replace(/th$/, ""));
  if (cardinal === last) return null;
  const place = numberWord(word.slice(0, word.length - last.length) + cardinal);
  return place === null ? null : { place, spelled: true };
}

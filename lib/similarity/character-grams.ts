import { normalise } from "./normalise.ts";

/** Long enough to tell words apart, short enough to survive a typing error. */
export const GRAM_LENGTH = 3;

/**
 * The set of runs of `length` characters (code points) in a normalised text whose white space is single spaces, in
 * the order in which they first occur. Punctuation counts: `x+1` and `x-1` share no run of three. A shorter text is
 * its own only run, and a blank one has none.
 */
export function characterGramsOf(text: string, length = GRAM_LENGTH): string[] {
  if (!Number.isInteger(length) || length < 1)
    throw new RangeError(`Runs of ${length} characters don't exist.`);
  const normal = normalise(text).trim().replace(/\s+/g, " ");
  if (normal === "") return [];
  const hasPairs = /[\ud800-\udbff]/.test(normal);
  const characters = hasPairs ? [...normal] : normal;
  const grams = new Set<string>();
  const last = Math.max(0, characters.length - length);
  for (let at = 0; at <= last; at += 1) {
    const gram = characters.slice(at, at + length);
    grams.add(typeof gram === "string" ? gram : gram.join(""));
  }
  return [...grams];
}

import { piecesOf } from "./pieces.ts";

/** Letters of a word that are taken together. */
const RUN_LENGTHS = [3, 4, 5] as const;
/** A word's runs say the same thing several times over, so each counts for less. */
const RUN_WEIGHT = 1 / 3;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the code units, stirred at the end (MurmurHash3's finish) so that the low bits are good; unsigned. */
function hashOf(text: string, seed: number): number {
  let hash = FNV_OFFSET ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The numbers of a text's features, each once, and how much of each there is. */
export interface Features {
  readonly features: Uint32Array;
  readonly amounts: Float32Array;
}

/**
 * The features of a text, as numbers below `dimensions`: pieces, pairs of neighbouring pieces, and the runs of 3 to 5
 * letters of each word, its ends counted as letters. Features that hash to one number are one (the hashing trick;
 * Weinberger et al., "Feature hashing for large scale multitask learning", 2009).
 */
export function featuresOf(text: string, dimensions: number): Features {
  const amounts = new Map<number, number>();
  const add = (hash: number, amount: number) => {
    const feature = hash % dimensions;
    amounts.set(feature, (amounts.get(feature) ?? 0) + amount);
  };
  let before: string | null = null;
  for (const piece of piecesOf(text)) {
    add(hashOf(piece, 1), 1);
    if (before !== null) add(hashOf(`${before} ${piece}`, 2), 1);
    before = piece;
    if (!/^\p{L}{3}/u.test(piece)) continue;
    const word = ` ${piece} `;
    for (const length of RUN_LENGTHS) {
      for (let at = 0; at + length <= word.length; at += 1) {
        add(hashOf(word.slice(at, at + length), length), RUN_WEIGHT);
      }
    }
  }
  // Arrays of numbers: maps of twenty thousand texts would take a fifth of a gigabyte.
  return { features: Uint32Array.from(amounts.keys()), amounts: Float32Array.from(amounts.values()) };
}

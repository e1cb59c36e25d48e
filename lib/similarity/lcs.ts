import { widened } from "./widened.ts";

/** So many that the sum of two words and a carry is still a 32-bit integer, which JavaScript adds fastest. */
const WORD_BITS = 30;
const WORD = 2 ** WORD_BITS - 1;

/** A sequence that is compared with many others. */
export interface LcsPattern {
  /**
   * Takes the first `length` tokens of a sequence in place of the one before. Tokens are integers; one below 0 is
   * like no other.
   */
  load(sequence: Int32Array, length: number): void;
  /** Length of the longest common subsequence of what was loaded and tokens `start` to `end` (not included). */
  lengthWith(sequence: Int32Array, start: number, end: number): number;
}

/**
 * Bit-parallel longest common subsequences of sequences of any length: M. Crochemore, C. Iliopoulos, Y. Pinzon,
 * J. Reid, "A fast and practical bit-vector algorithm for the longest common subsequence problem" (2001), in the form
 * of H. Hyyrö, "Bit-parallel LCS-length computation revisited" (2004). A bit for each token of the pattern is zero
 * where the length grows; a token of the other sequence moves all of them at once, 30 in a step. Takes
 * ⌈m/30⌉ steps for each token of the other sequence that the pattern has, and none for the others.
 */
export function openLcsPattern(): LcsPattern {
  /** By token: where its bits begin in `masks`, plus 1; 0 for tokens that the pattern doesn't have. */
  let slots = new Int32Array(1024);
  let masks = new Int32Array(256);
  let state = new Int32Array(8);
  let tokens = new Int32Array(64);
  let count = 0;
  let words = 0;

  function slotOf(token: number): number {
    slots = widened(slots, token + 1);
    const known = slots[token] ?? 0;
    if (known > 0) return known - 1;
    const slot = count * words;
    masks = widened(masks, slot + words);
    masks.fill(0, slot, slot + words);
    tokens = widened(tokens, count + 1);
    tokens[count] = token;
    count += 1;
    slots[token] = slot + 1;
    return slot;
  }

  function load(sequence: Int32Array, length: number): void {
    for (let at = 0; at < count; at += 1) slots[tokens[at] ?? 0] = 0;
    count = 0;
    let known = 0;
    for (let at = 0; at < length; at += 1) if ((sequence[at] ?? -1) >= 0) known += 1;
    words = Math.ceil(known / WORD_BITS);
    state = widened(state, words);
    let bit = 0;
    for (let at = 0; at < length; at += 1) {
      const token = sequence[at] ?? -1;
      if (token < 0) continue;
      const word = slotOf(token) + Math.floor(bit / WORD_BITS);
      masks[word] = (masks[word] ?? 0) | (1 << (bit % WORD_BITS));
      bit += 1;
    }
  }

  function lengthWith(sequence: Int32Array, start: number, end: number): number {
    state.fill(WORD, 0, words);
    for (let at = start; at < end; at += 1) {
      const token = sequence[at] ?? -1;
      const slot = token >= 0 && token < slots.length ? (slots[token] ?? 0) - 1 : -1;
      if (slot < 0) continue;
      let carry = 0;
      for (let word = 0; word < words; word += 1) {
        const before = state[word] ?? 0;
        const matches = before & (masks[slot + word] ?? 0);
        const sum = before + matches + carry;
        carry = sum >>> WORD_BITS;
        state[word] = (sum & WORD) | (before ^ matches);
      }
    }
    let length = 0;
    for (let word = 0; word < words; word += 1) length += ones(~(state[word] ?? 0) & WORD);
    return length;
  }

  return { load, lengthWith };
}

function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Length of the longest common subsequence of two sequences of tokens; a token below 0 is like no other. */
export function lcsLength(a: Int32Array, b: Int32Array): number {
  const pattern = openLcsPattern();
  pattern.load(a, a.length);
  return pattern.lengthWith(b, 0, b.length);
}

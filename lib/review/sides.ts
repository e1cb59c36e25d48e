const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a (Fowler, Noll, Vo), 32 bits, over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** MurmurHash3's 32-bit finaliser: each input bit changes each output bit about half of the time. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * Which path of a pair stands on the left for a reviewer: `firstId` or `secondId`. It depends on the pair and
 * the reviewer alone, so a reload shows the same sides; over pairs and over reviewers each path is on the left
 * half of the time, independently, so a habit of preferring one side falls on neither path.
 */
export function leftOf(pairId: number, reviewerId: string, firstId: number, secondId: number): number {
  return mix(fnv1a(`${pairId}/${reviewerId}`)) < 0 ? firstId : secondId;
}

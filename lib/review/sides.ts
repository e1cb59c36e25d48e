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
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * The order in which a unit's paths stand for a reviewer, from the left. It depends on the unit and the reviewer alone,
 * so a reload shows the same order; over units and over reviewers each order is as frequent as any other, so a habit
 * of preferring one side falls on no path. Fisher and Yates' shuffle, a hash in place of chance.
 */
export function shownOrder(unitId: number, reviewerId: string, pathIds: readonly number[]): number[] {
  const order = [...pathIds];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor((mix(fnv1a(`${unitId}/${reviewerId}/${last}`)) / 2 ** 32) * (last + 1));
    const [one, other] = [order[last], order[chosen]];
    if (one === undefined || other === undefined) continue;
    order[last] = other;
    order[chosen] = one;
  }
  return order;
}

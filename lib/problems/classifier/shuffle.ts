/** The items in an order that `random` (from 0 to below 1) decides: R. Fisher and F. Yates, in R. Durstenfeld's form. */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const order = Uint32Array.from(items, (_, at) => at);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[at] ?? 0;
    order[at] = moved;
  }
  return Array.from(order).flatMap((at) => items.slice(at, at + 1));
}

/** Numbers from 0 to below 1 that look random and are the same for the same seed (T. Ettinger's Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

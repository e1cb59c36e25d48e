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

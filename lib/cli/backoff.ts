const first = 1_000;
const longest = 30_000;
/** Whoever ran this long (ms) had recovered. */
const recovered = 60_000;

export interface Falls {
  readonly count: number;
}

/** What to do when a process that ran for `uptime` ms has ended once more: how long to wait, in ms. */
export function afterFall(before: Falls, uptime: number): { readonly falls: Falls; readonly wait: number } {
  const count = uptime >= recovered ? 1 : before.count + 1;
  return { falls: { count }, wait: Math.min(first * 2 ** (count - 1), longest) };
}

export type Majority<Value> =
  /** `votes` for it, `of` all. More than half only where `votes` says so. */
  | { kind: "one"; value: Value; votes: number; of: number }
  /** All that have the most votes, in the order of their first. */
  | { kind: "tie"; values: Value[]; votes: number; of: number }
  | { kind: "none" };

/** The most frequent value, each vote counting once; a tie is told, not broken, and no values have none. */
export function majority<Value extends string | number | boolean>(values: readonly Value[]): Majority<Value> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, 1 + (counts.get(value) ?? 0));
  const votes = counts.values().reduce((most, count) => Math.max(most, count), 0);
  const [value, ...others] = Array.from(counts).flatMap(([one, count]) => (count === votes ? [one] : []));
  if (value === undefined) return { kind: "none" };
  const of = values.length;
  return others.length === 0
    ? { kind: "one", value, votes, of }
    : { kind: "tie", values: [value, ...others], votes, of };
}

/** A row with its columns' names as in SQL: the contract's, in snake case. */
export function inSnakeCase<T extends object>(row: T): Record<string, T[keyof T]> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

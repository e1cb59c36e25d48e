/** One choice or none, as the list that a `single` FilterChip takes. */
export function singleChoice<T extends string>(value: T | null): T[] {
  return value === null ? [] : [value];
}

export type Facet = readonly { value: string; count: number }[] | undefined;

/** A facet's values as options; a value that only the URL knows is one too, so that it can be seen and removed. */
export function facetOptions(
  facet: Facet,
  value: string | null,
): { value: string; label: string; count?: number }[] {
  const known = (facet ?? []).map((each) => ({ value: each.value, label: each.value, count: each.count }));
  const missing = value !== null && !known.some((each) => each.value === value);
  return missing ? [...known, { value, label: value }] : known;
}

/**
 * A page's query string (without the question mark) in which the sub-domain `from` is called `to`.
 * What doesn't filter by `from` comes back as it is, letter for letter.
 */
export function renamedSearch(search: string, from: string, to: string): string {
  const params = new URLSearchParams(search);
  if (params.get("subdomain") !== from) return search;
  params.set("subdomain", to);
  return params.toString();
}

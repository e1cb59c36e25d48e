/** A query string in words, part by part: `split=test&q=duck` is "split: test, q: duck". */
export function searchWords(search: string): string {
  const parts = [...new URLSearchParams(search)].filter(([, value]) => value !== "");
  return parts.map(([name, value]) => `${name}: ${value}`).join(", ");
}

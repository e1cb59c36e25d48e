/** Shorter ones, such as vLLM's EMPTY, are placeholders that stand in ordinary text as well. */
const SHORTEST_SECRET = 8;

/** Takes a key out of what a server said, in the forms in which servers repeat it. */
export function scrub(text: string, key: string | null): string {
  if (key === null || key.length < SHORTEST_SECRET) return text;
  const forms = [
    key,
    encodeURIComponent(key),
    Buffer.from(key).toString("base64"),
    JSON.stringify(key).slice(1, -1),
  ];
  return forms.reduce((left, form) => left.replaceAll(form, "[key]"), text);
}

/** The last characters of a key, to tell it from others. Nothing of one that is so short that they would give it away. */
export function hintOf(key: string): string {
  return key.length < 12 ? "" : key.slice(-4);
}

/**
 * What keeps a text from being stored, as a sentence that says what to do; null where nothing does.
 * PostgreSQL's `text` and `jsonb` take no NUL character, and UTF-8 has no form for half a surrogate pair.
 * `limit` counts UTF-16 code units, as JavaScript does.
 */
export function textFault(text: string, limit: number): string | null {
  if (text.length > limit) {
    return `This is ${grouped(text.length)} characters long, and ${grouped(limit)} are allowed: shorten it.`;
  }
  const nul = text.indexOf("\0");
  if (nul !== -1) {
    return `A NUL character stands at position ${grouped(nul + 1)}, which no database text can hold: remove it.`;
  }
  if (!text.isWellFormed()) {
    return "It holds half of a surrogate pair, a symbol cut in two: write the file again as proper UTF-8.";
  }
  return null;
}

function grouped(n: number): string {
  return n.toLocaleString("en-GB");
}

/**
 * Where to cut a long text so that at most about `limit` characters come first: after the last paragraph, else the
 * last line, else the last space of the second half; the whole length where the text is short enough.
 */
export function cutPoint(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const least = Math.floor(limit / 2);
  for (const separator of ["\n\n", "\n", " "]) {
    const at = text.lastIndexOf(separator, limit - separator.length);
    if (at >= least) return at + separator.length;
  }
  // Not between the two halves of a character outside Unicode's basic plane.
  const high = text.charCodeAt(limit - 1);
  return high >= 0xd800 && high <= 0xdbff ? limit - 1 : limit;
}

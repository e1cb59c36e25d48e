const OPENING = /<(?:think|thinking|reasoning)>/gi;
const CLOSING = /<\/(?:think|thinking|reasoning)>/gi;

/**
 * A reasoning model's reply without its thoughts: what stands behind the last end of them, up to where they begin
 * anew. Chat templates often put the opening mark into the prompt, so that a reply may begin amid its thoughts;
 * thoughts that never end leave nothing behind them.
 */
export function withoutThoughts(reply: string): string {
  let from = 0;
  for (const { index, 0: mark } of reply.matchAll(CLOSING)) from = index + mark.length;
  const [before, after] = [reply.slice(0, from), reply.slice(from)];
  const begun = after.search(OPENING);
  const said = begun < 0 ? after : after.slice(0, begun);
  // Some models think once more behind their answer: then it is what stands before those thoughts.
  return said.trim() === "" && from > 0 ? outside(before) : said;
}

/** What stands outside of thoughts that have both marks. */
function outside(text: string): string {
  let said = "";
  let at = 0;
  for (const { index, 0: mark } of text.matchAll(CLOSING)) {
    const part = text.slice(at, index);
    const begun = part.search(OPENING);
    if (begun >= 0) said += part.slice(0, begun);
    at = index + mark.length;
  }
  return said + text.slice(at);
}

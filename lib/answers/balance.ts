import { pieces } from "./split.ts";
import type { Steps } from "./steps.ts";

const BRACKET = /\\(?:begin|end)\{([a-zA-Z*]{1,20})\}|\\[{}]|\\(?:langle|rangle)(?![A-Za-z])|[()[\]]/g;
const CLOSERS = new Map([
  ["(", ")"],
  ["[", "]"],
  ["\\{", "\\}"],
  ["\\langle", "\\rangle"],
]);
const MAX_OPEN = 20;

/**
 * A spelled text whose brackets don't pair, as when an answer was cut off, with those closed that stay open and those
 * left out that close nothing. Null where they pair, and where so many are missing that nothing is sure.
 */
export function balanced(text: string, steps: Steps): string | null {
  if (pieces(text, steps)) return null;
  const open: string[] = [];
  let out = "";
  let from = 0;
  for (const match of text.matchAll(BRACKET)) {
    const [bracket, environment] = match;
    const closer = bracket.startsWith("\\begin") ? `\\end{${environment}}` : CLOSERS.get(bracket);
    if (closer !== undefined) open.push(closer);
    else if (open.pop() === undefined) {
      out += text.slice(from, match.index);
      from = match.index + bracket.length;
    }
    if (open.length > MAX_OPEN) return null;
  }
  const repaired = out + text.slice(from) + open.reverse().join("");
  return repaired.trim() !== "" && pieces(repaired, steps) ? repaired : null;
}

import type { FullUnit } from "#lib/review/contract/queues.ts";
import type { Note } from "#lib/review/contract.ts";
import { pathName } from "./category-words.ts";

const MOST_CHARACTERS = 160;

/** Where a note is anchored, and the words that it is about; null where the text there is another by now. */
export function noteQuote(
  { pathId, segment, from, to }: Note,
  { kind, problemText, paths }: Pick<FullUnit, "kind" | "problemText" | "paths">,
): { where: string; quote: string | null } {
  const at = paths.findIndex((path) => path.pathId === pathId);
  const where = pathId === null ? "Problem" : at < 0 ? `Path ${pathId}` : pathName(kind, at);
  const text = pathId === null ? problemText : paths[at]?.segments[segment]?.content;
  const words = text?.slice(from, to).trim() ?? "";
  if (words === "") return { where, quote: null };
  return { where, quote: words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS - 1)}…` : words };
}

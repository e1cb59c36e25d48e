import { countWords } from "#components/problems/count-words.ts";
import type { Run } from "#lib/jobs/contract.ts";

/** What a finished mining run came to, in one line. */
export function minedWords({ counts }: Pick<Run, "counts">): string {
  const created = counts["created"] ?? 0;
  const present = counts["present"] ?? 0;
  if (created > 0) return `${countWords(created, "new pair")}`;
  return present > 0
    ? `No new pair: all ${present.toLocaleString("en")} were there already`
    : "No pair was found";
}

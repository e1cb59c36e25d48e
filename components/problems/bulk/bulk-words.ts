import type { BulkChange } from "#lib/problems/contract/bulk.ts";
import type { ProblemFilter } from "#lib/problems/contract.ts";
import { ORIGIN_LABEL, SPLIT_LABEL } from "../problem-words.ts";

/** A change in words: "Sub-domain: Algebra; no source; tags + easy". */
export function changeWords(change: BulkChange): string {
  if (change.remove) return "Into the bin";
  const { subdomain, split, difficulty, source, addTags = [], removeTags = [] } = change;
  const parts = [
    subdomain === undefined ? null : subdomain === null ? "no sub-domain" : `sub-domain: ${subdomain}`,
    split === undefined ? null : `split: ${SPLIT_LABEL[split].toLowerCase()}`,
    difficulty === undefined ? null : difficulty === null ? "no difficulty" : `difficulty: ${difficulty}`,
    source === undefined ? null : source === null ? "no source" : `source: ${source}`,
    addTags.length === 0 ? null : `tags + ${addTags.join(", ")}`,
    removeTags.length === 0 ? null : `tags − ${removeTags.join(", ")}`,
  ];
  const words = parts.filter((part) => part !== null).join("; ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A filter in words, its parts joined by commas; empty where it lets everything through. */
export function filterWords(filter: ProblemFilter): string {
  const { q, subdomain, origin, split, difficulty, tag, answered, classified } = filter;
  return [
    q === undefined ? null : `“${q}”`,
    subdomain === undefined ? null : `sub-domain ${subdomain}`,
    classified === undefined ? null : classified ? "with a sub-domain" : "without a sub-domain",
    origin === undefined ? null : ORIGIN_LABEL[origin].toLowerCase(),
    split === undefined ? null : `split ${SPLIT_LABEL[split].toLowerCase()}`,
    difficulty === undefined ? null : `difficulty ${difficulty}`,
    tag === undefined ? null : `tag ${tag}`,
    answered === undefined ? null : answered ? "with an answer" : "without an answer",
  ]
    .filter((part) => part !== null)
    .join(", ");
}

import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { origin, type ProblemFilter, split } from "#lib/problems/contract.ts";

/** The API takes no longer search than this. */
const LONGEST_SEARCH = 200;

/** The table's filter as it stands in the URL, read by the page and by the screen. */
export const problemParams = {
  q: parseAsString.withDefault(""),
  subdomain: parseAsString,
  origin: parseAsStringLiteral(origin.options),
  split: parseAsStringLiteral(split.options),
  difficulty: parseAsString,
  tag: parseAsString,
  answered: parseAsStringLiteral(["yes", "no"]),
  classified: parseAsStringLiteral(["yes", "no"]),
  hard: parseAsStringLiteral(["yes", "no"]),
};

export type ProblemParams = inferParserType<typeof problemParams>;

export const loadProblemParams = createLoader(problemParams);

/** Adds a filter to an address. */
export const withProblemParams = createSerializer(problemParams);

/** What was typed as the API takes it; nothing for blanks. */
export function searchWords(q: string): string | undefined {
  return q.trim().slice(0, LONGEST_SEARCH).trim() || undefined;
}

/** The URL's values as the contract's filter: what isn't set is left out. */
export function problemFilterOf(params: ProblemParams): ProblemFilter {
  const { q, subdomain, origin, split, difficulty, tag, answered, classified, hard } = params;
  const words = searchWords(q);
  return {
    ...(words === undefined ? {} : { q: words }),
    ...(subdomain === null ? {} : { subdomain }),
    ...(origin === null ? {} : { origin }),
    ...(split === null ? {} : { split }),
    ...(difficulty === null ? {} : { difficulty }),
    ...(tag === null ? {} : { tag }),
    ...(answered === null ? {} : { answered: answered === "yes" }),
    ...(classified === null ? {} : { classified: classified === "yes" }),
    ...(hard === null ? {} : { hard: hard === "yes" }),
  };
}

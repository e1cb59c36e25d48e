import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { searchWords } from "#components/problems/filter-params.ts";
import { parseAsRowId } from "#components/problems/row-id-param.ts";
import {
  type CandidateFilter,
  candidateMethod,
  candidateState,
  dropReason,
} from "#lib/instructions/contract.ts";

export const VIEWS = ["candidates", "thresholds", "unread"] as const;
export type View = (typeof VIEWS)[number];

/** The screen's state as it stands in the URL, read by the page and by the screen. */
export const candidateParams = {
  q: parseAsString.withDefault(""),
  run: parseAsRowId,
  state: parseAsStringLiteral(candidateState.options),
  reason: parseAsStringLiteral(dropReason.options),
  method: parseAsStringLiteral(candidateMethod.options),
  subdomain: parseAsString,
  decided: parseAsStringLiteral(["filter", "person"]),
  /** The candidate beside the table. */
  at: parseAsRowId,
  view: parseAsStringLiteral(VIEWS).withDefault("candidates"),
};

export type CandidateParams = inferParserType<typeof candidateParams>;

export const loadCandidateParams = createLoader(candidateParams);

/** Adds a filter to an address. */
export const withCandidateParams = createSerializer(candidateParams);

/** The URL's values as the contract's filter: what isn't set is left out. */
export function candidateFilterOf(params: Omit<CandidateParams, "at" | "view">): CandidateFilter {
  const { q, run, state, reason, method, subdomain, decided } = params;
  const words = searchWords(q);
  return {
    ...(words === undefined ? {} : { q: words }),
    ...(run === null ? {} : { run }),
    ...(state === null ? {} : { state }),
    ...(reason === null ? {} : { reason }),
    ...(method === null ? {} : { method }),
    ...(subdomain === null ? {} : { subdomain }),
    ...(decided === null ? {} : { decided }),
  };
}

/** No filter at all. */
export const CLEARED = {
  q: null,
  run: null,
  state: null,
  reason: null,
  method: null,
  subdomain: null,
  decided: null,
} as const;

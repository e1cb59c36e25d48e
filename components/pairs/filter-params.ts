import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { searchWords } from "#components/problems/filter-params.ts";
import { parseAsRowId } from "#components/problems/row-id-param.ts";
import { type PairFilter, pairOrigin, pairState } from "#lib/pairs/contract.ts";

/** The table's filter as it stands in the URL, read by the page and by the screen. */
export const pairParams = {
  q: parseAsString.withDefault(""),
  problem: parseAsRowId,
  state: parseAsStringLiteral(pairState.options),
  origin: parseAsStringLiteral(pairOrigin.options),
};

export type PairParams = inferParserType<typeof pairParams>;

export const loadPairParams = createLoader(pairParams);

/** The URL's values as the contract's filter: what isn't set is left out. */
export function pairFilterOf(params: PairParams): PairFilter {
  const { q, problem, state, origin } = params;
  const words = searchWords(q);
  return {
    ...(words === undefined ? {} : { q: words }),
    ...(problem === null ? {} : { problem }),
    ...(state === null ? {} : { state }),
    ...(origin === null ? {} : { origin }),
  };
}

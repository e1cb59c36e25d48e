import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { searchWords } from "#components/problems/filter-params.ts";
import { parseAsRowId } from "#components/problems/row-id-param.ts";
import { executionOutcome, type PathFilter, pathKind } from "#lib/paths/contract.ts";
import { FLAW_FILTERS } from "./flaw-words.ts";
import { STEP_FILTERS } from "./step-words.ts";
import { VERDICT_STATES } from "./verdict-words.ts";

/** The table's filter as it stands in the URL. An empty `model` means paths that people wrote. */
export const pathParams = {
  q: parseAsString.withDefault(""),
  problem: parseAsRowId,
  model: parseAsString,
  kind: parseAsStringLiteral(pathKind.options),
  verdict: parseAsStringLiteral(VERDICT_STATES),
  execution: parseAsStringLiteral(executionOutcome.options),
  steps: parseAsStringLiteral(STEP_FILTERS),
  flaw: parseAsStringLiteral(FLAW_FILTERS),
  hard: parseAsStringLiteral(["yes", "no"]),
  run: parseAsRowId,
};

export type PathParams = inferParserType<typeof pathParams>;

export const loadPathParams = createLoader(pathParams);

/** Adds a filter to an address. */
export const withPathParams = createSerializer(pathParams);

/** The URL's values as the contract's filter: what isn't set is left out. */
export function pathFilterOf(params: PathParams): PathFilter {
  const { q, problem, model, kind, verdict, execution, steps, flaw, hard, run } = params;
  const words = searchWords(q);
  return {
    ...(words === undefined ? {} : { q: words }),
    ...(problem === null ? {} : { problem }),
    ...(model === null ? {} : { model }),
    ...(kind === null ? {} : { kind }),
    ...(verdict === null ? {} : { verdict }),
    ...(execution === null ? {} : { execution }),
    ...(steps === null ? {} : { steps }),
    ...(flaw === null ? {} : { flaw }),
    ...(hard === null ? {} : { hard: hard === "yes" }),
    ...(run === null ? {} : { run }),
  };
}

import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsRowId } from "#components/problems/row-id-param.ts";
import { dropReason } from "#lib/selection/contract.ts";
import type { RowFilter } from "./queries.ts";

export const KEPT = ["kept", "dropped"] as const;

/** A selection's rows as they stand in the URL, read by the page and by the screen. */
export const selectionParams = {
  kept: parseAsStringLiteral(KEPT),
  reason: parseAsStringLiteral(dropReason.options),
  /** Empty: paths of people. */
  model: parseAsString,
  problem: parseAsRowId,
  /** The path that is open beside its nearest. */
  path: parseAsRowId,
};

export type SelectionParams = inferParserType<typeof selectionParams>;

export const loadSelectionParams = createLoader(selectionParams);

/** The URL's values as the API takes them: what isn't set is left out. */
export function rowFilterOf({ kept, reason, model, problem }: Omit<SelectionParams, "path">): RowFilter {
  return {
    ...(kept === null ? {} : { kept: kept === "kept" }),
    ...(reason === null ? {} : { reason }),
    ...(model === null ? {} : { model }),
    ...(problem === null ? {} : { problem }),
  };
}

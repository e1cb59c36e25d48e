import { createParser } from "nuqs/server";
import { rowId } from "#lib/api/operation.ts";

/** A row's number in the URL; what the API wouldn't take as one counts as absent. */
export const parseAsRowId = createParser<number>({
  parse: (value) => rowId.safeParse(value).data ?? null,
  serialize: String,
});

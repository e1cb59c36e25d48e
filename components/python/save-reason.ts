import type { Ran } from "./python-state.ts";
import { isSameCode, type Revision } from "./revision.ts";

/** Why a revision can't be saved as a path of its own, as advice; null where it can. */
export function whyNotSaved(original: Revision, revision: Revision, ran: Ran | null): string | null {
  if (isSameCode(original.codes, revision.codes) && original.closing === revision.closing)
    return "Nothing is changed yet.";
  if (!ran || !isSameCode(ran.codes, revision.codes)) return "Run it first: its output is saved with it.";
  if (ran.execution.blocks.length === 0) return "It didn't run to its end, so there is no output to save.";
  return null;
}

import type { FieldName } from "#lib/problems/changed-fields.ts";
import type { ProblemVersion } from "#lib/problems/contract/history.ts";
import { FIELD_LABEL } from "../editor/draft-fields.ts";

const CAUSE: Record<ProblemVersion["cause"], string> = {
  created: "written",
  edit: "edited",
  restore: "restored",
  bulk: "changed with others",
  undo: "taken back",
  import: "imported",
  generated: "generated",
};

/** How a version came about, such as "edited". */
export const causeWords = (version: Pick<ProblemVersion, "cause">): string => CAUSE[version.cause];

const isField = (name: string): name is FieldName => name in FIELD_LABEL;

/** What a version changed: "Statement, Tags"; what the first one is where there is none before it. */
export function changedWords({ changed }: Pick<ProblemVersion, "changed">): string {
  return changed.map((name) => (isField(name) ? FIELD_LABEL[name] : name)).join(", ");
}

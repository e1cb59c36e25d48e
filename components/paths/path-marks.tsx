import { Badge } from "#components/ui/badge.tsx";
import type { PathRow } from "#lib/paths/contract.ts";
import { FLAW_HINT, FLAW_LABEL } from "./flaw-words.ts";

/** What else is to be known of a path at a glance: that it isn't whole, how often it was given, that its problem is hard. */
export function PathMarks({ path }: { path: Pick<PathRow, "flaw" | "copies" | "isHard"> }) {
  const { flaw, copies, isHard } = path;
  return (
    <>
      {flaw === null ? null : (
        <Badge tone="warn" title={FLAW_HINT[flaw]}>
          {FLAW_LABEL[flaw]}
        </Badge>
      )}
      {copies > 1 ? <Badge title={`Given ${copies} times in the same words`}>×{copies}</Badge> : null}
      {isHard ? (
        <Badge tone="warn" title="Its problem is a hard sample">
          Hard
        </Badge>
      ) : null}
    </>
  );
}

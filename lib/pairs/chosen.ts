import type { PairOutcome } from "./contract.ts";

interface Judged<Side> {
  decided: PairOutcome | null;
  proposed: PairOutcome | null;
  first: Side;
  second: Side;
}

/**
 * The chosen and the rejected side of a pair: as people decided, else as mining or the file proposed. Null while
 * neither says a thing, and where a tie or both bad leaves nothing to choose.
 */
export function choiceOf<Side>({
  decided,
  proposed,
  first,
  second,
}: Judged<Side>): { chosen: Side; rejected: Side } | null {
  switch (decided ?? proposed) {
    case "first":
      return { chosen: first, rejected: second };
    case "second":
      return { chosen: second, rejected: first };
    default:
      return null;
  }
}

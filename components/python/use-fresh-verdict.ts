import { useEffect, useState } from "react";
import type { Segment } from "#lib/paths/contract.ts";
import type { FreshVerdict } from "./fresh-verdict.ts";

/** The verdict on a revised path, a moment after it is given; null where there are no segments. */
export function useFreshVerdict(
  reference: string | null,
  segments: readonly Segment[] | null,
  closing: string | null,
): FreshVerdict | null {
  const [fresh, setFresh] = useState<FreshVerdict | null>(null);
  useEffect(() => {
    if (!segments) return;
    let isLate = false;
    // The rules are a good deal of code that the page of a path otherwise does without.
    void import("./fresh-verdict.ts").then(({ freshVerdict }) => {
      if (!isLate) setFresh(freshVerdict(reference, segments, closing));
    });
    return () => {
      isLate = true;
    };
  }, [reference, segments, closing]);
  return segments ? fresh : null;
}

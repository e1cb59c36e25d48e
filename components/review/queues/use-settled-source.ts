import { useMemo, useState } from "react";
import { useSettled } from "#components/ui/use-settled.ts";
import { type QueueSource, queueSource } from "#lib/review/contract/queues.ts";

const SETTLED_MS = 300;
const USUAL = JSON.stringify({ kind: "pair" });

/** The source once nobody has typed for a while; where it can't be read, the last one that could. */
export function useSettledSource(source: QueueSource | null): QueueSource {
  // As text: a source is read anew at each rendering, and would never come to rest.
  const settled = useSettled(source === null ? null : JSON.stringify(source), SETTLED_MS);
  const [last, setLast] = useState(settled);
  if (settled !== null && settled !== last) setLast(settled);
  return useMemo(() => queueSource.parse(JSON.parse(last ?? USUAL)), [last]);
}

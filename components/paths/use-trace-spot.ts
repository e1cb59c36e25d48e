import { useState } from "react";
import type { TraceSpot } from "./trace-rendered.tsx";
import { useTraceView } from "./trace-view.tsx";

/** The spot of a trace that was last asked for; forgotten with the view it was shown in, which must not jump back. */
export function useTraceSpot(): [TraceSpot | null, (spot: TraceSpot) => void] {
  const [view] = useTraceView();
  const [spot, setSpot] = useState<TraceSpot | null>(null);
  const [shownIn, setShownIn] = useState(view);
  if (view !== shownIn) {
    setShownIn(view);
    setSpot(null);
  }
  return [spot, setSpot];
}

"use client";

import { useEffect, useState } from "react";
import { cx } from "#components/ui/class-names.ts";
import type { DraftState } from "./draft-keeper.ts";
import { draftStatusText } from "./draft-status-text.ts";

const TICK_MS = 5_000;

/** Where what is written is kept. Only what is wrong is announced: a draft that is saved again and again isn't news. */
export function DraftStatus({ state }: { state: DraftState }) {
  const [now, setNow] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state is looked at with the time it comes at
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [state]);
  const wrong = state.status === "offline" || state.status === "refused";
  const text = now === 0 ? "" : draftStatusText(state, now);
  return (
    <span
      aria-live={wrong ? "polite" : "off"}
      className={cx("max-w-80 text-xs", wrong ? "text-warn" : "text-ink-muted")}
      data-draft={state.status}
    >
      {text}
    </span>
  );
}

"use client";

import { useSyncExternalStore } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";

export type TraceView = "source" | "rendered";

const STORED = "lemma.trace-view";
const listeners = new Set<() => void>();
/** For a browser that keeps nothing, e.g. with site data blocked. */
let unstored: TraceView = "source";

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function current(): TraceView {
  try {
    return localStorage.getItem(STORED) === "rendered" ? "rendered" : "source";
  } catch {
    return unstored;
  }
}

const onServer = (): TraceView => "source";

function change(view: TraceView): void {
  unstored = view;
  try {
    localStorage.setItem(STORED, view);
  } catch {
    // Then it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

/** How this person reads traces: one choice for all of them, kept in the browser. */
export function useTraceView(): [TraceView, (view: TraceView) => void] {
  return [useSyncExternalStore(subscribe, current, onServer), change];
}

const VIEWS = [
  { value: "rendered", label: "Rendered" },
  { value: "source", label: "Source", shortcut: "v" },
] as const;

/** Changes the view of all traces in sight; so does the key `v`. */
export function TraceViewSwitch() {
  const [view, setView] = useTraceView();
  useHotkeys({ v: () => setView(view === "source" ? "rendered" : "source") });
  return (
    <>
      <Kbd keys="v" />
      <Segmented label="View of the trace" value={view} onChange={setView} options={VIEWS} />
    </>
  );
}

"use client";

import { useMemo } from "react";
import { MonacoText } from "#components/ui/monaco/monaco-text.tsx";
import type { Segment } from "#lib/paths/contract.ts";
import { traceDocument } from "./trace-document.ts";
import { TraceRendered } from "./trace-rendered.tsx";
import { useTraceView } from "./trace-view.tsx";

interface PathTraceProps {
  segments: readonly Segment[];
  /** The accessible name; two traces on one page need two. */
  label?: string | undefined;
  /** In pixels, of the source; what is longer scrolls. */
  maxHeight?: number | undefined;
}

/** A path's trace, as source in Monaco or rendered, as the reader has chosen (TraceViewSwitch). */
export function PathTrace({ segments, label = "Reasoning path", maxHeight = 900 }: PathTraceProps) {
  const [view] = useTraceView();
  const document = useMemo(() => traceDocument(segments), [segments]);
  if (document.lines.length === 0) return <p className="p-4 text-ink-muted">This path has no text.</p>;
  if (view === "rendered") {
    return (
      <div className="p-4">
        <TraceRendered segments={segments} />
      </div>
    );
  }
  return (
    <MonacoText
      value={document.text}
      language="prose"
      height="content"
      maxHeight={maxHeight}
      decorations={document.decorations}
      ariaLabel={label}
      className="rounded-b-lg"
    />
  );
}

"use client";

import { useMemo } from "react";
import { MonacoText } from "#components/ui/monaco/monaco-text.tsx";
import type { PathExecution, Segment } from "#lib/paths/contract.ts";
import type { StepMarks } from "./step-marks.ts";
import { traceDocument } from "./trace-document.ts";
import { TraceRendered, type TraceSpot } from "./trace-rendered.tsx";
import { useTraceView } from "./trace-view.tsx";

interface PathTraceProps {
  segments: readonly Segment[];
  /** The accessible name; two traces on one page need two. */
  label?: string | undefined;
  /** In pixels, of the source; what is longer scrolls. */
  maxHeight?: number | undefined;
  /** What is to be seen of its arithmetic and its code. */
  marks?: StepMarks | undefined;
  execution?: PathExecution | null | undefined;
  /** A new object brings that spot into view. */
  spot?: TraceSpot | null | undefined;
}

/** A path's trace, as source in Monaco or rendered, as the reader has chosen (TraceViewSwitch). */
export function PathTrace(props: PathTraceProps) {
  const { segments, label = "Reasoning path", maxHeight = 900, marks, execution, spot } = props;
  const [view] = useTraceView();
  const document = useMemo(() => traceDocument(segments), [segments]);
  if (document.lines.length === 0) return <p className="p-4 text-ink-muted">This path has no text.</p>;
  if (view === "rendered") {
    return (
      <div className="p-4">
        <TraceRendered segments={segments} wrong={marks?.wrong} execution={execution} spot={spot} />
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
      glyphs={marks?.glyphs}
      spans={marks?.spans}
      reveal={spot?.place}
      ariaLabel={label}
      className="rounded-b-lg"
    />
  );
}

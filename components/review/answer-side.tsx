"use client";

import { useMemo } from "react";
import { traceDocument } from "#components/paths/trace-document.ts";
import { TraceRendered } from "#components/paths/trace-rendered.tsx";
import { MonacoText } from "#components/ui/monaco/monaco-text.tsx";
import type { ReviewUnit } from "#lib/review/contract.ts";

interface AnswerSideProps {
  side: "A" | "B";
  path: ReviewUnit["a"];
  view: "source" | "rendered";
}

/** One of the two answers. Nothing here says who wrote it. */
export function AnswerSide({ side, path, view }: AnswerSideProps) {
  const trace = useMemo(() => traceDocument(path.segments), [path.segments]);
  const where = side === "A" ? "left" : "right";
  return (
    <section
      data-path-id={path.pathId}
      aria-label={`Answer ${side}, ${where}`}
      className="flex min-h-72 min-w-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-raised md:min-h-0"
    >
      <h2 className="flex items-center gap-2 border-b border-line bg-sunken px-3 py-1.5 font-semibold">
        {side}
        <span className="font-normal text-ink-faint">
          {trace.text.length.toLocaleString("en")} characters
        </span>
      </h2>
      {view === "source" ? (
        <MonacoText
          value={trace.text}
          language="prose"
          height="fill"
          lineNumbers={false}
          decorations={trace.decorations}
          ariaLabel={`Answer ${side}, ${where}`}
        />
      ) : (
        <div className="min-h-0 flex-1 overflow-auto p-3">
          <TraceRendered segments={path.segments} />
        </div>
      )}
    </section>
  );
}

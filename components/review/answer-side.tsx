"use client";

import { useMemo, useRef } from "react";
import { traceDocument } from "#components/paths/trace-document.ts";
import { TraceRendered } from "#components/paths/trace-rendered.tsx";
import { VerdictMark } from "#components/paths/verdict-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { type MonacoEditor, MonacoText } from "#components/ui/monaco/monaco-text.tsx";
import { WordDiffText } from "#components/ui/word-diff-text.tsx";
import type { BlindPath, Note } from "#lib/review/contract.ts";
import { noteOf } from "./note-place.ts";

export type View = "source" | "rendered" | "differences";

interface AnswerSideProps {
  /** A, B, or the place from 1. */
  name: string;
  where: string;
  path: BlindPath;
  view: View;
  /** What the other side says, for differences. */
  other: BlindPath | null;
  /** 1-based lines to mark, as a step. */
  marked: { startLine: number; endLine: number } | null;
  onNote: (note: Omit<Note, "text">) => void;
}

/** One of the answers. Nothing here says who wrote it. */
export function AnswerSide({ name, where, path, view, other, marked, onNote }: AnswerSideProps) {
  const trace = useMemo(() => traceDocument(path.segments), [path.segments]);
  const otherText = useMemo(() => (other ? traceDocument(other.segments).text : null), [other]);
  const editor = useRef<MonacoEditor | null>(null);
  const label = `Answer ${name}${where === "" ? "" : `, ${where}`}`;
  const decorations = useMemo(
    () =>
      marked === null
        ? trace.decorations
        : [...trace.decorations, { ...marked, className: "bg-accent-soft", hover: "This step" }],
    [trace.decorations, marked],
  );
  const annotate = () => {
    const selection = editor.current?.getSelection();
    const place = selection ? noteOf(path, trace, selection) : null;
    if (place) onNote(place);
  };
  return (
    <section
      data-path-id={path.pathId}
      aria-label={label}
      className="flex min-h-72 min-w-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-raised md:min-h-0"
    >
      <h2 className="flex items-center gap-2 border-b border-line bg-sunken px-3 py-1.5 font-semibold">
        {name}
        <span className="font-normal text-ink-faint tabular-nums">
          {trace.text.length.toLocaleString("en")} characters
        </span>
        {path.verdict === null ? null : <VerdictMark verdict={path.verdict} />}
        {view === "source" ? (
          <Button size="sm" variant="ghost" className="ml-auto" onClick={annotate}>
            Note on selection
          </Button>
        ) : null}
      </h2>
      {view === "source" || (view === "differences" && otherText === null) ? (
        <MonacoText
          value={trace.text}
          language="prose"
          height="fill"
          lineNumbers={false}
          decorations={decorations}
          ariaLabel={label}
          onMount={(mounted) => {
            editor.current = mounted;
          }}
        />
      ) : view === "rendered" ? (
        <div className="min-h-0 flex-1 overflow-auto p-3">
          <TraceRendered segments={path.segments} />
        </div>
      ) : (
        <div className="min-h-0 flex-1 overflow-auto p-3">
          <WordDiffText before={otherText ?? ""} after={trace.text} side="after" fold={false} />
        </div>
      )}
    </section>
  );
}

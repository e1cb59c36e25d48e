import { CopyButton } from "#components/ui/copy-button.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import type { Segment } from "#lib/paths/contract.ts";
import { HighlightedCode } from "./highlighted-code.tsx";

/** A path's segments in order: text with its formulas drawn, code and its outputs in panels. */
export function TraceRendered({ segments }: { segments: readonly Segment[] }) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {segments.map((segment, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment's place is its identity, and paths never change
        <SegmentBlock key={place} segment={segment} />
      ))}
    </div>
  );
}

function SegmentBlock({ segment }: { segment: Segment }) {
  const { type, content } = segment;
  if (type === "text") return content.trim() === "" ? null : <MathText text={content} />;
  const body = content.replace(/\s+$/, "");
  if (type === "code") {
    return (
      <figure className="min-w-0 overflow-hidden rounded-md border border-line">
        <figcaption className="flex h-8 items-center justify-between border-line border-b bg-accent-soft pr-1 pl-3 text-accent-text text-xs">
          Code
          <CopyButton label="Copy the code" text={body} />
        </figcaption>
        <HighlightedCode code={body} />
      </figure>
    );
  }
  return (
    <figure className="min-w-0 overflow-hidden rounded-md border border-line-strong border-dashed">
      <figcaption className="border-line border-b bg-sunken px-3 py-1 text-ink-muted text-xs">
        Output
      </figcaption>
      <pre className="max-h-96 overflow-auto whitespace-pre-wrap bg-sunken px-3 py-2 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
        {body === "" ? <span className="text-ink-faint">nothing</span> : body}
      </pre>
    </figure>
  );
}

import { MathText } from "#components/ui/math-text.tsx";
import type { Segment } from "#lib/paths/contract.ts";

/** A trace as people read it: text with its mathematics set, code and outputs as they are, each set apart. */
export function TraceRendered({ segments }: { segments: readonly Segment[] }) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {segments.map((segment, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a trace's segments never move
        if (segment.type === "text") return <MathText key={index} text={segment.content} />;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a trace's segments never move
          <figure key={index} className="min-w-0 overflow-hidden rounded-md border border-line bg-sunken">
            <figcaption className="border-b border-line px-3 py-1 text-xs text-ink-muted">
              {segment.type === "code" ? "Python" : "Output"}
            </figcaption>
            <pre className="overflow-x-auto px-3 py-2 font-mono text-xs">{segment.content}</pre>
          </figure>
        );
      })}
    </div>
  );
}

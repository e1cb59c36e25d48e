import { useMemo } from "react";
import { cx } from "#components/ui/class-names.ts";
import { type DiffLine, diffOutputs, foldSame } from "./output-diff.ts";

/** Beyond so many lines a difference is not read line by line any more. */
const MOST_LINES = 200;

const SIGN = { same: " ", recorded: "−", ran: "+" } as const;
const SAID = { same: "", recorded: "Recorded: ", ran: "Ran: " } as const;
const LOOK = {
  same: "text-ink-muted",
  recorded: "bg-sunken text-ink",
  ran: "bg-warn-soft text-ink",
} as const;

interface OutputDiffProps {
  recorded: string;
  ran: string;
}

/** What the path records and what running the code printed, line by line, with what both share folded away. */
export function OutputDiff({ recorded, ran }: OutputDiffProps) {
  const lines = useMemo(() => foldSame(diffOutputs(recorded, ran)), [recorded, ran]);
  const left = lines.length - MOST_LINES;
  const differs = lines.some((line) => typeof line !== "number" && line.kind !== "same");
  if (!differs) return <p className="px-4 pb-2 text-ink-muted text-xs">They differ in blank space only.</p>;
  return (
    <div className="border-line border-t">
      <p className="flex gap-4 px-4 py-1 text-ink-muted text-xs">
        <span>− recorded in the path</span>
        <span>+ printed when it was run</span>
      </p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="max-h-72 overflow-auto border-line border-t font-mono text-xs leading-5"
      >
        {lines.slice(0, MOST_LINES).map((line, place) =>
          typeof line === "number" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line's place is its identity
            <span key={place} className="block px-4 text-ink-faint">
              {`  … ${line.toLocaleString("en")} ${line === 1 ? "line" : "lines"} the same`}
            </span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line's place is its identity
            <Line key={place} line={line} />
          ),
        )}
        {left > 0 ? (
          <span className="block px-4 text-ink-faint">{`  … and ${left.toLocaleString("en")} more`}</span>
        ) : null}
      </pre>
    </div>
  );
}

function Line({ line: { kind, text } }: { line: DiffLine }) {
  return (
    <span className={cx("block whitespace-pre-wrap px-4 [overflow-wrap:anywhere]", LOOK[kind])}>
      <span aria-hidden>{SIGN[kind]} </span>
      <span className="sr-only">{SAID[kind]}</span>
      {text}
    </span>
  );
}

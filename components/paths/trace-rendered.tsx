"use client";

import { useEffect, useRef } from "react";
import { cx } from "#components/ui/class-names.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import type { TextPlace } from "#components/ui/monaco/monaco-decorations.ts";
import { scrollToCentre } from "#components/ui/scroll-to-centre.ts";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import type { PathExecution, Segment, SegmentExecution } from "#lib/paths/contract.ts";
import { BLOCK_HINT, blockOutcome, EXECUTION_LABEL, EXECUTION_TONE } from "./execution-words.ts";
import { HighlightedCode } from "./highlighted-code.tsx";
import type { PlacedStep } from "./step-marks.ts";
import { ReasonText } from "./verdict-grounds.tsx";

/** A spot of a trace to be shown: its place in the source, and in which segment it is. */
export interface TraceSpot {
  segment: number;
  place: TextPlace;
}

interface TraceRenderedProps {
  segments: readonly Segment[];
  /** Wrong steps, named after the text that states them: formulas that are drawn can't be underlined in part. */
  wrong?: readonly PlacedStep[] | undefined;
  execution?: PathExecution | null | undefined;
  /** A new object brings that spot into view. */
  spot?: TraceSpot | null | undefined;
}

const none: readonly PlacedStep[] = [];

const spotId = (segment: number, { startLine, startColumn }: TextPlace) =>
  `${segment}:${startLine}:${startColumn}`;

/** A path's segments in order: text with its formulas drawn, code and its outputs in panels. */
export function TraceRendered({ segments, wrong = none, execution = null, spot }: TraceRenderedProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!spot) return;
    const find = (name: string, value: string) => host.current?.querySelector(`[data-${name}="${value}"]`);
    const found = find("spot", spotId(spot.segment, spot.place)) ?? find("segment", String(spot.segment));
    if (!(found instanceof HTMLElement)) return;
    found.focus({ preventScroll: true });
    scrollToCentre(found);
  }, [spot]);
  return (
    <div className="flex min-w-0 flex-col gap-3" ref={host}>
      {segments.map((segment, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment's place is its identity, and paths never change
        <div key={place} data-segment={place} tabIndex={-1} className="min-w-0 empty:hidden">
          <SegmentBlock
            segment={segment}
            execution={execution?.segments.find((each) => each.segment === place)}
          />
          <WrongSteps wrong={wrong.filter(({ step }) => step.segment === place)} first={wrong[0]} />
        </div>
      ))}
    </div>
  );
}

interface WrongStepsProps {
  wrong: readonly PlacedStep[];
  first: PlacedStep | undefined;
}

function WrongSteps({ wrong, first }: WrongStepsProps) {
  if (wrong.length === 0) return null;
  return (
    <ul aria-label="Wrong steps of this text" className="mt-2 flex flex-col gap-1">
      {wrong.map((each) => (
        <li
          key={each.step.start}
          data-spot={spotId(each.step.segment, each.place)}
          tabIndex={-1}
          className={cx(
            "flex flex-wrap items-center gap-x-2 rounded-sm border-bad border-l-2 px-2 py-1 text-xs",
            each === first && "bg-bad-soft",
          )}
        >
          <ToneDot tone="bad" label={each === first ? "The first wrong step" : "Wrong step"} showLabel />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <ReasonText reason={each.step.reason} />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface SegmentBlockProps {
  segment: Segment;
  /** What running it gave, where it is code that has been run. */
  execution: SegmentExecution | undefined;
}

function SegmentBlock({ segment, execution }: SegmentBlockProps) {
  const { type, content } = segment;
  if (type === "text") return content.trim() === "" ? null : <MathText text={content} />;
  const body = content.replace(/\s+$/, "");
  if (type === "code") {
    return (
      <figure className="min-w-0 overflow-hidden rounded-md border border-line">
        <figcaption className="flex h-8 items-center justify-between gap-2 border-line border-b bg-accent-soft pr-1 pl-3 text-accent-text text-xs">
          Code
          <span className="ml-auto">{execution ? <BlockMark execution={execution} /> : null}</span>
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

function BlockMark({ execution }: { execution: SegmentExecution }) {
  const outcome = blockOutcome(execution);
  return (
    <span title={BLOCK_HINT[outcome]} className="flex">
      <ToneDot tone={EXECUTION_TONE[outcome]} label={EXECUTION_LABEL[outcome]} showLabel />
    </span>
  );
}

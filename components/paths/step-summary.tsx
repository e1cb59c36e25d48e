"use client";

import { ArrowDownToLine } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { SegmentStep } from "#lib/answers/arithmetic.ts";
import type { PlacedStep } from "./step-marks.ts";
import { stepsText } from "./step-words.ts";
import { ReasonText } from "./verdict-grounds.tsx";

interface StepSummaryProps {
  steps: readonly SegmentStep[];
  /** Those of the steps that are wrong, in order. */
  wrong: readonly PlacedStep[];
  onShow: (step: PlacedStep) => void;
}

/** What checking a trace's arithmetic came to, above the trace; the key `w` leads to the first wrong step. */
export function StepSummary({ steps, wrong, onShow }: StepSummaryProps) {
  const [first] = wrong;
  useHotkeys({ w: () => (first ? onShow(first) : undefined) }, { enabled: first !== undefined });
  const text = stepsText(steps);
  if (text === null) return null;
  const allRight = steps.every(({ outcome }) => outcome === "right");
  return (
    <section aria-label="Arithmetic" className="border-line border-b px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <ToneDot
          tone={first ? "bad" : allRight ? "good" : "neutral"}
          label={first ? "Wrong arithmetic" : "Arithmetic"}
        />
        <p className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
          {text}
          {first ? (
            <>
              ; {wrong.length > 1 ? "first: " : ""}
              <ReasonText reason={first.step.reason} />
            </>
          ) : null}
        </p>
        {first ? (
          <Button
            size="sm"
            icon={<ArrowDownToLine aria-hidden className="size-3.5" />}
            shortcut="w"
            onClick={() => onShow(first)}
          >
            Go to the first wrong step
          </Button>
        ) : null}
      </div>
      {wrong.length > 1 ? <AllWrong wrong={wrong} onShow={onShow} /> : null}
    </section>
  );
}

function AllWrong({ wrong, onShow }: Pick<StepSummaryProps, "wrong" | "onShow">) {
  return (
    <details className="mt-1">
      <summary className="w-fit text-ink-muted text-xs">All wrong steps</summary>
      <ol className="mt-1 flex max-h-48 list-decimal flex-col gap-0.5 overflow-y-auto pl-6 text-xs">
        {wrong.map((each) => (
          <li key={`${each.step.segment} ${each.step.start}`}>
            <button
              type="button"
              className="max-w-full text-left text-accent-text underline-offset-2 [overflow-wrap:anywhere] hover:underline"
              onClick={() => onShow(each)}
            >
              <ReasonText reason={each.step.reason} />
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

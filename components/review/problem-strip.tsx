"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { RenderedOrRaw } from "#components/ui/rendered-or-raw.tsx";
import type { ReviewUnit } from "#lib/review/contract.ts";

interface ProblemStripProps {
  unit: ReviewUnit;
  shown: boolean;
  shortcut: string | undefined;
  onToggle: () => void;
}

/** The problem above the two answers, with its reference answer where there is one. */
export function ProblemStrip({ unit, shown, shortcut, onToggle }: ProblemStripProps) {
  return (
    <section aria-label="Problem" className="border-b border-line px-4 py-2">
      <div className="flex items-center gap-3">
        <Button
          variant="ghost"
          size="sm"
          icon={shown ? <ChevronDown /> : <ChevronRight />}
          shortcut={shortcut}
          aria-expanded={shown}
          onClick={onToggle}
        >
          Problem
        </Button>
        {unit.referenceAnswer === null ? null : (
          <span className="min-w-0 truncate text-ink-muted">
            Reference answer <span className="font-mono text-ink">{unit.referenceAnswer}</span>
          </span>
        )}
      </div>
      {shown ? (
        <div className="max-h-[24vh] overflow-auto pt-1">
          <RenderedOrRaw text={unit.problemText} />
        </div>
      ) : null}
    </section>
  );
}

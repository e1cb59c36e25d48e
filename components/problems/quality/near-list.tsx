"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { cx } from "#components/ui/class-names.ts";
import { MathInline } from "#components/ui/math-inline.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { WordDiffText } from "#components/ui/word-diff-text.tsx";
import type { NearProblem } from "#lib/problems/contract.ts";

interface NearListProps {
  project: string;
  /** The statement that they are near to. */
  text: string;
  near: readonly NearProblem[];
}

/** The API gives so many characters of the others, so both sides are compared that far. */
const COMPARED = 400;

/** Near problems with their scores; each opens to show word by word where the two differ. */
export function NearList({ project, text, near }: NearListProps) {
  return (
    <ul className="divide-y divide-line">
      {near.map((each) => (
        <Near key={each.id} project={project} text={text} near={each} />
      ))}
    </ul>
  );
}

function Near({ project, text, near }: { project: string; text: string; near: NearProblem }) {
  const [open, setOpen] = useState(false);
  const diff = useId();
  return (
    <li className="py-1">
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={diff}
          aria-label={`Compare with problem ${near.id}`}
          onClick={() => setOpen(!open)}
          className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-faint hover:bg-hover hover:text-ink"
        >
          <ChevronRight aria-hidden className={cx("size-4 transition-transform", open && "rotate-90")} />
        </button>
        <span className="shrink-0 tabular-nums" title="ROUGE-L, as an F-measure">
          {near.score.toFixed(2)}
        </span>
        <TextLink href={`/projects/${project}/problems/${near.id}`} className="shrink-0">
          {`Problem ${near.id}`}
        </TextLink>
        {near.split === "test" ? <Badge tone="warn">test split</Badge> : null}
      </div>
      <p className="ml-8 line-clamp-2 text-ink-muted text-xs">
        <MathInline text={near.text} />
      </p>
      <div id={diff} hidden={!open} className="mt-1 mb-2 rounded-md border border-line bg-sunken p-2">
        {open ? <WordDiffText before={text.slice(0, COMPARED)} after={near.text} /> : null}
      </div>
    </li>
  );
}

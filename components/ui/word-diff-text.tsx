"use client";

import { useMemo } from "react";
import { cx } from "./class-names.ts";
import { type DiffPart, foldedMiddle, wordDiff } from "./word-diff.ts";

type WordDiffTextProps = {
  before: string;
  after: string;
  /** Only one side, with what the other doesn't have marked in it; both by default. */
  side?: "both" | "before" | "after" | undefined;
  /** Long stretches that stayed are cut in their middle. */
  fold?: boolean | undefined;
  className?: string | undefined;
};

const kept = 240;

/** Two texts in one, exactly as they are written: what went is struck through, what came is underlined. */
export function WordDiffText({ before, after, side = "both", fold = true, className }: WordDiffTextProps) {
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  const hidden = side === "both" ? null : side === "before" ? "added" : "removed";
  return (
    <div
      className={cx("whitespace-pre-wrap font-mono text-xs leading-5 [overflow-wrap:anywhere]", className)}
    >
      {parts
        .filter(({ kind }) => kind !== hidden)
        .map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part's place is its identity
          <Part fold={fold} key={place} part={part} />
        ))}
    </div>
  );
}

function Part({ part: { kind, text }, fold }: { part: DiffPart; fold: boolean }) {
  if (kind === "removed")
    return <del className="rounded-xs bg-bad-soft text-bad decoration-bad/60">{text}</del>;
  if (kind === "added")
    return (
      <ins className="rounded-xs bg-good-soft text-good underline decoration-good/60 underline-offset-2">
        {text}
      </ins>
    );
  const folded = fold ? foldedMiddle(text, kept) : null;
  if (folded === null) return <span>{text}</span>;
  return (
    <span>
      {folded.start}
      <span className="mx-1 rounded-sm bg-sunken px-1 text-ink-faint">
        … {folded.left.toLocaleString("en")} characters the same …
      </span>
      {folded.end}
    </span>
  );
}

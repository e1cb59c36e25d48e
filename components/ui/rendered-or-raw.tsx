"use client";

import { useState } from "react";
import { cx } from "./class-names.ts";
import { CopyButton } from "./copy-button.tsx";
import { MathSource } from "./math-source.tsx";
import { MathText } from "./math-text.tsx";
import { Segmented } from "./segmented.tsx";

type RenderedOrRawProps = { text: string; defaultRaw?: boolean | undefined; className?: string | undefined };

const views = [
  { value: "rendered", label: "Rendered" },
  { value: "raw", label: "Raw" },
] as const;

/** A MathText that can be seen as it was written, and copied. */
export function RenderedOrRaw({ text, defaultRaw = false, className }: RenderedOrRawProps) {
  const [view, setView] = useState<"rendered" | "raw">(defaultRaw ? "raw" : "rendered");
  return (
    <div className={cx("flex min-w-0 flex-col gap-2", className)}>
      <div className="flex items-center justify-end gap-1">
        <CopyButton label="Copy the source" text={text} />
        <Segmented label="View" onChange={setView} options={views} value={view} />
      </div>
      {view === "raw" ? <MathSource text={text} /> : <MathText text={text} />}
    </div>
  );
}

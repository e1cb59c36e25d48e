"use client";

import type { ReactNode } from "react";
import { useState } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { MathSource } from "#components/ui/math-source.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";

const VIEWS = [
  { value: "rendered", label: "Rendered" },
  { value: "raw", label: "Raw", shortcut: "v" },
] as const;

/** A problem's statement, drawn or as it was written; `v` changes between the two. */
export function StatementPanel({ text, footer }: { text: string; footer?: ReactNode }) {
  const [view, setView] = useState<"rendered" | "raw">("rendered");
  useHotkeys({ v: () => setView(view === "raw" ? "rendered" : "raw") });
  return (
    <Panel
      title="Statement"
      actions={
        <>
          <CopyButton label="Copy the source" text={text} />
          <Kbd keys="v" />
          <Segmented label="View" value={view} onChange={setView} options={VIEWS} />
        </>
      }
      footer={footer}
    >
      {view === "raw" ? <MathSource text={text} /> : <MathText text={text} />}
    </Panel>
  );
}

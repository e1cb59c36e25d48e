"use client";

import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import type { WorkQueue } from "#lib/review/contract/work.ts";
import { KIND_ASKS } from "./review-words.ts";

interface InstructionsDialogProps {
  queue: WorkQueue;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What the lead wants of this queue's answers. Opens by itself the first time, and when they have changed. */
export function InstructionsDialog({ queue, open, onOpenChange }: InstructionsDialogProps) {
  const { id, instructions, name, kind } = queue;
  const opens = useRef(onOpenChange);
  useEffect(() => {
    opens.current = onOpenChange;
  });
  useEffect(() => {
    const key = `lemma.instructions.${id}`;
    if (instructions === "" || window.localStorage.getItem(key) === instructions) return;
    window.localStorage.setItem(key, instructions);
    opens.current(true);
  }, [id, instructions]);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={name}
      description={KIND_ASKS[kind]}
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          Start
        </Button>
      }
    >
      {instructions === "" ? (
        <p className="text-ink-muted">The lead has written no instructions.</p>
      ) : (
        <MathText text={instructions} />
      )}
    </Dialog>
  );
}

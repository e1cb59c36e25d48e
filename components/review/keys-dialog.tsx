"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { TaskKind } from "#lib/review/contract.ts";
import { type Remapped, type Shortcut, shortcutsOf, takenBy } from "./keymap.ts";

interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  kind: TaskKind;
  remapped: Remapped;
  onRemap: (remapped: Remapped) => void;
}

/** All keys of this kind of task; each can be another one. */
export function KeysDialog({ open, onOpenChange, kind, remapped, onRemap }: KeysDialogProps) {
  const { own, always } = shortcutsOf(kind, remapped);
  const [changing, setChanging] = useState<Shortcut | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const put = (shortcut: Shortcut, keys: string) => {
    const taken = takenBy(kind, remapped, shortcut.action, keys);
    setFault(taken ? `${keys} is “${taken.label}” already.` : null);
    if (taken) return;
    onRemap({ ...remapped, [`${kind}/${shortcut.action}`]: keys });
    setChanging(null);
  };
  const list = (title: string, shortcuts: readonly Shortcut[]) => (
    <section>
      <h3 className="mb-1 font-medium text-ink-faint text-xs">{title}</h3>
      <ul>
        {shortcuts.map((one) => (
          <li
            key={one.action}
            className="flex min-h-9 items-center justify-between gap-3 border-line border-b last:border-b-0"
          >
            <span>{one.label}</span>
            {changing?.action === one.action ? (
              <Input
                aria-label={`New key for ${one.label}`}
                autoFocus
                className="w-24"
                value=""
                placeholder="press it"
                onChange={() => {}}
                onKeyDown={(event) => {
                  if (event.key === "Tab" || event.key === "Escape" || event.key === "Shift") return;
                  event.preventDefault();
                  put(one, event.key.toLowerCase());
                }}
              />
            ) : (
              <Button size="sm" variant="ghost" onClick={() => setChanging(one)}>
                <span className="sr-only">{`Change the key of ${one.label}: ${one.keys}`}</span>
                <Kbd keys={one.keys} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title="Keys"
      description="Choose a key to change it. Changes are kept in this browser."
      footer={
        <>
          <Button onClick={() => onRemap({})}>As usual</Button>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Done
          </Button>
        </>
      }
    >
      <p role="alert" className="text-bad empty:hidden">
        {fault}
      </p>
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {list("Answer", own)}
        {list("Also", always)}
      </div>
    </Dialog>
  );
}

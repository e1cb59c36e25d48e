"use client";

import { Dialog } from "./dialog.tsx";
import { Kbd } from "./kbd.tsx";

export type ShortcutGroup = { title: string; shortcuts: readonly { keys: string; label: string }[] };

type ShortcutsDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly ShortcutGroup[];
};

export function ShortcutsDialog({ open, onOpenChange, groups }: ShortcutsDialogProps) {
  return (
    <Dialog onOpenChange={onOpenChange} open={open} size="lg" title="Keyboard shortcuts">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 font-medium text-ink-faint text-xs">{group.title}</h3>
            <ul>
              {group.shortcuts.map((shortcut) => (
                <li
                  className="flex min-h-8 items-center justify-between gap-4 border-line border-b last:border-b-0"
                  key={shortcut.keys}
                >
                  <span>{shortcut.label}</span>
                  <span className="sr-only">{shortcut.keys}</span>
                  <Kbd className="pointer-coarse:inline-flex" keys={shortcut.keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

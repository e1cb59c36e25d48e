"use client";

import { CircleHelp, Undo2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { TaskKind } from "#lib/review/contract.ts";
import type { Action, Shortcut } from "./keymap.ts";

interface AnswerBarProps {
  kind: TaskKind;
  own: readonly Shortcut[];
  always: readonly Shortcut[];
  disabled: boolean;
  onAction: (action: Action) => void;
}

/** Keys that have a button: of a pair one strength, of a ranking those that send. */
const BUTTONS: Record<TaskKind, (action: Action) => boolean> = {
  pair: (action) => !action.endsWith("clearly"),
  score: () => true,
  seed: (action) => ["good", "bad", "undecided"].includes(action),
  first_wrong: (action) => action === "step-mark" || action === "step-none",
  ranking: (action) => action === "send" || action === "rank-back",
};

/** What can be said of the unit, each with its key. */
export function AnswerBar({ kind, own, always, disabled, onAction }: AnswerBarProps) {
  const keyOf = (action: Action) => always.find((one) => one.action === action)?.keys;
  return (
    <div
      role="toolbar"
      aria-label="Your answer"
      className="flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-2"
    >
      {own
        .filter(({ action }) => BUTTONS[kind](action))
        .map(({ action, keys, label }) => (
          <Button
            key={action}
            variant="secondary"
            shortcut={keys}
            disabled={disabled}
            onClick={() => onAction(action)}
          >
            {label}
          </Button>
        ))}
      <Button variant="ghost" shortcut={keyOf("skip")} disabled={disabled} onClick={() => onAction("skip")}>
        Skip
      </Button>
      <span className="ml-auto flex items-center gap-1">
        <Button variant="ghost" icon={<Undo2 />} shortcut={keyOf("undo")} onClick={() => onAction("undo")}>
          Undo
        </Button>
        <IconButton
          label="Keyboard shortcuts"
          icon={<CircleHelp />}
          shortcut={keyOf("help")}
          onClick={() => onAction("help")}
        />
      </span>
    </div>
  );
}

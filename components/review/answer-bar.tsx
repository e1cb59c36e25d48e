"use client";

import { CircleHelp, Undo2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { SideAnswer } from "#lib/review/contract.ts";
import { ANSWER_KEYS } from "./keys.ts";

interface AnswerBarProps {
  disabled: boolean;
  onVote: (answer: SideAnswer) => void;
  onUndo: () => void;
  onHelp: () => void;
}

export function AnswerBar({ disabled, onVote, onUndo, onHelp }: AnswerBarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Your answer"
      className="flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-2"
    >
      {ANSWER_KEYS.map(({ answer, keys, label }) => (
        <Button
          key={answer}
          variant={answer === "skip" ? "ghost" : "secondary"}
          shortcut={keys}
          disabled={disabled}
          onClick={() => onVote(answer)}
        >
          {label}
        </Button>
      ))}
      <span className="ml-auto flex items-center gap-1">
        <Button variant="ghost" icon={<Undo2 />} shortcut="u" onClick={onUndo}>
          Undo
        </Button>
        <IconButton label="Keyboard shortcuts" icon={<CircleHelp />} shortcut="?" onClick={onHelp} />
      </span>
    </div>
  );
}

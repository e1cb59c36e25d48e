"use client";

import { useId } from "react";
import { type TaskKind, taskKind } from "#lib/review/contract.ts";
import { TASK_ASKS, TASK_WORD } from "./queue-words.ts";

interface KindChoiceProps {
  value: TaskKind;
  onChange: (kind: TaskKind) => void;
}

/** What reviewers are asked: five kinds, each with its question. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">What reviewers are asked</legend>
      <div className="divide-y divide-line overflow-hidden rounded-md border border-line-strong">
        {taskKind.options.map((kind) => (
          <label
            key={kind}
            className="flex cursor-pointer items-start gap-2.5 px-3 py-2 hover:bg-hover has-checked:bg-selected"
          >
            <input
              type="radio"
              name={id}
              aria-describedby={`${id}-${kind}`}
              aria-labelledby={`${id}-${kind}-label`}
              checked={kind === value}
              onChange={() => onChange(kind)}
              className="mt-1 accent-accent"
            />
            <span>
              <span className="block font-medium" id={`${id}-${kind}-label`}>
                {TASK_WORD[kind]}
              </span>
              <span className="block text-ink-muted text-xs" id={`${id}-${kind}`}>
                {TASK_ASKS[kind]}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

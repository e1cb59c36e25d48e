"use client";

import { type KeyboardEvent, useState } from "react";
import { Input } from "#components/ui/input.tsx";

interface NameFieldProps {
  label: string;
  name: string;
  /** With the new name, trimmed; not called for an empty one or where nothing changed. */
  onSave: (name: string) => void;
  /** `left`: by going elsewhere, so that the focus shouldn't be taken back. */
  onCancel: (left: boolean) => void;
}

/** A name as it is written in place: Enter and going elsewhere save it, Escape doesn't. */
export function NameField({ label, name, onSave, onCancel }: NameFieldProps) {
  const [value, setValue] = useState(name);
  const [ended, setEnded] = useState(false);

  function end(left: boolean): void {
    if (ended) return;
    setEnded(true);
    const next = value.trim();
    if (next === "" || next === name) onCancel(left);
    else onSave(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") end(false);
    if (event.key === "Escape") {
      setEnded(true);
      onCancel(false);
    }
  }

  return (
    <Input
      aria-label={label}
      className="h-7 max-w-72 px-1.5"
      value={value}
      maxLength={200}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(true)}
    />
  );
}

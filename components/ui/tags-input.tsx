"use client";

import { Field } from "@base-ui/react/field";
import { X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { cx } from "./class-names.ts";
import { controlClass } from "./control-style.ts";

type TagsInputProps = {
  value: readonly string[];
  onChange: (value: string[]) => void;
  onBlur?: (() => void) | undefined;
  placeholder?: string | undefined;
  /** Characters of one tag. */
  maxLength?: number | undefined;
  /** The accessible name where no Field gives one. */
  label?: string | undefined;
};

/** Words as tags. Enter, a comma or leaving the field makes one; Backspace in the empty field takes the last away. */
export function TagsInput({ value, onChange, onBlur, placeholder, maxLength, label }: TagsInputProps) {
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);

  const add = (text: string) => {
    const words = text
      .split(",")
      .map((word) => word.trim().slice(0, maxLength))
      .filter((word) => word !== "");
    const next = [...new Set([...value, ...words])];
    if (next.length > value.length) onChange(next);
    setTyped("");
  };
  const remove = (tag: string) => {
    onChange(value.filter((other) => other !== tag));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && !command && typed.trim() !== "") {
      event.preventDefault();
      add(typed);
    }
    // What is half typed belongs to what a command, such as saving, is about to take.
    if (command && ["s", "Enter"].includes(event.key)) add(typed);
    const last = value.at(-1);
    if (event.key === "Backspace" && typed === "" && last !== undefined) onChange(value.slice(0, -1));
  };

  return (
    <div
      className={cx(
        controlClass,
        "flex min-h-8 flex-wrap items-center gap-1 px-1.5 py-0.5 focus-within:border-focus focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1",
      )}
    >
      {value.map((tag) => (
        <span
          className="inline-flex h-6 max-w-full items-center gap-0.5 rounded-sm bg-sunken pl-1.5 text-xs"
          key={tag}
        >
          <span className="truncate">{tag}</span>
          <button
            aria-label={`Remove ${tag}`}
            className="flex size-5 items-center justify-center rounded-sm text-ink-faint hover:text-ink pointer-coarse:size-8"
            onClick={() => remove(tag)}
            type="button"
          >
            <X aria-hidden className="size-3" />
          </button>
        </span>
      ))}
      <Field.Control
        aria-label={label}
        className="h-6 min-w-24 flex-1 bg-transparent px-1 outline-none pointer-coarse:h-9"
        onBlur={() => {
          add(typed);
          onBlur?.();
        }}
        onKeyDown={onKeyDown}
        onValueChange={(text) => (text.includes(",") ? add(text) : setTyped(text))}
        placeholder={value.length === 0 ? placeholder : undefined}
        ref={input}
        value={typed}
      />
    </div>
  );
}

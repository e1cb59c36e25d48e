"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cx } from "./class-names.ts";
import { controlClass } from "./control-style.ts";
import { Kbd } from "./kbd.tsx";
import { useHotkeys } from "./use-hotkeys.ts";

type SearchInputProps = {
  value: string;
  /** Called 200 ms after the last key, at once on Enter and on clearing. */
  onChange: (value: string) => void;
  label: string;
  placeholder?: string | undefined;
  /** Puts the cursor here; null for none. */
  hotkey?: string | null | undefined;
  className?: string | undefined;
};

const pause = 200;

export function SearchInput({
  value,
  onChange,
  label,
  placeholder,
  hotkey = "/",
  className,
}: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(value);
  const sent = useRef(value);

  // What comes from outside (the back button, "clear filters") replaces the draft; our own echo doesn't.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setDraft(value);
  }, [value]);

  const send = (next: string) => {
    if (next === sent.current) return;
    sent.current = next;
    onChange(next);
  };
  const latestSend = useRef(send);
  useEffect(() => {
    latestSend.current = send;
  });
  useEffect(() => {
    const timer = setTimeout(() => latestSend.current(draft), pause);
    return () => clearTimeout(timer);
  }, [draft]);

  useHotkeys(
    hotkey === null
      ? {}
      : {
          [hotkey]: () => {
            input.current?.focus();
            input.current?.select();
          },
        },
  );

  const clear = () => {
    setDraft("");
    send("");
  };

  return (
    <div className={cx("relative w-64 max-w-full narrow:w-full", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-2 my-auto size-3.5 text-ink-faint"
      />
      <input
        aria-label={label}
        className={cx(
          controlClass,
          "h-7 pr-8 pl-7 pointer-coarse:h-10 [&::-webkit-search-cancel-button]:hidden",
        )}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") send(draft);
          if (event.key === "Escape") {
            event.preventDefault();
            if (draft === "") event.currentTarget.blur();
            else clear();
          }
        }}
        placeholder={placeholder ?? label}
        ref={input}
        type="search"
        value={draft}
      />
      <span className="absolute inset-y-0 right-1.5 flex items-center">
        {draft !== "" ? (
          <button
            aria-label="Clear search"
            className="rounded-sm p-0.5 text-ink-faint hover:text-ink"
            onClick={clear}
            type="button"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        ) : hotkey !== null ? (
          <Kbd keys={hotkey} />
        ) : null}
      </span>
    </div>
  );
}

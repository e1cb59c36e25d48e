"use client";

import { cx } from "./class-names.ts";
import { keyCaps } from "./hotkey.ts";
import { useAppleKeyboard } from "./use-apple-keyboard.ts";

type KbdProps = { keys: string; className?: string | undefined };

export function Kbd({ keys, className }: KbdProps) {
  const strokes = keyCaps(keys, useAppleKeyboard());
  return (
    <span aria-hidden className="inline-flex items-center gap-1 pointer-coarse:hidden">
      {strokes.map((caps) => (
        <kbd
          className={cx(
            "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-sunken px-1 font-sans text-2xs text-ink-muted leading-none",
            className,
          )}
          key={caps.join("+")}
        >
          {caps.join(" ")}
        </kbd>
      ))}
    </span>
  );
}

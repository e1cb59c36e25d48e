"use client";

import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonVariant, buttonClass, type ControlSize } from "./button-style.ts";
import { cx } from "./class-names.ts";
import { ariaKeyShortcuts } from "./hotkey.ts";
import { Kbd } from "./kbd.tsx";
import { Spinner } from "./spinner.tsx";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  icon?: ReactNode;
  /** Work is under way: shows a spinner, swallows clicks and keeps the button's width and focus. */
  pending?: boolean | undefined;
  /** Shown and announced only; bind it with `useHotkeys`. */
  shortcut?: string | undefined;
};

export function Button(props: ButtonProps) {
  const { variant, size, icon, pending = false, shortcut, className, children, onClick, ...rest } = props;
  const swallow = (event: MouseEvent<HTMLButtonElement>) => event.preventDefault();
  return (
    <button
      type="button"
      {...rest}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest["aria-disabled"]}
      aria-keyshortcuts={shortcut ? ariaKeyShortcuts(shortcut) : undefined}
      className={cx(buttonClass({ variant, size }), className)}
      onClick={pending ? swallow : onClick}
    >
      {pending ? <Spinner className="absolute" /> : null}
      <span className={cx("inline-flex items-center gap-1.5", pending && "opacity-0")}>
        {icon}
        {children}
        {shortcut ? (
          <Kbd className="-mr-1 border-current/25 bg-transparent text-current" keys={shortcut} />
        ) : null}
      </span>
    </button>
  );
}

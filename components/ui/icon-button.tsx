"use client";

import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariant, buttonClass, type ControlSize } from "./button-style.ts";
import { cx } from "./class-names.ts";
import { ariaKeyShortcuts } from "./hotkey.ts";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** The accessible name, and the tooltip. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  shortcut?: string | undefined;
  pending?: boolean | undefined;
};

export function IconButton(props: IconButtonProps) {
  const { label, icon, variant = "ghost", size, shortcut, pending = false, className, ...rest } = props;
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        aria-busy={pending || undefined}
        aria-disabled={pending || rest["aria-disabled"]}
        aria-keyshortcuts={shortcut ? ariaKeyShortcuts(shortcut) : undefined}
        aria-label={label}
        className={cx(buttonClass({ variant, size, square: true }), className)}
        onClick={pending ? undefined : rest.onClick}
      >
        {pending ? <Spinner /> : icon}
      </button>
    </Tooltip>
  );
}

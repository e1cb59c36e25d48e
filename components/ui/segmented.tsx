"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";
import type { ControlSize } from "./button-style.ts";
import { cx } from "./class-names.ts";
import { ariaKeyShortcuts } from "./hotkey.ts";

type Segment<T extends string> = {
  value: T;
  label: string;
  icon?: ReactNode;
  shortcut?: string | undefined;
};

type SegmentedProps<T extends string> = {
  value: T;
  onChange: (value: T) => void;
  label: string;
  options: readonly Segment<T>[];
  size?: ControlSize | undefined;
  iconsOnly?: boolean | undefined;
  className?: string | undefined;
};

/** One choice of a few, all in view. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { value, onChange, label, options, size = "sm", iconsOnly, className } = props;
  return (
    <ToggleGroup
      aria-label={label}
      className={cx("inline-flex shrink-0 rounded-md border border-line-strong bg-sunken p-px", className)}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next[0]);
        // Pressing the chosen one again empties the group: one is always chosen here.
        if (chosen !== undefined) onChange(chosen.value);
      }}
      value={[value]}
    >
      {options.map((option) => (
        <Toggle
          aria-keyshortcuts={option.shortcut ? ariaKeyShortcuts(option.shortcut) : undefined}
          aria-label={iconsOnly ? option.label : undefined}
          className={cx(
            "inline-flex items-center gap-1.5 whitespace-nowrap rounded-sm border border-transparent px-2 text-ink-muted hover:text-ink data-pressed:border-line-strong data-pressed:bg-raised data-pressed:text-ink [&_svg]:size-3.5",
            size === "sm" ? "h-6 text-xs pointer-coarse:h-8" : "h-7 text-sm pointer-coarse:h-9",
          )}
          key={option.value}
          title={iconsOnly ? option.label : undefined}
          value={option.value}
        >
          {option.icon}
          {iconsOnly ? null : option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}

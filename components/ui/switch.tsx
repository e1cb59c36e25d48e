"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import { cx } from "./class-names.ts";

type SwitchProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

/** A setting that takes effect at once; for something to be submitted use a Checkbox. */
export function Switch({ checked, onChange, label, hint, disabled = false, className }: SwitchProps) {
  const id = useId();
  return (
    <label
      className={cx(
        "flex items-start gap-2.5 pointer-coarse:py-1.5",
        disabled ? "cursor-not-allowed" : "cursor-pointer",
        className,
      )}
      htmlFor={id}
    >
      <Base.Root
        aria-describedby={hint ? `${id}-hint` : undefined}
        aria-labelledby={`${id}-label`}
        checked={checked}
        className="mt-0.5 flex h-4 w-7 shrink-0 rounded-full border border-line-control bg-sunken p-px transition-colors duration-100 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
        disabled={disabled}
        id={id}
        onCheckedChange={(next) => onChange(next)}
      >
        <Base.Thumb className="size-3 rounded-full bg-ink-faint transition-[translate,background-color] duration-100 data-checked:translate-x-3 data-checked:bg-accent-ink" />
      </Base.Root>
      <span className="min-w-0">
        <span id={`${id}-label`}>{label}</span>
        {hint ? (
          <span className="block text-ink-faint text-xs" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}

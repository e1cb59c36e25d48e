"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./class-names.ts";

type CheckboxProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Shown beside the box; without it give `ariaLabel`. */
  label?: ReactNode;
  ariaLabel?: string | undefined;
  hint?: ReactNode;
  indeterminate?: boolean | undefined;
  disabled?: boolean | undefined;
  tabIndex?: number | undefined;
  className?: string | undefined;
};

export function Checkbox(props: CheckboxProps) {
  const { checked, onChange, label, ariaLabel, hint, indeterminate = false, disabled = false } = props;
  const id = useId();
  const box = (
    <Base.Root
      aria-describedby={hint ? `${id}-hint` : undefined}
      aria-label={ariaLabel}
      aria-labelledby={label === undefined ? undefined : `${id}-label`}
      checked={checked}
      className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-control bg-raised text-accent-ink data-checked:border-accent data-indeterminate:border-accent data-checked:bg-accent data-indeterminate:bg-accent data-disabled:opacity-50"
      disabled={disabled}
      id={id}
      indeterminate={indeterminate}
      onCheckedChange={(next) => onChange(next)}
      tabIndex={props.tabIndex}
    >
      <Base.Indicator className="flex">
        {indeterminate ? (
          <Minus aria-hidden className="size-3" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="size-3" strokeWidth={3} />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  if (label === undefined) return box;
  return (
    <label
      className={cx(
        "flex items-start gap-2 pointer-coarse:py-1.5",
        disabled ? "cursor-not-allowed" : "cursor-pointer",
        props.className,
      )}
      htmlFor={id}
    >
      {box}
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

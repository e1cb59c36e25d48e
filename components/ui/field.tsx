"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  required?: boolean | undefined;
  optional?: boolean | undefined;
  /** To the right of the label, e.g. a link. */
  action?: ReactNode;
  /** One Input, Textarea, Select or Combobox: it finds its label, hint and error by itself. */
  children: ReactNode;
  className?: string | undefined;
};

export function Field({ label, hint, error, required, optional, action, children, className }: FieldProps) {
  const invalid = error !== null && error !== undefined && error !== "";
  return (
    <Base.Root className={cx("flex min-w-0 flex-col gap-1", className)} invalid={invalid}>
      <span className="flex items-baseline justify-between gap-2">
        <Base.Label className="font-medium text-ink text-xs">
          {label}
          {required ? <span className="text-bad"> *</span> : null}
          {optional ? <span className="font-normal text-ink-faint"> (optional)</span> : null}
        </Base.Label>
        {action}
      </span>
      {children}
      {invalid ? (
        <Base.Error className="text-bad text-xs" match>
          {error}
        </Base.Error>
      ) : null}
      {hint ? <Base.Description className="text-ink-faint text-xs">{hint}</Base.Description> : null}
    </Base.Root>
  );
}

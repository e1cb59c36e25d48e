"use client";

import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cx } from "./class-names.ts";
import { controlClass } from "./control-style.ts";

type TextareaProps = Omit<ComponentProps<"textarea">, "ref"> & {
  invalid?: boolean | undefined;
  mono?: boolean | undefined;
  /** Grows with what is typed, up to 60 % of the window's height. */
  grow?: boolean | undefined;
};

export function Textarea({ invalid, mono, grow, rows = 4, className, ...rest }: TextareaProps) {
  const style = cx(
    controlClass,
    "block min-h-16 resize-y px-2.5 py-1.5 read-only:bg-sunken",
    mono && "font-mono text-xs leading-5",
    grow && "field-sizing-content max-h-[60vh] resize-none",
    className,
  );
  return (
    <Field.Control
      render={<textarea {...rest} aria-invalid={invalid || undefined} className={style} rows={rows} />}
    />
  );
}

"use client";

import { Input as Base } from "@base-ui/react/input";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names.ts";
import { controlClass } from "./control-style.ts";

type InputProps = Omit<ComponentProps<"input">, "size" | "className" | "defaultValue" | "value"> & {
  value?: string | number | undefined;
  defaultValue?: string | number | undefined;
  className?: string | undefined;
  invalid?: boolean | undefined;
  mono?: boolean | undefined;
  /** Inside the field, at its start. */
  icon?: ReactNode;
};

export function Input({ invalid, mono, icon, className, ...rest }: InputProps) {
  const input = (
    <Base
      {...rest}
      aria-invalid={invalid || undefined}
      className={cx(
        controlClass,
        "h-8 px-2.5 read-only:bg-sunken pointer-coarse:h-10",
        mono && "font-mono text-xs",
        icon !== undefined && "pl-8",
        icon === undefined && className,
      )}
    />
  );
  if (icon === undefined) return input;
  return (
    <span className={cx("relative block", className)}>
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-ink-faint [&_svg]:size-4"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}

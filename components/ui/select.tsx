"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ControlSize } from "./button-style.ts";
import { cx } from "./class-names.ts";
import { controlClass, optionClass, popupClass } from "./control-style.ts";

export type Option<T extends string> = {
  value: T;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
};

type SelectProps<T extends string> = {
  value: T | null;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
  /** The accessible name where no Field gives one. */
  label?: string | undefined;
  placeholder?: string | undefined;
  size?: ControlSize | undefined;
  disabled?: boolean | undefined;
  invalid?: boolean | undefined;
  name?: string | undefined;
  className?: string | undefined;
};

export function Select<T extends string>(props: SelectProps<T>) {
  const { value, onChange, options, label, placeholder = "Choose…", size = "md", className, invalid } = props;
  return (
    <Base.Root
      disabled={props.disabled ?? false}
      items={options.map(({ value, label }) => ({ value, label }))}
      modal={false}
      name={props.name ?? ""}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
      value={value}
    >
      <Base.Trigger
        aria-invalid={invalid || undefined}
        aria-label={label}
        className={cx(
          controlClass,
          "inline-flex items-center justify-between gap-2 text-left",
          size === "sm" ? "h-7 px-2 text-xs pointer-coarse:h-9" : "h-8 px-2.5 pointer-coarse:h-10",
          className,
        )}
      >
        <Base.Value className="truncate data-placeholder:text-ink-faint" placeholder={placeholder} />
        <Base.Icon className="text-ink-faint">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner alignItemWithTrigger={false} className="z-50 outline-none" sideOffset={4}>
          <Base.Popup
            className={cx(
              popupClass,
              "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1",
            )}
          >
            {options.map((option) => (
              <Base.Item
                className={optionClass}
                disabled={option.disabled ?? false}
                key={option.value}
                value={option.value}
              >
                <span className="flex size-4 shrink-0 items-center">
                  <Base.ItemIndicator>
                    <Check aria-hidden className="size-3.5" />
                  </Base.ItemIndicator>
                </span>
                <span className="min-w-0">
                  <Base.ItemText>{option.label}</Base.ItemText>
                  {option.hint ? <span className="block text-ink-faint text-xs">{option.hint}</span> : null}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, X } from "lucide-react";
import { cx } from "./class-names.ts";
import { controlClass, optionClass, popupClass } from "./control-style.ts";
import type { Option } from "./select.tsx";
import { Spinner } from "./spinner.tsx";

type ComboboxProps<T extends string> = {
  value: T | null;
  onChange: (value: T | null) => void;
  options: readonly Option<T>[];
  /** The accessible name where no Field gives one. */
  label?: string | undefined;
  placeholder?: string | undefined;
  emptyText?: string | undefined;
  clearable?: boolean | undefined;
  disabled?: boolean | undefined;
  invalid?: boolean | undefined;
  /** With it the caller filters: `options` are shown as they come. */
  onQueryChange?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
  className?: string | undefined;
};

const iconButton =
  "flex h-full w-6 items-center justify-center rounded-sm text-ink-faint hover:text-ink disabled:pointer-events-none";

export function Combobox<T extends string>(props: ComboboxProps<T>) {
  const {
    value,
    onChange,
    options,
    label,
    placeholder,
    emptyText = "Nothing matches.",
    onQueryChange,
  } = props;
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      autoHighlight
      disabled={props.disabled ?? false}
      // A null filter shows all items: the caller has filtered already.
      {...(onQueryChange ? { filter: null } : {})}
      isItemEqualToValue={(item: Option<T>, other: Option<T>) => item.value === other.value}
      items={options}
      onInputValueChange={(query, details) => {
        if (details.reason === "input-change") onQueryChange?.(query);
      }}
      onValueChange={(next: Option<T> | null) => onChange(next === null ? null : next.value)}
      value={chosen}
    >
      <Base.InputGroup className={cx("relative block w-full", props.className)}>
        <Base.Input
          aria-invalid={props.invalid || undefined}
          aria-label={label}
          className={cx(controlClass, "h-8 pr-14 pl-2.5 pointer-coarse:h-10")}
          placeholder={placeholder}
        />
        <span className="absolute inset-y-0 right-1 flex items-center">
          {props.loading ? <Spinner className="mr-1 text-ink-faint" label="Searching" /> : null}
          {props.clearable ? (
            <Base.Clear aria-label="Clear" className={iconButton}>
              <X aria-hidden className="size-3.5" />
            </Base.Clear>
          ) : null}
          <Base.Trigger aria-label="Show options" className={iconButton}>
            <ChevronsUpDown aria-hidden className="size-3.5" />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4}>
          <Base.Popup className={cx(popupClass, "w-(--anchor-width) max-w-(--available-width)")}>
            <Base.Empty>
              <span className="block px-3 py-2 text-ink-faint text-sm">{emptyText}</span>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0">
              {(option: Option<T>) => (
                <Base.Item
                  className={optionClass}
                  disabled={option.disabled ?? false}
                  key={option.value}
                  value={option}
                >
                  <span className="flex size-4 shrink-0 items-center">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-3.5" />
                    </Base.ItemIndicator>
                  </span>
                  <span className="min-w-0">
                    <span className="block truncate">{option.label}</span>
                    {option.hint ? (
                      <span className="block truncate text-ink-faint text-xs">{option.hint}</span>
                    ) : null}
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

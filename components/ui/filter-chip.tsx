"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown, X } from "lucide-react";
import { cx } from "./class-names.ts";
import { optionClass, popupClass } from "./control-style.ts";
import type { Tone } from "./tone.ts";
import { ToneDot } from "./tone-dot.tsx";

type FilterOption<T extends string> = {
  value: T;
  label: string;
  count?: number | undefined;
  tone?: Tone | undefined;
};

type FilterChipProps<T extends string> = {
  label: string;
  value: readonly T[];
  options: readonly FilterOption<T>[];
  onChange: (value: T[]) => void;
  /** At most one at a time. */
  single?: boolean | undefined;
  /** Shows a search field in the list; by default from 8 options on. */
  searchable?: boolean | undefined;
};

function summary<T extends string>(value: readonly T[], options: readonly FilterOption<T>[]): string {
  const first = options.find((option) => option.value === value[0])?.label ?? value[0] ?? "";
  return value.length > 1 ? `${first} +${value.length - 1}` : first;
}

export function FilterChip<T extends string>(props: FilterChipProps<T>) {
  const { label, value, options, onChange, single = false, searchable = options.length >= 8 } = props;
  const active = value.length > 0;
  const chosen = options.filter((option) => value.includes(option.value));
  const change = (next: FilterOption<T>[]) => {
    const values = next.map((option) => option.value);
    onChange(single ? values.slice(-1) : values);
  };

  return (
    <span
      className={cx(
        "inline-flex h-7 max-w-full items-stretch overflow-hidden rounded-md border text-xs focus-within:border-focus pointer-coarse:h-9",
        active ? "border-accent-text/40 bg-accent-soft" : "border-line-strong border-dashed hover:bg-hover",
      )}
    >
      <Base.Root
        isItemEqualToValue={(a: FilterOption<T>, b: FilterOption<T>) => a.value === b.value}
        items={options}
        multiple
        onValueChange={(next: FilterOption<T>[]) => change(next)}
        value={chosen}
      >
        <Base.Trigger
          aria-label={
            active ? `${label}: ${chosen.map((option) => option.label).join(", ")}` : `Filter by ${label}`
          }
          className="inline-flex min-w-0 items-center gap-1.5 px-2 text-ink-muted focus-visible:-outline-offset-2"
        >
          <span className="shrink-0">{label}</span>
          {active ? (
            <span className="truncate font-medium text-ink">{summary(value, options)}</span>
          ) : (
            <ChevronDown aria-hidden className="size-3 text-ink-faint" />
          )}
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner align="start" className="z-50 outline-none" sideOffset={4}>
            <Base.Popup aria-label={label} className={cx(popupClass, "min-w-44 max-w-80")}>
              <div className={searchable ? "border-line border-b p-1.5" : "sr-only"}>
                <Base.Input
                  aria-label={`Search ${label}`}
                  className="h-6 w-full bg-transparent px-1.5 text-sm outline-none pointer-coarse:h-9"
                  placeholder="Search…"
                />
              </div>
              <Base.Empty>
                <span className="block px-3 py-2 text-ink-faint text-sm">Nothing matches.</span>
              </Base.Empty>
              <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0">
                {(option: FilterOption<T>) => (
                  <Base.Item className={optionClass} key={option.value} value={option}>
                    <span className="flex size-4 shrink-0 items-center">
                      <Base.ItemIndicator>
                        <Check aria-hidden className="size-3.5" />
                      </Base.ItemIndicator>
                    </span>
                    {option.tone ? (
                      <ToneDot className="min-w-0 flex-1" label={option.label} showLabel tone={option.tone} />
                    ) : (
                      <span className="min-w-0 flex-1 truncate">{option.label}</span>
                    )}
                    {option.count === undefined ? null : (
                      <span className="text-ink-faint text-xs">{option.count.toLocaleString("en")}</span>
                    )}
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      {active ? (
        <button
          aria-label={`Remove filter ${label}`}
          className="flex w-6 items-center justify-center text-ink-faint hover:bg-hover hover:text-ink focus-visible:-outline-offset-2"
          onClick={() => onChange([])}
          type="button"
        >
          <X aria-hidden className="size-3" />
        </button>
      ) : null}
    </span>
  );
}

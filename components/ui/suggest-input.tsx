"use client";

import { Autocomplete as Base } from "@base-ui/react/autocomplete";
import { cx } from "./class-names.ts";
import { controlClass, optionClass, popupClass } from "./control-style.ts";

export type Suggestion = { value: string; hint?: string | undefined };

type SuggestInputProps = {
  value: string;
  onChange: (value: string) => void;
  /** Known values; any other may be typed as well. */
  suggestions: readonly Suggestion[];
  onBlur?: (() => void) | undefined;
  /** The accessible name where no Field gives one. */
  label?: string | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  className?: string | undefined;
};

/** A text field that offers what is known already. */
export function SuggestInput(props: SuggestInputProps) {
  const { value, onChange, suggestions, label, placeholder, className } = props;
  return (
    <Base.Root
      items={suggestions}
      itemToStringValue={(item: Suggestion) => item.value}
      onValueChange={onChange}
      openOnInputClick
      value={value}
    >
      <Base.Input
        aria-label={label}
        className={cx(controlClass, "h-8 px-2.5 pointer-coarse:h-10", className)}
        maxLength={props.maxLength}
        onBlur={props.onBlur}
        placeholder={placeholder}
      />
      <Base.Portal>
        <Base.Positioner align="start" className="z-50 outline-none data-empty:hidden" sideOffset={4}>
          <Base.Popup
            className={cx(popupClass, "w-(--anchor-width) max-w-(--available-width) data-empty:hidden")}
          >
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 data-empty:p-0">
              {(item: Suggestion) => (
                <Base.Item className={cx(optionClass, "justify-between")} key={item.value} value={item}>
                  <span className="truncate">{item.value}</span>
                  {item.hint ? <span className="shrink-0 text-ink-faint text-xs">{item.hint}</span> : null}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

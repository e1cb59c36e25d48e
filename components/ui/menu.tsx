"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./class-names.ts";
import { optionClass, popupClass } from "./control-style.ts";
import { Kbd } from "./kbd.tsx";

export type MenuEntry =
  | {
      kind: "item";
      label: string;
      onSelect: () => void;
      icon?: ReactNode;
      shortcut?: string | undefined;
      danger?: boolean | undefined;
      disabled?: boolean | undefined;
    }
  | { kind: "link"; label: string; href: string; icon?: ReactNode }
  | { kind: "check"; label: string; checked: boolean; onChange: (checked: boolean) => void }
  | { kind: "heading"; label: string }
  | { kind: "separator" };

type MenuProps = {
  /** A Button or IconButton. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  label?: string | undefined;
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "right" | "bottom" | "left" | undefined;
};

export function Menu({ trigger, entries, label, align = "start", side = "bottom" }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} className="z-50 outline-none" side={side} sideOffset={4}>
          <Base.Popup
            aria-label={label}
            className={cx(popupClass, "max-h-(--available-height) min-w-44 max-w-80 overflow-y-auto p-1")}
          >
            {entries.map((entry, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no other identity, and entries keep their order
              <Entry entry={entry} key={position} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const rowClass = cx(optionClass, "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint");

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "separator":
      return <Base.Separator className="my-1 h-px bg-line" />;
    case "heading":
      return <div className="px-2 pt-1.5 pb-0.5 font-medium text-2xs text-ink-faint">{entry.label}</div>;
    case "link":
      return (
        <Base.LinkItem className={rowClass} closeOnClick render={<Link href={entry.href} />}>
          {entry.icon}
          <span className="truncate">{entry.label}</span>
        </Base.LinkItem>
      );
    case "check":
      return (
        <Base.CheckboxItem
          checked={entry.checked}
          className={rowClass}
          onCheckedChange={(next) => entry.onChange(next)}
        >
          <span className="flex size-4 shrink-0 items-center">
            <Base.CheckboxItemIndicator>
              <Check aria-hidden />
            </Base.CheckboxItemIndicator>
          </span>
          <span className="truncate">{entry.label}</span>
        </Base.CheckboxItem>
      );
    case "item":
      return (
        <Base.Item
          className={cx(rowClass, entry.danger && "text-bad [&_svg]:text-bad")}
          disabled={entry.disabled ?? false}
          onClick={entry.onSelect}
        >
          {entry.icon}
          <span className="min-w-0 flex-1 truncate">{entry.label}</span>
          {entry.shortcut ? <Kbd keys={entry.shortcut} /> : null}
        </Base.Item>
      );
  }
}

"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { Command, defaultFilter } from "cmdk";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { backdropClass } from "./dialog.tsx";
import { Kbd } from "./kbd.tsx";
import { Spinner } from "./spinner.tsx";

export type CommandItem = {
  id: string;
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  hint?: string | undefined;
  keywords?: readonly string[] | undefined;
  shortcut?: string | undefined;
};

export type CommandGroup = { heading: string; items: readonly CommandItem[] };

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  placeholder?: string | undefined;
  onQueryChange?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
};

// By its words, not by its id, which is what cmdk would match.
const byWords = (_id: string, query: string, words: string[] = []) =>
  defaultFilter(words.join(" "), query, []);

export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange, groups, placeholder = "Go to or do…", onQueryChange, loading } = props;
  return (
    <Base.Root onOpenChange={(next) => onOpenChange(next)} open={open}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          aria-label="Command palette"
          className="fixed top-[12vh] left-1/2 z-40 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg border border-line-strong bg-raised shadow-popup outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Command filter={byWords} label="Commands" loop>
            <div className="flex items-center gap-2.5 border-line border-b px-3.5">
              <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <Command.Input
                className="h-11 w-full bg-transparent text-base outline-none"
                placeholder={placeholder}
                {...(onQueryChange ? { onValueChange: onQueryChange } : {})}
              />
              {loading ? <Spinner className="text-ink-faint" label="Searching" /> : null}
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto overscroll-contain p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-ink-faint">Nothing matches.</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-faint"
                  heading={group.heading}
                  key={group.heading}
                >
                  {group.items.map((item) => (
                    <Command.Item
                      className={cx(
                        "flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2 text-sm pointer-coarse:min-h-11",
                        "data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint",
                      )}
                      key={item.id}
                      keywords={[item.label, ...(item.keywords ?? [])]}
                      onSelect={() => {
                        onOpenChange(false);
                        item.onSelect();
                      }}
                      value={item.id}
                    >
                      {item.icon}
                      <span className="min-w-0 flex-1 truncate">{item.label}</span>
                      {item.hint ? (
                        <span className="truncate text-ink-faint text-xs">{item.hint}</span>
                      ) : null}
                      {item.shortcut ? <Kbd keys={item.shortcut} /> : null}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

"use client";

import { ChevronRight, Ellipsis } from "lucide-react";
import Link from "next/link";
import { cx } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { withProblemParams } from "../filter-params.ts";
import { NameField } from "./name-field.tsx";
import type { TreeRow } from "./tree-rows.ts";

/** The name and three counts, one below the other in every line and in the head. */
export const LINE =
  "grid grid-cols-[minmax(0,1fr)_5rem_4rem_4rem_2rem] items-center gap-2 pr-2 max-sm:grid-cols-[minmax(0,1fr)_5rem_2rem]";

/** How far a level stands from the one above it, in rem. */
export const INDENT = 1.25;

export interface RowActions {
  onFocus: (id: number) => void;
  onToggle: (id: number) => void;
  onRename: (id: number) => void;
  onAddBelow: (id: number) => void;
  onMove: (id: number) => void;
  onRemove: (id: number) => void;
}

interface SubdomainRowProps extends RowActions {
  project: string;
  row: TreeRow;
  /** The line that Tab comes to. */
  active: boolean;
  editable: boolean;
  renaming: boolean;
  onName: (name: string) => void;
  onCancelName: (left: boolean) => void;
}

export function SubdomainRow(props: SubdomainRowProps) {
  const { project, row, active, editable, renaming } = props;
  const { subdomain, level, place, siblings, open } = row;
  const { id, name, problems, seeds, within } = subdomain;
  const table = withProblemParams(`/projects/${project}/problems`, { subdomain: name });
  const tabIndex = active ? 0 : -1;
  return (
    <div
      role="treeitem"
      data-subdomain={id}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={open ?? undefined}
      aria-selected={active}
      tabIndex={tabIndex}
      onFocus={() => props.onFocus(id)}
      className={cx(LINE, "h-9 hover:bg-hover aria-selected:bg-selected pointer-coarse:h-11")}
    >
      <span
        className="flex min-w-0 items-center gap-1"
        style={{ paddingInlineStart: `${(level - 1) * INDENT + 0.25}rem` }}
      >
        {open === null ? (
          <span className="size-6 shrink-0" />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            onClick={() => props.onToggle(id)}
            className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-faint hover:text-ink"
          >
            <ChevronRight aria-hidden className={cx("size-4 transition-transform", open && "rotate-90")} />
          </button>
        )}
        {renaming ? (
          <NameField
            label={`New name of ${name}`}
            name={name}
            onSave={props.onName}
            onCancel={props.onCancelName}
          />
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: a second way for the mouse, the key is Enter
          <span
            className="min-w-0 truncate"
            title={name}
            onDoubleClick={editable ? () => props.onRename(id) : undefined}
          >
            {name}
          </span>
        )}
      </span>
      <span className="text-right tabular-nums">
        {within === 0 ? (
          <span className="text-ink-faint">0</span>
        ) : (
          <Link
            href={table}
            tabIndex={tabIndex}
            className="rounded-sm text-accent-text underline decoration-current/40 underline-offset-2 hover:decoration-current"
          >
            {within.toLocaleString("en")}
            <span className="sr-only"> {within === 1 ? "problem" : "problems"}</span>
          </Link>
        )}
      </span>
      <Count value={problems} of="its own" />
      <Count value={seeds} of="seeds" />
      {editable ? (
        <Menu
          align="end"
          label={`Change ${name}`}
          trigger={<IconButton label={`Change ${name}`} icon={<Ellipsis />} size="sm" tabIndex={tabIndex} />}
          entries={[
            { kind: "item", label: "Rename", shortcut: "enter", onSelect: () => props.onRename(id) },
            {
              kind: "item",
              label: "Add one below it",
              shortcut: "shift+n",
              onSelect: () => props.onAddBelow(id),
            },
            { kind: "item", label: "Move…", shortcut: "m", onSelect: () => props.onMove(id) },
            { kind: "separator" },
            {
              kind: "item",
              label: "Remove…",
              shortcut: "delete",
              danger: true,
              onSelect: () => props.onRemove(id),
            },
          ]}
        />
      ) : (
        <span />
      )}
    </div>
  );
}

function Count({ value, of }: { value: number; of: string }) {
  return (
    <span
      className={cx(
        "text-right tabular-nums max-sm:hidden",
        value === 0 ? "text-ink-faint" : "text-ink-muted",
      )}
    >
      {value.toLocaleString("en")}
      <span className="sr-only"> {of}</span>
    </span>
  );
}

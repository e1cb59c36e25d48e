// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one can't be those of a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row (ARIA grid pattern)
"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { Checkbox } from "./checkbox.tsx";
import { cx } from "./class-names.ts";
import { type Column, nextSort, type Sort } from "./data-grid-columns.ts";

export const alignClass = {
  left: "justify-start",
  right: "justify-end text-right tabular-nums",
  center: "justify-center",
};

type HeaderProps<Row> = {
  columns: readonly Column<Row>[];
  template: string;
  sort: Sort | null | undefined;
  onSortChange: ((sort: Sort) => void) | undefined;
  selection: { all: boolean; some: boolean; onToggleAll: () => void } | null;
};

export function DataGridHeader<Row>({ columns, template, sort, onSortChange, selection }: HeaderProps<Row>) {
  return (
    <div
      aria-rowindex={1}
      className="grid h-8 items-stretch border-line border-b bg-sunken px-2 md:px-4"
      role="row"
      style={{ gridTemplateColumns: template }}
    >
      {selection === null ? null : (
        <div aria-colindex={1} className="flex items-center pl-2" role="columnheader">
          <Checkbox
            ariaLabel="Select all loaded rows"
            checked={selection.all}
            className="mt-0"
            indeterminate={selection.some && !selection.all}
            onChange={selection.onToggleAll}
          />
        </div>
      )}
      {columns.map((column, position) => {
        const sorted = sort?.key === column.key ? sort.direction : null;
        const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
        const style = cx(
          "flex min-w-0 items-center px-2 font-medium text-ink-muted text-xs",
          alignClass[column.align ?? "left"],
        );
        return (
          <div
            aria-colindex={position + (selection === null ? 1 : 2)}
            aria-sort={sorted === null ? undefined : sorted === "asc" ? "ascending" : "descending"}
            className={style}
            key={column.key}
            role="columnheader"
          >
            {column.sortable && onSortChange ? (
              <button
                className={cx(
                  "-mx-1 inline-flex min-w-0 items-center gap-1 rounded-sm px-1 hover:text-ink",
                  sorted && "text-ink",
                )}
                onClick={() => onSortChange(nextSort(sort, column.key))}
                type="button"
              >
                <span className="truncate">{column.header}</span>
                <Arrow
                  aria-hidden
                  className={cx(
                    "size-3 shrink-0",
                    column.align === "right" && "order-first",
                    sorted === null && "opacity-0",
                  )}
                />
              </button>
            ) : (
              <span className="truncate">{column.header}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}

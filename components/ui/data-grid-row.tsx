// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one can't be those of a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row (ARIA grid pattern)
"use client";

import Link from "next/link";
import type { ReactNode, Ref } from "react";
import { Checkbox } from "./checkbox.tsx";
import { cx } from "./class-names.ts";
import type { Column } from "./data-grid-columns.ts";
import { alignClass } from "./data-grid-header.tsx";

type RowProps<Row> = {
  row: Row;
  index: number;
  id: string;
  columns: readonly Column<Row>[];
  template: string;
  /** In pixels from the top; cards measure themselves, so they have no height. */
  top: number;
  height: number | null;
  measure: Ref<HTMLDivElement> | null;
  active: boolean;
  /** It is shown beside the grid. */
  chosen: boolean;
  card: ReactNode;
  href: string | undefined;
  onOpen: (() => void) | undefined;
  onActivate: () => void;
  selection: { selected: boolean; onToggle: () => void } | null;
};

// Covers the row, so that the whole of it is a real link: middle click, ctrl-click, status bar and all.
const rowLink = "after:absolute after:inset-0 focus-visible:outline-none";

export function DataGridRow<Row>(props: RowProps<Row>) {
  const {
    row,
    index,
    id,
    columns,
    template,
    top,
    height,
    measure,
    active,
    chosen,
    card,
    href,
    onOpen,
    selection,
  } = props;
  const primary = columns.find((column) => column.primary) ?? columns[0];

  const content = (column: Column<Row>) => {
    const cell = column.cell(row, index);
    if (column !== primary || href === undefined) return <span className="min-w-0 truncate">{cell}</span>;
    return (
      <Link
        className={cx("min-w-0 truncate", rowLink)}
        data-row-link=""
        href={href}
        prefetch={false}
        tabIndex={-1}
      >
        {cell}
      </Link>
    );
  };

  const checkbox =
    selection === null ? null : (
      <Checkbox
        ariaLabel={`Select row ${index + 1}`}
        checked={selection.selected}
        className="mt-0"
        onChange={selection.onToggle}
        tabIndex={-1}
      />
    );

  return (
    // The keyboard is handled by the grid, which holds the focus and names the active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      aria-rowindex={index + 2}
      aria-selected={selection === null ? (chosen ? true : undefined) : selection.selected}
      className={cx(
        "absolute inset-x-0 top-0 grid border-line border-b bg-raised hover:bg-hover",
        card === null ? "items-stretch px-2 md:px-4" : "items-start",
        (chosen || selection?.selected) && "bg-selected hover:bg-selected",
        (href !== undefined || onOpen !== undefined) && "cursor-pointer",
        active &&
          "z-1 group-focus-visible/grid:outline-2 group-focus-visible/grid:outline-focus group-focus-visible/grid:-outline-offset-2",
      )}
      data-index={index}
      id={id}
      onClick={() => {
        props.onActivate();
        if (href === undefined) onOpen?.();
      }}
      ref={measure}
      role="row"
      style={{
        gridTemplateColumns: card === null ? template : selection === null ? "1fr" : "36px 1fr",
        transform: `translateY(${top}px)`,
        ...(height === null ? {} : { height }),
      }}
    >
      {checkbox === null ? null : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the box from opening the row
        <div
          aria-colindex={1}
          className={cx("relative z-1 flex pl-2", card === null ? "items-center" : "pt-3 pl-4")}
          onClick={(event) => event.stopPropagation()}
          role="gridcell"
        >
          {checkbox}
        </div>
      )}
      {card === null ? (
        columns.map((column, position) => (
          <div
            aria-colindex={position + (selection === null ? 1 : 2)}
            className={cx("flex min-w-0 items-center px-2", alignClass[column.align ?? "left"])}
            key={column.key}
            role="gridcell"
          >
            {content(column)}
          </div>
        ))
      ) : (
        <div className="min-w-0" role="gridcell">
          {href === undefined ? (
            <div className="px-4 py-2.5">{card}</div>
          ) : (
            <Link className="block px-4 py-2.5" data-row-link="" href={href} prefetch={false} tabIndex={-1}>
              {card}
            </Link>
          )}
        </div>
      )}
    </div>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one can't be those of a <table>
"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { cx } from "./class-names.ts";
import { type Column, gridTemplate, type Sort } from "./data-grid-columns.ts";
import { DataGridHeader } from "./data-grid-header.tsx";
import { rowAfterKey, toggled, toggledAll } from "./data-grid-keys.ts";
import { DataGridRow } from "./data-grid-row.tsx";
import { SkeletonRows } from "./data-grid-skeleton.tsx";
import { Spinner } from "./spinner.tsx";
import { useActiveRow } from "./use-active-row.ts";
import { useElementWidth } from "./use-element-width.ts";

type DataGridProps<Row> = {
  /** The accessible name. */
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** The row where the grid is narrower than 640 pixels. With `rowHref` nothing in it may take the focus. */
  card?: ((row: Row) => ReactNode) | undefined;
  /** In pixels; all rows are equally high. */
  rowHeight?: number | undefined;
  /** How many rows there are in all, where not all of them are loaded. */
  total?: number | undefined;
  rowHref?: ((row: Row) => string) | undefined;
  /** For rows that open something other than a page. */
  onRowOpen?: ((row: Row) => void) | undefined;
  selected?: ReadonlySet<string> | undefined;
  onSelectedChange?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** Key of the row that is shown beside the grid; it is marked, and kept in view when it changes. */
  chosen?: string | null | undefined;
  onChosenChange?: ((row: Row) => void) | undefined;
  sort?: Sort | null | undefined;
  onSortChange?: ((sort: Sort) => void) | undefined;
  /** The first rows are on their way. */
  loading?: boolean | undefined;
  hasMore?: boolean | undefined;
  loadingMore?: boolean | undefined;
  /** Called once for each length of `rows` when the end comes near. */
  onEndReached?: (() => void) | undefined;
  /** In place of the grid where there are no rows. */
  empty?: ReactNode;
  /** In place of everything. */
  error?: ReactNode;
  className?: string | undefined;
};

const narrowBelow = 640;
const headerHeight = 32;
const estimatedCard = 72;
const prefetchRows = 12;

/** A table of any length: only the rows in view exist. It fills the height of its flex parent and scrolls by itself. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const {
    label,
    rows,
    rowKey,
    columns,
    card,
    rowHeight = 36,
    selected,
    onSelectedChange,
    onEndReached,
  } = props;
  const { rowHref, onRowOpen, loading = false, hasMore = false, loadingMore = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const id = useId();
  const { active, chosenRow, setActive } = useActiveRow(rows, rowKey, props.chosen, props.onChosenChange);

  const cards = card !== undefined && width !== null && width < narrowBelow;
  const selectable = selected !== undefined && onSelectedChange !== undefined;
  const { template, minWidth } = gridTemplate(columns, selectable);
  const top = cards ? 0 : headerHeight;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (cards ? estimatedCard : rowHeight),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    overscan: 8,
    // The active row is there even out of view: Enter opens its link, and screen readers need it.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      const kept = Math.min(active, rows.length - 1);
      if (kept < 0 || inView.includes(kept)) return inView;
      return [...inView, kept].sort((a, b) => a - b);
    },
    scrollMargin: top,
    scrollPaddingStart: top,
    // What the server renders, before anything can be measured.
    initialRect: { width: 1024, height: 640 },
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();

  // Sizes measured in one layout mean nothing in the other.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `cards` is the reason to measure anew
  useEffect(() => virtualizer.measure(), [cards, virtualizer]);

  useEffect(() => {
    if (chosenRow >= 0) virtualizer.scrollToIndex(chosenRow);
  }, [chosenRow, virtualizer]);

  const lastIndex = virtualizer.range?.endIndex ?? -1;
  const asked = useRef(-1);
  useEffect(() => {
    const near = lastIndex >= rows.length - prefetchRows;
    if (!near || !hasMore || loading || loadingMore || asked.current === rows.length) return;
    asked.current = rows.length;
    onEndReached?.();
  }, [lastIndex, rows.length, hasMore, loading, loadingMore, onEndReached]);

  if (props.error)
    return <div className={cx("min-h-0 flex-1 overflow-y-auto", props.className)}>{props.error}</div>;
  if (!loading && rows.length === 0 && props.empty) {
    return <div className={cx("min-h-0 flex-1 overflow-y-auto", props.className)}>{props.empty}</div>;
  }

  // The header counts as a row; −1 says that the number isn't known.
  const rowCount = props.total !== undefined ? props.total + 1 : hasMore ? -1 : rows.length + 1;
  const keys = rows.map(rowKey);
  const activeRow = active >= 0 ? Math.min(active, rows.length - 1) : -1;
  const rowId = (index: number) => `${id}-row-${index}`;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const pageRows = Math.floor(((scroller.current?.clientHeight ?? 0) - top) / rowHeight) - 1;
    const next = rowAfterKey(event.key, activeRow, rows.length, pageRows);
    if (next !== null) {
      event.preventDefault();
      setActive(next);
      virtualizer.scrollToIndex(next);
      return;
    }
    const row = rows[activeRow];
    if (row === undefined) return;
    if (event.key === "Enter") {
      event.preventDefault();
      const link = document.getElementById(rowId(activeRow))?.querySelector<HTMLElement>("[data-row-link]");
      if (link) link.click();
      else onRowOpen?.(row);
    } else if (event.key === " " && selectable) {
      event.preventDefault();
      onSelectedChange(toggled(selected, rowKey(row)));
    }
  };

  return (
    <div
      aria-activedescendant={activeRow >= 0 ? rowId(activeRow) : undefined}
      aria-busy={loading || undefined}
      aria-colcount={columns.length + (selectable ? 1 : 0)}
      aria-label={label}
      aria-multiselectable={selectable || undefined}
      aria-rowcount={rowCount}
      className={cx(
        "group/grid relative min-h-0 flex-1 overflow-auto bg-surface outline-none focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-2",
        activeRow >= 0 && "focus-visible:outline-none",
        props.className,
      )}
      onKeyDown={onKeyDown}
      ref={scroller}
      role="grid"
      tabIndex={0}
    >
      {cards ? null : (
        <div className="sticky top-0 z-2" role="rowgroup" style={{ minWidth }}>
          <DataGridHeader
            columns={columns}
            onSortChange={props.onSortChange}
            selection={
              selectable
                ? {
                    all: keys.length > 0 && keys.every((key) => selected.has(key)),
                    some: keys.some((key) => selected.has(key)),
                    onToggleAll: () => onSelectedChange(toggledAll(selected, keys)),
                  }
                : null
            }
            sort={props.sort}
            template={template}
          />
        </div>
      )}
      {loading ? (
        <SkeletonRows
          columns={columns}
          count={12}
          height={rowHeight}
          selectable={selectable}
          template={cards ? null : template}
        />
      ) : (
        <div
          className="relative"
          role="rowgroup"
          style={{ height: virtualizer.getTotalSize(), minWidth: cards ? undefined : minWidth }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <DataGridRow
                active={item.index === activeRow}
                card={cards ? card(row) : null}
                chosen={item.index === chosenRow}
                columns={columns}
                height={cards ? null : rowHeight}
                href={rowHref?.(row)}
                id={rowId(item.index)}
                index={item.index}
                key={key}
                measure={cards ? virtualizer.measureElement : null}
                onActivate={() => setActive(item.index)}
                onOpen={onRowOpen ? () => onRowOpen(row) : undefined}
                row={row}
                selection={
                  selectable
                    ? {
                        selected: selected.has(key),
                        onToggle: () => onSelectedChange(toggled(selected, key)),
                      }
                    : null
                }
                template={template}
                top={item.start - top}
              />
            );
          })}
        </div>
      )}
      {loadingMore ? (
        <div className="flex h-10 items-center justify-center gap-2 text-ink-muted text-xs">
          <Spinner label="Loading more rows" />
        </div>
      ) : null}
    </div>
  );
}

import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row, index: number) => ReactNode;
  /** In pixels. Without it the column takes its `flex` share (1 by default) of what is left. */
  width?: number | undefined;
  flex?: number | undefined;
  /** In pixels, of a flexible column: 120 by default. */
  minWidth?: number | undefined;
  align?: "left" | "right" | "center" | undefined;
  sortable?: boolean | undefined;
  /** Holds the row's link; the first column by default. */
  primary?: boolean | undefined;
};

export type Sort = { key: string; direction: "asc" | "desc" };

type Width = Pick<Column<never>, "width" | "flex" | "minWidth">;

const selectWidth = 36;
const defaultMinWidth = 120;

/** The columns as `grid-template-columns`, and the width in pixels below which the grid scrolls sideways. */
export function gridTemplate(
  columns: readonly Width[],
  selectable: boolean,
): { template: string; minWidth: number } {
  const tracks = columns.map(({ width, flex = 1, minWidth = defaultMinWidth }) =>
    width === undefined ? `minmax(${minWidth}px, ${flex}fr)` : `${width}px`,
  );
  const least = columns.reduce(
    (sum, column) => sum + (column.width ?? column.minWidth ?? defaultMinWidth),
    0,
  );
  return {
    template: [...(selectable ? [`${selectWidth}px`] : []), ...tracks].join(" "),
    minWidth: least + (selectable ? selectWidth : 0),
  };
}

/** The order after the header of a column is pressed: ascending, then descending, then ascending again. */
export function nextSort(current: Sort | null | undefined, key: string): Sort {
  return { key, direction: current?.key === key && current.direction === "asc" ? "desc" : "asc" };
}

import { cx } from "./class-names.ts";
import type { Column } from "./data-grid-columns.ts";
import { alignClass } from "./data-grid-header.tsx";
import { Skeleton } from "./skeleton.tsx";

type SkeletonRowsProps<Row> = {
  columns: readonly Column<Row>[];
  template: string | null;
  selectable: boolean;
  count: number;
  height: number;
};

const bars = ["w-3/4", "w-1/2", "w-2/3", "w-2/5"];

/** Rows in the shape of those to come; a null template gives cards. */
export function SkeletonRows<Row>({ columns, template, selectable, count, height }: SkeletonRowsProps<Row>) {
  const rows = Array.from({ length: count }, (_, row) => `row ${row}`);
  return (
    <div aria-hidden>
      {rows.map((key, row) =>
        template === null ? (
          <div className="flex flex-col gap-2 border-line border-b bg-raised px-4 py-3" key={key}>
            <Skeleton className="h-3.5 w-11/12" />
            <Skeleton className="h-3 w-1/2" />
          </div>
        ) : (
          <div
            className="grid items-center border-line border-b bg-raised px-2 md:px-4"
            key={key}
            style={{ gridTemplateColumns: template, height }}
          >
            {selectable ? <span /> : null}
            {columns.map((column, position) => (
              <span className={cx("flex px-2", alignClass[column.align ?? "left"])} key={column.key}>
                <Skeleton className={cx("h-3", bars[(row + position) % bars.length])} />
              </span>
            ))}
          </div>
        ),
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";

export interface FigureColumn<Row> {
  head: string;
  /** What it counts, where its name doesn't say it. */
  meaning?: string | undefined;
  cell: (row: Row) => ReactNode;
}

interface FiguresTableProps<Row> {
  /** The accessible name. */
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The first column: what a row is about. */
  name: FigureColumn<Row>;
  columns: readonly FigureColumn<Row>[];
}

const HEAD = "px-3 py-1.5 font-normal";

/** A few rows of figures. Where the screen is narrow it scrolls sideways by itself. */
export function FiguresTable<Row>({ label, rows, rowKey, name, columns }: FiguresTableProps<Row>) {
  return (
    <section
      className="overflow-x-auto focus-visible:-outline-offset-2"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table on a narrow screen is scrolled by keys
      tabIndex={0}
      aria-label={label}
    >
      <table className="w-full whitespace-nowrap text-right tabular-nums">
        <thead className="bg-sunken text-ink-muted text-xs">
          <tr>
            <th scope="col" className={cx(HEAD, "text-left")} title={name.meaning}>
              {name.head}
            </th>
            {columns.map(({ head, meaning }) => (
              <th key={head} scope="col" className={HEAD} title={meaning}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row" className="max-w-72 truncate px-3 py-1.5 text-left font-normal">
                {name.cell(row)}
              </th>
              {columns.map(({ head, cell }) => (
                <td key={head} className="px-3 py-1.5">
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

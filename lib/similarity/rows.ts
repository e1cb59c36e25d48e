import { widened } from "./widened.ts";

/** Rows of numbers, numbered as they come, each under a key that its owner chose. Arrays may be longer than their use. */
export interface Rows {
  count: number;
  keys: Float64Array<ArrayBuffer>;
  /** Parts of a row. */
  sizes: Int32Array<ArrayBuffer>;
  /** Where a row's parts begin in `parts`. */
  starts: Int32Array<ArrayBuffer>;
  parts: Int32Array<ArrayBuffer>;
  /** How much of `parts` is in use. */
  end: number;
}

export function newRows(): Rows {
  return {
    count: 0,
    keys: new Float64Array(64),
    sizes: new Int32Array(64),
    starts: new Int32Array(64),
    parts: new Int32Array(4096),
    end: 0,
  };
}

/** Adds a row of the first `size` of `parts` and gives its number. */
export function addRow(rows: Rows, key: number, parts: Int32Array, size: number): number {
  const row = rows.count;
  rows.keys = widened(rows.keys, row + 1);
  rows.sizes = widened(rows.sizes, row + 1);
  rows.starts = widened(rows.starts, row + 1);
  rows.parts = widened(rows.parts, rows.end + size);
  rows.keys[row] = key;
  rows.sizes[row] = size;
  rows.starts[row] = rows.end;
  rows.parts.set(parts.subarray(0, size), rows.end);
  rows.end += size;
  rows.count += 1;
  return row;
}

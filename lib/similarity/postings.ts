import { widened } from "./widened.ts";

/** For each element the rows that have it, in the order in which they came. */
export interface Postings {
  /** All lists, one after another with gaps. Ask again after `add`. */
  readonly rows: Int32Array;
  /** Where an element's list begins in `rows`. */
  startOf(element: number): number;
  /** How many rows have the element. */
  lengthOf(element: number): number;
  add(element: number, row: number): void;
}

/**
 * Lists that grow in one array. A list has room for a power of two; when that is full it moves to double the room,
 * and the room that it leaves is given to the next list that wants one of that size. So a list lies in one piece, and
 * there is at most as much room without rows as with them, and what was left and not yet taken again.
 */
export function openPostings(): Postings {
  let rows = new Int32Array(4096);
  let end = 0;
  let starts = new Int32Array(1024);
  let lengths = new Int32Array(1024);
  /** By the power of two: the first free room plus 1, each of which begins with the next one. */
  const free = new Int32Array(32);

  function room(power: number): number {
    const reused = (free[power] ?? 0) - 1;
    if (reused >= 0) {
      free[power] = rows[reused] ?? 0;
      return reused;
    }
    const start = end;
    end += 2 ** power;
    rows = widened(rows, end);
    return start;
  }

  function move(element: number, length: number): void {
    const power = 31 - Math.clz32(length);
    const old = starts[element] ?? 0;
    const start = room(power + 1);
    rows.copyWithin(start, old, old + length);
    starts[element] = start;
    rows[old] = free[power] ?? 0;
    free[power] = old + 1;
  }

  function add(element: number, row: number): void {
    starts = widened(starts, element + 1);
    lengths = widened(lengths, element + 1);
    const length = lengths[element] ?? 0;
    if (length === 0) starts[element] = room(0);
    else if ((length & (length - 1)) === 0) move(element, length);
    rows[(starts[element] ?? 0) + length] = row;
    lengths[element] = length + 1;
  }

  return {
    get rows() {
      return rows;
    },
    startOf: (element) => starts[element] ?? 0,
    lengthOf: (element) => lengths[element] ?? 0,
    add,
  };
}

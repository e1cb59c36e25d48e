import { useState } from "react";

/**
 * The row of a grid that the keyboard is on: the grid's own, or, where `chosen` is given, the row of that key, which
 * the parent holds. −1 while there is none. `chosenRow` is the latter alone.
 */
export function useActiveRow<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  chosen: string | null | undefined,
  onChosenChange: ((row: Row) => void) | undefined,
) {
  const [own, setOwn] = useState(-1);
  const chosenRow = chosen === undefined ? -1 : rows.findIndex((row) => rowKey(row) === chosen);
  return {
    active: chosen === undefined ? own : chosenRow,
    chosenRow,
    setActive: (index: number) => {
      setOwn(index);
      const row = rows[index];
      if (row !== undefined) onChosenChange?.(row);
    },
  };
}

import { openLcsPattern } from "./lcs.ts";
import { isOfSequences, type Measure } from "./measure.ts";
import type { Rows } from "./rows.ts";
import type { Reading } from "./vocabulary.ts";
import { widened } from "./widened.ts";

/** How many parts a text shares with rows, as a measure counts them. */
export interface SharedCount {
  load(reading: Reading): void;
  with(row: number): number;
}

export function openSharedCount(measure: Measure, rows: Rows): SharedCount {
  return isOfSequences(measure) ? ofSequences(rows) : ofSets(rows);
}

function ofSequences(rows: Rows): SharedCount {
  const pattern = openLcsPattern();
  let isLoaded = false;
  let loaded: Reading | null = null;
  return {
    load(reading) {
      loaded = reading;
      isLoaded = false;
    },
    with(row) {
      // Many texts are compared with no row at all.
      if (!isLoaded && loaded !== null) pattern.load(loaded.tokens, loaded.size);
      isLoaded = true;
      const start = rows.starts[row] ?? 0;
      return pattern.lengthWith(rows.parts, start, start + (rows.sizes[row] ?? 0));
    },
  };
}

function ofSets(rows: Rows): SharedCount {
  /** By element: the number of the last text that has it. */
  let marks = new Int32Array(1024);
  let text = 0;
  return {
    load({ elements, known }) {
      text += 1;
      for (let at = 0; at < known; at += 1) {
        const element = elements[at] ?? 0;
        marks = widened(marks, element + 1);
        marks[element] = text;
      }
    },
    with(row) {
      const start = rows.starts[row] ?? 0;
      const end = start + (rows.sizes[row] ?? 0);
      let count = 0;
      for (let at = start; at < end; at += 1) {
        const element = rows.parts[at] ?? 0;
        if (element < marks.length && marks[element] === text) count += 1;
      }
      return count;
    },
  };
}

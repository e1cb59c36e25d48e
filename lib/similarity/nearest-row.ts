import { type Measure, scoreOf } from "./measure.ts";
import { leastSize, neededFor, SLACK } from "./needed.ts";
import type { Postings } from "./postings.ts";
import type { Rows } from "./rows.ts";
import { openSharedCount } from "./shared-count.ts";
import type { Reading } from "./vocabulary.ts";
import { widened } from "./widened.ts";

export interface FoundRow {
  row: number;
  score: number;
}

export type NearestRow = (reading: Reading, atLeast: number, except: number | undefined) => FoundRow | null;

/** The count of a row that has been compared. */
const COMPARED = 2 ** 30;
/** After so many counts the most promising row is compared, and again each time they are this many times as many. */
const FIRST_LOOK = 2048;
const NEXT_LOOK = 4;
/** Comparing a row costs about as much as counting so many. */
const COMPARISON = 24;
/** Positions within a text stand below the lengths of lists in one double. */
const POSITIONS = 2 ** 26;

/**
 * The search for the row that is nearest to a text: the best score, of equals the row that came first; null where no
 * row has at least `atLeast`. Exact: rows are left out only where a bound shows that they can't win.
 *
 * Rows are counted for the text's elements, the rarest first. A row that was never counted shares at most the
 * elements still to come, so once those are too few for the best score so far, no new row is taken up: the prefix
 * filter of S. Chaudhuri, V. Ganti, R. Kaushik, "A primitive operator for similarity joins in data cleaning" (2006)
 * and R. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity search" (2007), with a threshold that rises,
 * as in H. Turtle, J. Flood, "Query evaluation: strategies and optimizations" (1995). What remains is bounded by what
 * it shares so far, by the elements to come and by its size, and the survivors are compared.
 */
export function openNearestRow(measure: Measure, rows: Rows, postings: Postings): NearestRow {
  const shared = openSharedCount(measure, rows);
  /** By row: how many of the text's elements it was counted for. Zero between searches. */
  let counts = new Int32Array(64);
  let counted = new Int32Array(64);
  let candidates = new Int32Array(64);
  let order = new Float64Array(64);
  let best: FoundRow = { row: -1, score: 0 };
  let size = 0;
  let except: number | undefined;

  function canWin(score: number, row: number): boolean {
    return score > best.score || (score === best.score && (best.row === -1 || row < best.row));
  }

  /** The highest score that a row can have when `rest` elements are still to be counted. */
  function bound(row: number, rest: number): number {
    const rowSize = rows.sizes[row] ?? 0;
    return scoreOf(measure, Math.min((counts[row] ?? 0) + rest, rowSize), size, rowSize);
  }

  function compare(row: number): void {
    counts[row] = COMPARED;
    if (rows.keys[row] === except) return;
    const score = scoreOf(measure, shared.with(row), size, rows.sizes[row] ?? 0);
    if (canWin(score, row)) best = { row, score };
  }

  /** Compares, of the first `length` of a list, the row that was counted most for its size. */
  function compareBest(list: Int32Array, length: number, rest: number): void {
    const [its, sizes] = [counts, rows.sizes];
    let [top, topCount, topSize] = [-1, 0, 1];
    for (let at = 0; at < length; at += 1) {
      const row = list[at] ?? 0;
      const count = (its[row] ?? 0) + rest;
      const both = size + (sizes[row] ?? 0);
      if (count >= COMPARED || count * topSize <= topCount * both) continue;
      [top, topCount, topSize] = [row, count, both];
    }
    if (top !== -1) compare(top);
  }

  /** Puts the elements' positions in the order of how many rows have them. */
  function sort({ elements, known }: Reading): void {
    order = widened(order, known);
    for (let at = 0; at < known; at += 1) order[at] = postings.lengthOf(elements[at] ?? 0) * POSITIONS + at;
    order.subarray(0, known).sort();
  }

  function elementAt({ elements, known }: Reading, rest: number): number {
    return elements[(order[known - rest] ?? 0) % POSITIONS] ?? 0;
  }

  /** Counts the rows of an element, and lists those that weren't counted before behind `length`. */
  function count(element: number, length: number): number {
    const [its, list, lists] = [counts, counted, postings.rows];
    const start = postings.startOf(element);
    const end = start + postings.lengthOf(element);
    let listed = length;
    for (let at = start; at < end; at += 1) {
      const row = lists[at] ?? 0;
      const before = its[row] ?? 0;
      its[row] = before + 1;
      list[listed] = row;
      // One more where the count was 0, without a branch that can't be foretold.
      listed += (before - 1) >>> 31;
    }
    return listed;
  }

  /** Counts the rows of an element that were counted before. */
  function recount(element: number): void {
    const [its, lists] = [counts, postings.rows];
    const start = postings.startOf(element);
    const end = start + postings.lengthOf(element);
    for (let at = start; at < end; at += 1) {
      const row = lists[at] ?? 0;
      const before = its[row] ?? 0;
      its[row] = before + (-before >>> 31);
    }
  }

  /** Keeps those of the first `length` of a list that can still win, and may be a few more, as candidates. */
  function sift(list: Int32Array, length: number, rest: number): number {
    const [its, sizes, into] = [counts, rows.sizes, candidates];
    const needed = neededFor(measure, best.score, size);
    const { slope, base, floor } = needed;
    const least = leastSize(needed);
    let kept = 0;
    for (let at = 0; at < length; at += 1) {
      const row = list[at] ?? 0;
      const count = (its[row] ?? 0) + rest + SLACK;
      const rowSize = sizes[row] ?? 0;
      if (count < floor || count < slope * rowSize + base || rowSize < least || count >= COMPARED) continue;
      into[kept] = row;
      kept += 1;
    }
    return kept;
  }

  function search(reading: Reading): void {
    let length = 0;
    let rest = reading.known;
    let work = 0;
    let look = FIRST_LOOK;
    sort(reading);
    while (rest > 0 && scoreOf(measure, rest, size, rest) >= best.score) {
      const element = elementAt(reading, rest);
      length = count(element, length);
      rest -= 1;
      work += postings.lengthOf(element);
      if (work < look) continue;
      compareBest(counted, length, 0);
      look = work * NEXT_LOOK;
    }
    let left = sift(counted, length, rest);
    while (rest > 0 && left > 0) {
      const element = elementAt(reading, rest);
      if (postings.lengthOf(element) > COMPARISON * left) break;
      recount(element);
      rest -= 1;
      left = sift(candidates, left, rest);
    }
    compareBest(candidates, left, rest);
    for (let at = 0; at < left; at += 1) {
      const row = candidates[at] ?? 0;
      if ((counts[row] ?? 0) < COMPARED && canWin(bound(row, rest), row)) compare(row);
    }
    for (let at = 0; at < length; at += 1) counts[counted[at] ?? 0] = 0;
  }

  return (reading, atLeast, exceptKey) => {
    counts = widened(counts, rows.count);
    counted = widened(counted, rows.count + 1);
    candidates = widened(candidates, rows.count);
    best = { row: -1, score: Math.max(atLeast, 0) };
    size = reading.size;
    except = exceptKey;
    shared.load(reading);
    search(reading);
    if (best.score > 0) return best.row === -1 ? null : best;
    const first = rows.keys.subarray(0, rows.count).findIndex((key) => key !== except);
    return first === -1 ? null : { row: first, score: 0 };
  };
}

import type { Answer } from "./answer.ts";
import { compareLeaves } from "./compare-leaves.ts";
import { allOf, type Finding, finding, undecided } from "./finding.ts";
import { type End, type Interval, union } from "./interval.ts";
import type { Work } from "./questions.ts";
import { type NumberSet, numberSetOf } from "./region.ts";
import { isTruth } from "./words.ts";

function compareEnds(a: End, b: End, work: Work): Finding {
  if (a.at === null || b.at === null)
    return finding(
      a.at === b.at ? "equal" : "different",
      "literal",
      a.at === b.at ? null : "one is unbounded",
    );
  if (a.closed === b.closed) return compareLeaves(a.at, b.at, work);
  return finding("different", "literal", "an end belongs to only one of them");
}

const compareIntervals = (a: Interval, b: Interval, work: Work): Finding =>
  allOf([compareEnds(a.low, b.low, work), compareEnds(a.high, b.high, work)]);

/** Intervals that can't be sorted: equal where they are in the order in which they stand, else one alone can differ. */
function compareAsWritten(a: readonly Interval[], b: readonly Interval[], work: Work): Finding {
  if (a.length !== b.length) return undecided("the intervals can't be sorted");
  const all = allOf(a.map((each, at) => compareIntervals(each, b[at] ?? each, work)));
  return all.outcome === "different" && a.length > 1 ? undecided("the intervals can't be sorted") : all;
}

function compareSets(a: NumberSet, b: NumberSet, work: Work): Finding {
  const [p, q] = [union(a.intervals, work), union(b.intervals, work)];
  if (!p || !q) return compareAsWritten(a.intervals, b.intervals, work);
  if (p.length !== q.length)
    return finding("different", "numeric", `${p.length} against ${q.length} intervals`);
  return allOf(p.map((each, at) => compareIntervals(each, q[at] ?? each, work)));
}

/** Everything but an interval that an answer can be, where the other is one. */
function compareWithOther(other: Answer): Finding {
  if (other.kind === "leaf" && (other.number || isTruth(other.key)))
    return finding("different", "literal", "one is an interval");
  const isQuantity = (item: Answer): boolean =>
    item.kind === "leaf" && (item.number !== null || /^[+-]?\\infty$/.test(item.text));
  const isTuple = other.kind === "sequence" && other.style !== "ratio" && other.items.every(isQuantity);
  return other.kind === "matrix" || isTuple
    ? finding("different", "literal", "one is an interval")
    : undecided();
}

/**
 * Compares two answers as sets of real numbers, where at least one can only be such a set: an inequality, a
 * half-open or unbounded interval, a union. Null where neither is; symmetric.
 */
export function compareRegions(a: Answer, b: Answer, work: Work): Finding | null {
  const [p, q] = [numberSetOf(a), numberSetOf(b)];
  if (!p?.certain && !q?.certain) return null;
  if (!p || !q) return compareWithOther(p ? b : a);
  const found = compareSets(p, q, work);
  const renamed = p.variable !== null && q.variable !== null && p.variable !== q.variable;
  return renamed && found.outcome === "equal"
    ? undecided(`it is about ${p.variable} and ${q.variable}`)
    : found;
}

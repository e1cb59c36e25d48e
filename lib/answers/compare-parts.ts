import type { Answer, Matrix, Sequence } from "./answer.ts";
import { compareClockTimes, readClockTimes } from "./clock.ts";
import { compareLeaves } from "./compare-leaves.ts";
import { compareRegions } from "./compare-regions.ts";
import { allOf, type Finding, finding, methodOf, openQuestions, undecided } from "./finding.ts";
import { type Leaf, readLeaf } from "./leaf.ts";
import { hasPerfectMatching } from "./matching.ts";
import { byName, haveSameNames, inOrderOfNames, type NamedValues } from "./named-values.ts";
import { numericValue } from "./number.ts";
import type { Work } from "./questions.ts";
import { areProportional, hasValue } from "./ratio.ts";
import { spend } from "./steps.ts";
import { isTruth, isWords, mentionsNumber } from "./words.ts";

/** Longer lists are only compared in the order in which they stand. */
const MAX_UNORDERED = 40;

const count = (items: readonly unknown[]): string =>
  `${items.length} ${items.length === 1 ? "value" : "values"}`;

function compareOrdered(a: readonly Answer[], b: readonly Answer[], work: Work): Finding {
  if (a.length !== b.length) return finding("different", "literal", `${count(a)} against ${b.length}`);
  const findings = a.map((item, at) => {
    const other = b[at];
    return other === undefined ? undecided() : compareParts(item, other, work);
  });
  return allOf(findings);
}

/** Elements in any order. In a set, `repeats` of an element add nothing. */
function compareUnordered(a: readonly Answer[], b: readonly Answer[], repeats: boolean, work: Work): Finding {
  if (a.length > MAX_UNORDERED || b.length > MAX_UNORDERED) {
    const ordered = compareOrdered(a, b, work);
    return ordered.outcome === "different" && a.length === b.length
      ? undecided("too many elements")
      : ordered;
  }
  const table = a.map((item) => b.map((other) => compareParts(item, other, work)));
  const at = (row: number, column: number): Finding => table[row]?.[column] ?? undecided();
  const agree = (row: number, column: number): boolean => at(row, column).outcome === "equal";
  const may = (row: number, column: number): boolean => at(row, column).outcome !== "different";
  const all = table.flat();
  const paired = (fits: (row: number, column: number) => boolean): boolean =>
    repeats
      ? a.every((_, row) => b.some((__, column) => fits(row, column))) &&
        b.every((_, column) => a.some((__, row) => fits(row, column)))
      : a.length === b.length && hasPerfectMatching(a.length, fits);
  if (paired(agree)) return finding("equal", methodOf(all.filter((each) => each.outcome === "equal")));
  if (paired(may)) return undecided(null, openQuestions(all));
  return finding(
    "different",
    methodOf(all.filter((each) => each.outcome !== "undecided")),
    a.length === b.length ? null : `${count(a)} against ${b.length}`,
  );
}

type Style = Sequence["style"];

function compareNamed(a: NamedValues, b: NamedValues, work: Work): Finding {
  return allOf([...a].map(([name, leaf]) => compareParts(leaf, b.get(name) ?? leaf, work)));
}

/** Values without brackets against a tuple or list, which has an order. */
function compareWithTuple(list: Sequence, tuple: Sequence, flipped: boolean, work: Work): Finding {
  const against = (items: readonly Answer[]): Finding =>
    flipped ? compareOrdered(tuple.items, items, work) : compareOrdered(items, tuple.items, work);
  const values = byName(list.items);
  const order = values && !byName(tuple.items) ? inOrderOfNames(values) : null;
  const found = against(order?.items ?? list.items);
  if (order?.coordinates) return found;
  if (found.outcome === "equal" && order && !order.asWritten) return undecided("which comes first?");
  if (found.outcome !== "different") return found;
  const any = compareUnordered(list.items, tuple.items, false, work);
  return any.outcome === "equal" ? undecided("the same values in another order") : any;
}

function compareRatios(a: Sequence, b: Sequence, work: Work): Finding {
  const proportional = areProportional(a, b, work);
  return proportional === null ? undecided() : finding(proportional ? "equal" : "different", "numeric");
}

const ORDERED = new Set<Style>(["round", "square", "vector"]);
const isOrdered = (each: Sequence): boolean => ORDERED.has(each.style);

function compareStyles(a: Sequence, b: Sequence, work: Work): Finding {
  const [p, q] = [byName(a.items), byName(b.items)];
  if (p && q && haveSameNames(p, q)) return compareNamed(p, q, work);
  if (a.style === b.style) {
    if (a.style === "bare") return compareUnordered(a.items, b.items, false, work);
    if (a.style === "ratio") return compareRatios(a, b, work);
    return a.style === "set"
      ? compareUnordered(a.items, b.items, true, work)
      : compareOrdered(a.items, b.items, work);
  }
  const styles = new Set<Style>([a.style, b.style]);
  const both = (x: Style, y: Style): boolean => styles.has(x) && styles.has(y);
  if (both("bare", "set")) return compareUnordered(a.items, b.items, true, work);
  if (a.style === "bare" && isOrdered(b)) return compareWithTuple(a, b, false, work);
  if (b.style === "bare" && isOrdered(a)) return compareWithTuple(b, a, true, work);
  const ordered = compareOrdered(a.items, b.items, work);
  const isPair = (each: Sequence): boolean =>
    each.items.length === 2 && each.items.every((item) => item.kind === "leaf");
  const pair = isPair(a) && isPair(b);
  if (isOrdered(a) && isOrdered(b) && (!pair || styles.has("vector"))) return ordered;
  if (both("set", "square")) {
    const any = compareUnordered(a.items, b.items, true, work);
    return pair && any.outcome === "equal" ? undecided("an interval or a list?") : any;
  }
  if (styles.has("set") && ordered.outcome === "equal")
    return finding("different", "literal", "order counts in one");
  if (styles.has("ratio")) return undecided();
  return finding("different", "literal", "the brackets differ");
}

/** The rows of a list of lists, as programs print a matrix. */
function rowsOf(answer: Answer): readonly (readonly Answer[])[] | null {
  if (answer.kind === "matrix") return answer.rows;
  if (answer.kind !== "sequence" || answer.style === "set" || answer.style === "ratio") return null;
  const rows = answer.items.map((item) =>
    item.kind === "sequence" && item.style === "square" ? item.items : null,
  );
  return rows.every((row) => row !== null) ? rows : null;
}

/** A row may be meant as the column of its entries; other matrices of different size differ. */
function compareSizes(
  a: readonly (readonly Answer[])[],
  b: readonly (readonly Answer[])[],
  work: Work,
): Finding {
  const isVector = (rows: readonly (readonly Answer[])[]): boolean =>
    rows.length === 1 || rows.every((row) => row.length === 1);
  const entries = isVector(a) && isVector(b) ? compareOrdered(a.flat(), b.flat(), work) : null;
  return entries?.outcome === "equal"
    ? undecided("a row or a column?")
    : finding("different", "literal", "matrices of different size");
}

function compareWithMatrix(a: Matrix, b: Answer, flipped: boolean, work: Work): Finding {
  const rows = rowsOf(b);
  if (rows) {
    const compareRows = (p: readonly Answer[], q: readonly Answer[] = []): Finding =>
      flipped ? compareOrdered(q, p, work) : compareOrdered(p, q, work);
    if (a.rows.length !== rows.length) return compareSizes(a.rows, rows, work);
    return allOf(a.rows.map((row, at) => compareRows(row, rows[at])));
  }
  const isVector = a.rows.length === 1 || a.rows.every((row) => row.length === 1);
  const entries = a.rows.flat();
  if (b.kind === "sequence" && isVector && (isOrdered(b) || b.style === "bare")) {
    return flipped ? compareOrdered(b.items, entries, work) : compareOrdered(entries, b.items, work);
  }
  const isFlat = b.kind === "sequence" && b.items.length > 1 && b.items.every((item) => item.kind === "leaf");
  const isNumber = b.kind === "leaf" && (b.number !== null || b.text.startsWith("\\begin{vmatrix}"));
  return (isNumber || (isFlat && !isVector)) && entries.length > 1
    ? finding("different", "literal")
    : undecided();
}

/** `15:30` is also a time of day, and 3:1 might be meant by 3. */
function compareRatioWithLeaf(a: Sequence, b: Leaf, work: Work): Finding {
  if (b.special?.kind === "time") {
    const times = readClockTimes(a.items.map((item) => (item.kind === "leaf" ? item.text : "")).join(":"));
    const outcome = compareClockTimes(times, b.special.times);
    return outcome === "unclear" ? undecided("morning or afternoon?") : finding(outcome, "numeric");
  }
  if (!b.number) return undecided();
  return hasValue(a, numericValue(b.number), work)
    ? undecided("a ratio or its value?")
    : finding("different", "numeric");
}

/** A number, infinity, yes or no, or arithmetic with nothing unknown in it, such as `2+i`. */
function isOneValue(leaf: Leaf): boolean {
  const names = leaf.text.replace(/\\(?:frac|sqrt|pi)(?![A-Za-z])/g, "");
  const closed = /\d/.test(names) && /^[-+*/^\d.ie(){} ]*$/.test(names);
  return leaf.number !== null || closed || /^[+-]?\\infty$/.test(leaf.text) || isTruth(leaf.key);
}

/** Is this a choice or a name, as all of the others are? One of them is not several. */
function isOneOf(items: readonly Answer[], leaf: Leaf): boolean {
  const isLetter = (text: string): boolean => /^[A-Z]$/.test(text);
  const isName = (text: string): boolean =>
    isWords(text) &&
    text.length > 2 &&
    !mentionsNumber(text) &&
    !/^(?:all|any|each|every|none|neither)/i.test(text);
  return [isLetter, isName].some(
    (fits) => fits(leaf.text) && items.every((item) => item.kind === "leaf" && fits(item.text)),
  );
}

/** `P(5,2)` counts permutations, unless it stands against a tuple: then it is a point. */
function pointOf(leaf: Leaf, work: Work): readonly Answer[] | null {
  const [, x, y] = /^[CP]\((\d{1,9}),(\d{1,9})\)$/.exec(leaf.text) ?? [];
  return x === undefined || y === undefined ? null : [readLeaf(x, work), readLeaf(y, work)];
}

/** An element alone is its set; several values are not one. */
function compareWithLeaf(a: Sequence, b: Leaf, flipped: boolean, work: Work): Finding {
  const [only] = a.items;
  if (a.items.length === 0 && b.key === "\\emptyset") return finding("equal", "literal");
  if (a.style === "set" && b.key === "\\emptyset") return finding("different", "literal", "one is empty");
  if (a.items.length === 1 && only)
    return flipped ? compareParts(b, only, work) : compareParts(only, b, work);
  const point = a.style === "round" ? pointOf(b, work) : null;
  if (point) return flipped ? compareOrdered(point, a.items, work) : compareOrdered(a.items, point, work);
  const several = isOneValue(b) || (b.key === "\\emptyset" && a.items.length > 0) || isOneOf(a.items, b);
  if (a.style === "ratio") return compareRatioWithLeaf(a, b, work);
  if (!several) return undecided();
  return finding("different", "literal", `${count(a.items)} against 1`);
}

/** Compares two answers part by part; symmetric. How brackets count is said at `compareAnswers`. */
export function compareParts(a: Answer, b: Answer, work: Work): Finding {
  if (!spend(work, 1)) return undecided();
  if (a.kind === "leaf" && b.kind === "leaf") return compareLeaves(a, b, work);
  const regions = compareRegions(a, b, work);
  if (regions) return regions;
  if (a.kind === "matrix") return compareWithMatrix(a, b, false, work);
  if (b.kind === "matrix") return compareWithMatrix(b, a, true, work);
  if (a.kind === "sequence" && b.kind === "sequence") return compareStyles(a, b, work);
  if (a.kind === "sequence" && b.kind === "leaf") return compareWithLeaf(a, b, false, work);
  if (a.kind === "leaf" && b.kind === "sequence") return compareWithLeaf(b, a, true, work);
  if (a.kind === "union" && b.kind === "union" && a.items.length === b.items.length) {
    return compareUnordered(a.items, b.items, true, work);
  }
  const isNumber = (a.kind === "leaf" && a.number !== null) || (b.kind === "leaf" && b.number !== null);
  return isNumber ? finding("different", "literal") : undecided();
}

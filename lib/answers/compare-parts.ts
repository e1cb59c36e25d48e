import { compareLeaves } from "./compare-leaves.ts";
import { allOf, type Finding, finding, undecided } from "./finding.ts";
import type { Leaf } from "./leaf.ts";
import { hasPerfectMatching } from "./matching.ts";
import { type Steps, spend } from "./steps.ts";
import type { Answer, Matrix, Sequence } from "./structure.ts";
import { isTruth } from "./words.ts";

/** Longer lists are only compared in the order in which they stand. */
const MAX_UNORDERED = 40;

const count = (items: readonly unknown[]): string =>
  `${items.length} ${items.length === 1 ? "value" : "values"}`;

function compareOrdered(a: readonly Answer[], b: readonly Answer[], steps: Steps): Finding {
  if (a.length !== b.length) return finding("different", "literal", `${count(a)} against ${b.length}`);
  const findings = a.map((item, at) => {
    const other = b[at];
    return other === undefined ? undecided() : compareParts(item, other, steps);
  });
  return allOf(findings);
}

/** Elements in any order. In a set, `repeats` of an element add nothing. */
function compareUnordered(
  a: readonly Answer[],
  b: readonly Answer[],
  repeats: boolean,
  steps: Steps,
): Finding {
  if (a.length > MAX_UNORDERED || b.length > MAX_UNORDERED) {
    const ordered = compareOrdered(a, b, steps);
    return ordered.outcome === "different" && a.length === b.length
      ? undecided("too many elements")
      : ordered;
  }
  const table = a.map((item) => b.map((other) => compareParts(item, other, steps)));
  const at = (row: number, column: number): Finding => table[row]?.[column] ?? undecided();
  const agree = (row: number, column: number): boolean => at(row, column).outcome === "equal";
  const may = (row: number, column: number): boolean => at(row, column).outcome !== "different";
  const numeric = table.some((row) =>
    row.some((each) => each.outcome === "equal" && each.method === "numeric"),
  );
  const paired = (fits: (row: number, column: number) => boolean): boolean =>
    repeats
      ? a.every((_, row) => b.some((__, column) => fits(row, column))) &&
        b.every((_, column) => a.some((__, row) => fits(row, column)))
      : a.length === b.length && hasPerfectMatching(a.length, fits);
  if (paired(agree)) return finding("equal", numeric ? "numeric" : "literal");
  if (paired(may)) return undecided();
  const decided = table.flat().some((each) => each.method === "numeric") ? "numeric" : "literal";
  return finding("different", decided, a.length === b.length ? null : `${count(a)} against ${b.length}`);
}

type Style = Sequence["style"];

function compareStyles(a: Sequence, b: Sequence, steps: Steps): Finding {
  if (a.style === b.style) {
    if (a.style === "bare") return compareUnordered(a.items, b.items, false, steps);
    return a.style === "set"
      ? compareUnordered(a.items, b.items, true, steps)
      : compareOrdered(a.items, b.items, steps);
  }
  const styles = new Set<Style>([a.style, b.style]);
  const both = (x: Style, y: Style): boolean => styles.has(x) && styles.has(y);
  const ordered = compareOrdered(a.items, b.items, steps);
  if (both("bare", "set")) return compareUnordered(a.items, b.items, true, steps);
  if (both("bare", "round") || both("bare", "square")) {
    if (ordered.outcome !== "different") return ordered;
    const any = compareUnordered(a.items, b.items, false, steps);
    return any.outcome === "equal" ? undecided("the same values in another order") : any;
  }
  const pair = a.items.length === 2 && b.items.length === 2;
  if (both("round", "square") && !pair) return ordered;
  if (both("set", "square")) {
    const any = compareUnordered(a.items, b.items, true, steps);
    return pair && any.outcome === "equal" ? undecided("an interval or a list?") : any;
  }
  if (both("set", "round") && ordered.outcome === "equal")
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

function compareWithMatrix(a: Matrix, b: Answer, flipped: boolean, steps: Steps): Finding {
  const rows = rowsOf(b);
  if (rows) {
    const compareRows = (p: readonly Answer[], q: readonly Answer[] = []): Finding =>
      flipped ? compareOrdered(q, p, steps) : compareOrdered(p, q, steps);
    if (a.rows.length !== rows.length) return finding("different", "literal", "matrices of different size");
    return allOf(a.rows.map((row, at) => compareRows(row, rows[at])));
  }
  const isVector = a.rows.length === 1 || a.rows.every((row) => row.length === 1);
  const entries = a.rows.flat();
  if (b.kind === "sequence" && isVector && ["round", "square", "bare"].includes(b.style)) {
    return flipped ? compareOrdered(b.items, entries, steps) : compareOrdered(entries, b.items, steps);
  }
  const isNumber = b.kind === "leaf" && b.number !== null;
  return isNumber && entries.length > 1 ? finding("different", "literal") : undecided();
}

/** An element alone is its set; several values are not one. */
function compareWithLeaf(a: Sequence, b: Leaf, flipped: boolean, steps: Steps): Finding {
  const [only] = a.items;
  if (a.items.length === 1 && only)
    return flipped ? compareParts(b, only, steps) : compareParts(only, b, steps);
  const several =
    b.number !== null || /^[+-]?\\infty$/.test(b.text) || isTruth(b.key) || b.key === "\\emptyset";
  if (!several || a.style === "ratio") return undecided();
  return finding("different", "literal", `${count(a.items)} against 1`);
}

/** Compares two answers part by part; symmetric. How brackets count is said at `compareAnswers`. */
export function compareParts(a: Answer, b: Answer, steps: Steps): Finding {
  if (!spend(steps, 1)) return undecided();
  if (a.kind === "leaf" && b.kind === "leaf") return compareLeaves(a, b, steps);
  if (a.kind === "matrix") return compareWithMatrix(a, b, false, steps);
  if (b.kind === "matrix") return compareWithMatrix(b, a, true, steps);
  if (a.kind === "sequence" && b.kind === "sequence") return compareStyles(a, b, steps);
  if (a.kind === "sequence" && b.kind === "leaf") return compareWithLeaf(a, b, false, steps);
  if (a.kind === "leaf" && b.kind === "sequence") return compareWithLeaf(b, a, true, steps);
  if (a.kind === "union" && b.kind === "union" && a.items.length === b.items.length) {
    return compareUnordered(a.items, b.items, true, steps);
  }
  const isNumber = (a.kind === "leaf" && a.number !== null) || (b.kind === "leaf" && b.number !== null);
  return isNumber ? finding("different", "literal") : undecided();
}

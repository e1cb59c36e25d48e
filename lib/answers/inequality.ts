import { evaluate } from "./evaluate.ts";
import { ALL_REALS, complement, type Interval, intersection, point, UNBOUNDED, union } from "./interval.ts";
import { type Leaf, readLeaf } from "./leaf.ts";
import { meetingPoint, readLinear } from "./linear.ts";
import { withPairedMarks } from "./marks.ts";
import { isName } from "./names.ts";
import { bothSigns } from "./plus-minus.ts";
import { flip, mentionsRelation, readChain, type Sign } from "./relation.ts";
import { pieces, splitAt } from "./split.ts";
import type { Steps } from "./steps.ts";
import { asDouble } from "./value.ts";

/** What a variable may be, as intervals; disjoint and sorted where their ends are known numbers. */
export type Solution = { readonly variable: string; readonly intervals: readonly Interval[] };

const MAX_RELATIONS = 20;
const INFINITY = /^([-+]?) ?\\infty$/;
const CONSTANTS = new Set(["e", "i", "\\pi", "\\infty"]);

const isVariable = (text: string): boolean => isName(text) && !CONSTANTS.has(text) && !text.startsWith("(");
const mentions = (text: string, name: string): boolean => text.includes(name);

/** All numbers that stand so to the bound. */
function beyond(sign: Sign, bound: Leaf, steps: Steps): readonly Interval[] | null {
  const infinite = INFINITY.exec(bound.text);
  const below = sign === "<" || sign === "<=";
  if (infinite) return below !== (infinite[1] === "-") && sign !== "=" ? ALL_REALS : null;
  if (sign === "=") return [point(bound)];
  if (sign === "!=") {
    const end = { at: bound, closed: false };
    return (
      complement([point(bound)], steps) ?? [
        { low: UNBOUNDED, high: end },
        { low: end, high: UNBOUNDED },
      ]
    );
  }
  const end = { at: bound, closed: sign.endsWith("=") };
  return [below ? { low: UNBOUNDED, high: end } : { low: end, high: UNBOUNDED }];
}

/** `|x - 1| < 3` between a linear expression's bars and a positive number. */
function solveAbsolute(inside: string, sign: Sign, bound: string, name: string, steps: Steps): Solved {
  const size = evaluate(bound, steps)?.value;
  const double = size ? asDouble(size) : null;
  if (!double || double.value <= double.error || /[|]/.test(inside) || sign === "=" || sign === "!=")
    return null;
  const above = solvePair(inside, sign, bound, name, steps);
  const under = solvePair(inside, flip(sign), `-(${bound})`, name, steps);
  if (!above || !under) return null;
  return sign.startsWith("<") ? intersection(above, under, steps) : union([...above, ...under], steps);
}

type Solved = readonly Interval[] | null;

/** The numbers `name` for which `left` stands so to `right`. */
function solvePair(left: string, sign: Sign, right: string, name: string, steps: Steps): Solved {
  if (left === name && !mentions(right, name)) return beyond(sign, readLeaf(right, steps), steps);
  if (right === name && !mentions(left, name)) return beyond(flip(sign), readLeaf(left, steps), steps);
  const [bars, mirrored] = [/^\|(.+)\|$/.exec(left)?.[1], /^\|(.+)\|$/.exec(right)?.[1]];
  if (bars) return solveAbsolute(bars, sign, right, name, steps);
  if (mirrored) return solveAbsolute(mirrored, flip(sign), left, name, steps);
  const [p, q] = [readLinear(left, name, steps), readLinear(right, name, steps)];
  const at = p && q ? meetingPoint(p, q, steps) : null;
  if (!p || !q || at?.kind !== "exact") return null;
  const [steep, flat] = [asDouble(p.slope)?.value ?? Number.NaN, asDouble(q.slope)?.value ?? Number.NaN];
  if (Number.isNaN(steep - flat)) return null;
  const bound = readLeaf(`\\frac{${at.value.n}}{${at.value.d}}`, steps);
  return beyond(steep > flat ? sign : flip(sign), bound, steps);
}

/** Both at once. A lower and an upper bound make an interval also where they are no known numbers. */
function meet(a: readonly Interval[], b: readonly Interval[], steps: Steps): Solved {
  const both = intersection(a, b, steps);
  if (both) return both;
  const [p, q] = [a[0], b[0]];
  if (a.length !== 1 || b.length !== 1 || !p || !q) return null;
  if (p.low.at && q.high.at && !p.high.at && !q.low.at) return [{ low: p.low, high: q.high }];
  if (q.low.at && p.high.at && !q.high.at && !p.low.at) return [{ low: q.low, high: p.high }];
  return null;
}

/** The one name in these sides, alone on its side where another side is a name as well. */
function variableOf(sides: readonly string[]): string | null {
  const names = sides.filter(isVariable);
  if (names.length === 1) return names[0] ?? null;
  const middle = sides.length === 3 ? sides[1] : undefined;
  if (middle !== undefined && isVariable(middle) && !sides.every(isVariable)) return middle;
  if (names.length > 1) return null;
  const letters = new Set(
    sides.flatMap(
      (side) => side.replace(/\\(?:frac|sqrt|pi|infty)(?![A-Za-z])/g, " ").match(/\\?[A-Za-z]+/g) ?? [],
    ),
  );
  const [only] = letters;
  return letters.size === 1 && only !== undefined && isVariable(only) && !/^[A-Za-z]{2}/.test(only)
    ? only
    : null;
}

/** `x \ne \pm 3` excludes both. */
function readBothSigns(text: string, steps: Steps): Solution | null {
  if (!/^[^<>=]*\\ne(?![A-Za-z])[^<>=]*$/.test(text)) return null;
  const [p, q] = (bothSigns(text) ?? []).map((each) => readOne(each, steps));
  const intervals = p && q && p.variable === q.variable ? meet(p.intervals, q.intervals, steps) : null;
  return p && intervals ? { variable: p.variable, intervals } : null;
}

/** One relation or chain, `1 < x \le 3`. */
function readOne(text: string, steps: Steps): Solution | null {
  if (/\\[pm][mp](?![A-Za-z])/.test(text)) return readBothSigns(text, steps);
  const member = /^(\\?[A-Za-z]{1,12}) ?\\in ?(?:\\mathbb\{R\}|R)$/.exec(text);
  if (member?.[1] && isVariable(member[1])) return { variable: member[1], intervals: ALL_REALS };
  const named = /^([^=]{1,20})=([^=]+)$/.exec(text);
  const plain = named && !mentionsRelation(text);
  const chain = plain ? { sides: [named[1] ?? "", named[2] ?? ""], signs: ["=" as const] } : readChain(text);
  if (!chain) return null;
  const sides = chain.sides.map((side) => withPairedMarks(side));
  const variable = variableOf(sides);
  if (variable === null || chain.signs.length > MAX_RELATIONS) return null;
  let intervals: Solved = null;
  for (const [at, sign] of chain.signs.entries()) {
    const solved = solvePair(sides[at] ?? "", sign, sides[at + 1] ?? "", variable, steps);
    if (!solved) return null;
    intervals = intervals ? meet(intervals, solved, steps) : solved;
    if (!intervals) return null;
  }
  return intervals && { variable, intervals };
}

type Link = "and" | "or" | ",";

function linkOf(piece: string): Link | null {
  if (/^(?:and|\\land|\\wedge|\\cap)$/i.test(piece)) return "and";
  if (/^(?:or|\\lor|\\vee|\\cup|U)$/i.test(piece)) return "or";
  return piece === "," || piece === ";" ? "," : null;
}

const isEverything = (all: Solved): boolean => all?.length === 1 && !all[0]?.low.at && !all[0]?.high.at;

/**
 * Two conditions joined. "And" between two that exclude each other lists them; a comma is "or" between such, and
 * "and" between two of which one always holds. Null where a comma might be either.
 */
function join(a: readonly Interval[], b: readonly Interval[], link: Link, steps: Steps): Solved {
  const either = union([...a, ...b], steps);
  if (link === "or") return either ?? [...a, ...b];
  const both = meet(a, b, steps);
  if (!both || (both.length === 0 && either)) return both && either;
  return link === "and" || isEverything(either) ? both : null;
}

function stripped(text: string, steps: Steps): string {
  const part = withPairedMarks(text);
  const inner = /^\((.*)\)$/.exec(part)?.[1];
  return inner !== undefined && pieces(inner, steps) ? inner.trim() : part;
}

/**
 * Solves what is written of one variable as inequalities: `x > 2`, chains `3 \ge x > 1`, `x \ne 3`, linear sides
 * (`2x + 1 < 7`), `|x - 1| < 3`, and several of them joined by "or", "and" or commas. Null where the text isn't
 * that, has more than one variable, or can't be solved so.
 */
export function readInequality(text: string, steps: Steps): Solution | null {
  if (!mentionsRelation(text)) return null;
  const all = pieces(text, steps);
  if (!all) return null;
  const links = all.flatMap((piece) => (piece.depth === 0 ? (linkOf(piece.text) ?? []) : []));
  const parts = splitAt(text, all, (piece) => linkOf(piece) !== null);
  if (parts.length > MAX_RELATIONS) return null;
  const used = new Set(links);
  if (used.size > 1 && used.has("and") && used.has("or")) return null;
  const link: Link = used.has("or") ? "or" : used.has("and") ? "and" : ",";
  let solution: Solution | null = null;
  let excludes = false;
  for (const part of parts) {
    const bare = stripped(part, steps);
    const excluded: boolean = solution !== null && excludes && !/[<>=]|\\(?:ne|le|ge|in)/.test(bare);
    const one = readOne(excluded ? `${solution?.variable}\\ne ${bare}` : bare, steps);
    excludes = excluded || /\\ne(?![A-Za-z])|!=/.test(bare);
    if (!one || (solution && one.variable !== solution.variable)) return null;
    const intervals: Solved = solution ? join(solution.intervals, one.intervals, link, steps) : one.intervals;
    if (!intervals) return null;
    solution = { variable: one.variable, intervals };
  }
  return solution;
}

import { type Steps, spend } from "./steps.ts";

/** Calls deeper than this inside each other are left as they stand. */
const MAX_DEPTH = 12;

const NAME = /[A-Za-z_]\w{0,30}(?:\.[A-Za-z_]\w{0,30}){0,2}\(/g;
const MODULES = /^(?:math|cmath|np|numpy|sympy|sp|mpmath|fractions|decimal|datetime|S)\./;
const CLOSES: Record<string, string> = { "(": ")", "[": "]", "{": "}" };

type Writer = (args: readonly string[]) => string | null;

const unquoted = (text: string): string => text.replace(/^(['"])(.*)\1$/, "$2");
const first: Writer = ([value = ""]) => unquoted(value);
const all =
  (open: string, close: string): Writer =>
  (args) =>
    open + args.join(", ") + close;
const between =
  (sign: string): Writer =>
  (args) =>
    args.length < 2 ? null : args.join(sign);
const interval =
  (open: string, close: string): Writer =>
  ([low, high]) =>
    high === undefined ? null : `${open}${low}, ${high}${close}`;

/** `[[1, 2], [3, 4]]` or `[1, 2]` as the rows of a matrix; a list of numbers is a column. */
function matrix([list = ""]: readonly string[]): string | null {
  const inner = /^\[(.*)\]$/.exec(list)?.[1];
  if (inner === undefined) return null;
  const rows = splitArguments(inner).map((row) => splitArguments(/^\[(.*)\]$/.exec(row)?.[1] ?? row));
  return `\\begin{pmatrix}${rows.map((row) => row.join(" & ")).join(" \\\\ ")}\\end{pmatrix}`;
}

function intervalOf(args: readonly string[]): string | null {
  const [low, high, leftOpen = "False", rightOpen = "False"] = args;
  if (high === undefined) return null;
  return `${leftOpen === "True" ? "(" : "["}${low}, ${high}${rightOpen === "True" ? ")" : "]"}`;
}

const quotient: Writer = ([n, d, more]) => {
  if (n === undefined || more !== undefined) return null;
  return d === undefined ? unquoted(n) : `\\frac{${n}}{${d}}`;
};

const day: Writer = ([y = "", m = "", d = ""]) =>
  /^\d{4}$/.test(y) ? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}` : null;

const WRITERS = new Map<string, Writer>([
  ["Fraction", quotient],
  ["Rational", quotient],
  ...["Decimal", "mpf", "Integer", "Float", "float64", "float32", "int64", "int32", "bool_"].map(
    (name): [string, Writer] => [name, first],
  ),
  ["sqrt", ([x]) => (x === undefined ? null : `\\sqrt{${x}}`)],
  ["cbrt", ([x]) => (x === undefined ? null : `\\sqrt[3]{${x}}`)],
  ["exp", ([x]) => (x === undefined ? null : `e^{${x}}`)],
  ["factorial", ([x]) => (x === undefined ? null : `(${x})!`)],
  ["float", first],
  ["root", ([x, n]) => (n !== undefined && /^\d{1,2}$/.test(n) ? `\\sqrt[${n}]{${x}}` : null)],
  ["complex", ([re = "0", im = "0"]) => `${re}${/^[-+]/.test(im) ? "" : "+"}${im}i`],
  ["Interval", intervalOf],
  ["Interval.open", interval("(", ")")],
  ["Interval.Lopen", interval("(", "]")],
  ["Interval.Ropen", interval("[", ")")],
  ["FiniteSet", all("\\{", "\\}")],
  ["frozenset", first],
  ["set", ([value]) => (value === undefined ? "\\{\\}" : value.replace(/^\[(.*)\]$/, "\\{$1\\}"))],
  ["Union", between(" \\cup ")],
  ["Intersection", between(" \\cap ")],
  ["Complement", between(" \\setminus ")],
  ["Tuple", all("(", ")")],
  ["Point", all("(", ")")],
  ["Point2D", all("(", ")")],
  ["Point3D", all("(", ")")],
  ["Eq", between("=")],
  ["Ne", between(" \\ne ")],
  ["Lt", between("<")],
  ["Le", between("<=")],
  ["Gt", between(">")],
  ["Ge", between(">=")],
  ["And", between(" and ")],
  ["Or", between(" or ")],
  ...["Matrix", "MutableDenseMatrix", "ImmutableDenseMatrix", "ImmutableMatrix", "array", "matrix"].map(
    (name): [string, Writer] => [name, matrix],
  ),
  ["date", day],
]);

/** Where the bracket at `open` closes; -1 where it never does. */
function closing(text: string, open: number): number {
  const expected: string[] = [];
  for (let at = open; at < text.length; at += 1) {
    const char = text.charAt(at);
    const close = CLOSES[char];
    if (close !== undefined) expected.push(close);
    else if (")]}".includes(char)) {
      if (expected.pop() !== char) return -1;
      if (expected.length === 0) return at;
    }
  }
  return -1;
}

/** The parts between the commas outside brackets. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  const last = text.slice(from).trim();
  return last === "" ? parts : [...parts, last];
}

/**
 * Rewrites the constructors that Python and SymPy print, `Fraction(1, 3)`, `Interval.open(1, 3)`, `Union(…)`,
 * `Matrix([[…]])`, `sqrt(2)`, as LaTeX, with or without their module's name. Calls of anything else stay.
 */
export function rewriteCalls(text: string, steps: Steps, depth = 0): string {
  if (depth > MAX_DEPTH || !spend(steps, text.length)) return text;
  let out = "";
  let from = 0;
  for (const match of text.matchAll(NAME)) {
    const start = match.index;
    const open = start + match[0].length - 1;
    const write = WRITERS.get(match[0].slice(0, -1).replace(MODULES, ""));
    if (!write || start < from || /[\\A-Za-z_.]/.test(text.charAt(start - 1))) continue;
    if (!spend(steps, text.length - open)) break;
    const end = closing(text, open);
    if (end < 0) continue;
    const args = splitArguments(text.slice(open + 1, end));
    const written = write(args.map((each) => rewriteCalls(each, steps, depth + 1)));
    if (written === null) continue;
    out += text.slice(from, start) + written;
    from = end + 1;
  }
  return out + text.slice(from);
}

import { rewriteCalls, splitArguments } from "./python-calls.ts";
import type { Steps } from "./steps.ts";

const COMPLEX = /^\(?([-+]?[\d.]{1,30}(?:e[-+]?\d{1,4})?)?([-+]?[\d.]{1,30}(?:e[-+]?\d{1,4})?)j\)?$/;
const KEY = /^(?:[A-Za-z]\w{0,10}|'[^']{1,20}'|"[^"]{1,20}")$/;
const NUMBERS =
  /^(?:\[ ?){1,2}-?[\d.]+(?:e[-+]?\d+)?(?: {1,4}-?[\d.]+(?:e[-+]?\d+)?|\] ?\[ ?-?[\d.]+(?:e[-+]?\d+)?){1,200} ?\]{1,2}$/;

/** The entries of a printed dictionary, or null where the text is none. */
function entries(text: string): [key: string, value: string][] | null {
  const inner = /^\{([^{}]+)\}$/.exec(text)?.[1];
  if (inner === undefined) return null;
  const found = splitArguments(inner).map((part): [string, string] => {
    const at = part.indexOf(":");
    return at < 0 ? ["", part] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
  const isDictionary = found.every(
    ([key, value]) => KEY.test(key) && value !== "" && !/[<>=]|\\/.test(value),
  );
  return isDictionary ? found.map(([key, value]) => [key.replace(/['"]/g, ""), value]) : null;
}

/** `{x: 3, y: 2}` as `x=3, y=2`, and a list of such as the tuples that they are. */
function respellDictionaries(text: string): string {
  const alone = entries(text);
  if (alone) return alone.map(([key, value]) => `${key}=${value}`).join(", ");
  const inner = /^\[(\{.*\})\]$/.exec(text)?.[1];
  const all = inner === undefined ? [] : splitArguments(inner).map(entries);
  if (all.length === 0) return text;
  const written: string[] = [];
  for (const each of all) {
    if (!each) return text;
    const [keys, values] = [each.map(([key]) => key), each.map(([, value]) => value)];
    written.push(
      each.length === 1 ? `${keys.join()}=${values.join()}` : `(${keys.join(",")})=(${values.join(", ")})`,
    );
  }
  return written.join(", ");
}

function respellContainers(text: string): string {
  if (/^[[({]/.test(text) === false) return text;
  const builder = /^\{ ?([A-Za-z] ?(?:\||:|\\mid|\\in|∈|\\colon|\\, ?\|).{1,500})\}$/.exec(text)?.[1];
  if (builder !== undefined && !entries(text)) return `\\{${builder}\\}`;
  const named = respellDictionaries(text);
  if (named !== text) return named;
  if (NUMBERS.test(text)) return text.replace(/(?<=[\d.]) +(?=[-\d.])/g, ", ").replace(/\] ?\[/g, "], [");
  const plain = /^[[({]['"]/.test(text) ? text.replace(/(['"])([^'"]{0,100})\1/g, "$2") : text;
  return plain.replace(/^\{([^{}]*,[^{}]*)\}$/, "\\{$1\\}");
}

/** SymPy's `3 + 4*I`: the capital letter is the imaginary unit where nothing else is named. */
function withImaginaryUnit(text: string): string {
  const isConstant =
    /\d/.test(text) &&
    /I/.test(text) &&
    !/[^-+*/\d.() I]/.test(text.replace(/\\?sqrt|\\frac|[{}[\],\\]/g, ""));
  return isConstant ? text.replaceAll("I", "i") : text;
}

/**
 * Python's ways of writing what LaTeX writes otherwise, as in printed output: `x**2`, `Fraction(1, 3)`,
 * `{1, 2}`, `[[1 2] [3 4]]`, `(3+4j)`, `Interval.open(1, oo)`, `[{x: 1}, {x: 2}]`, `(x < 1) | (x > 3)`, `'Yes'`.
 * What is no such value stays as it is.
 */
export function respellPython(text: string, steps: Steps): string {
  const complex = COMPLEX.exec(text);
  if (complex) return `${complex[1] ?? ""}${complex[2] ?? ""}i`;
  const quoted = /^(['"])([^'"]{1,500})\1$/.exec(text)?.[2];
  const calls = withImaginaryUnit(rewriteCalls(respellContainers(quoted ?? text), steps));
  return calls
    .replace(/(?<![\\A-Za-z])E\*\*/g, "e**")
    .replace(/^\*\*|\*\*$/g, "")
    .replace(/\*\*/g, "^")
    .replace(/^(-?\d{1,3})((?:_\d{3})+)$/, (_, head: string, rest: string) => head + rest.replaceAll("_", ""))
    .replace(/\b(?:negative|minus) infinity\b/gi, "-infinity")
    .replace(/\bpositive infinity\b/gi, "infinity")
    .replace(/\) ?\| ?\((?=[^()|]{0,100}[<>=])/g, ") or (")
    .replace(/\) ?& ?\((?=[^()&]{0,100}[<>=])/g, ") and (")
    .replace(/(?<![\\A-Za-z.])(?:math|np|numpy|sympy|S)\.(?=(?:pi|e|inf|oo|Reals|EmptySet)\b)/g, "")
    .replace(/^(?:S\.)?(?:EmptySet|Ø)$/, "\\emptyset")
    .replace(/(?<![\\A-Za-z])Reals(?![A-Za-z])/g, "\\mathbb{R}")
    .replace(/(?<![\\A-Za-z])sqrt ?\(([^()]*)\)/g, "\\sqrt{$1}")
    .replace(/(?<![\\A-Za-z])pi(?![A-Za-z])/g, "\\pi")
    .replace(/(?<![\\A-Za-z])(?:oo|inf|infinity|Infinity)(?![A-Za-z])/g, "\\infty ");
}

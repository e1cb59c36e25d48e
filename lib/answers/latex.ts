import { foldCharacters } from "./characters.ts";
import { tidyGroups } from "./groups.ts";
import { MONEY, TEXT_END, TEXT_START } from "./marks.ts";
import { respellPlain } from "./plain-spellings.ts";
import { respellPython } from "./python-values.ts";
import { type Steps, spend } from "./steps.ts";

const spelled = (spelling: string, names: string): [string, string][] =>
  names.split(" ").map((name) => [name, spelling]);

const COMMANDS = new Map<string, string>([
  ...spelled(
    "",
    "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle limits " +
      "nolimits boxed fbox ensuremath mathbf mathit bm boldsymbol rm bf it mathstrut nonumber hline ! euro pounds",
  ),
  ...spelled(" ", ", ; : > quad qquad enspace enskip thinspace medspace thickspace newline"),
  ...spelled("\\text", "text mbox hbox textbf textit textrm textsf texttt textnormal mathrm mathsf mathtt"),
  ...spelled("", "operatorname"),
  ...spelled("\\frac", "frac dfrac tfrac cfrac"),
  ...spelled("\\binom", "binom dbinom tbinom"),
  ...spelled("*", "cdot times ast cdotp"),
  ...spelled("/", "div"),
  ...spelled("\\le ", "le leq leqslant"),
  ...spelled("\\ge ", "ge geq geqslant"),
  ...spelled("\\ne ", "ne neq"),
  ...spelled("<", "lt"),
  ...spelled(">", "gt"),
  ...spelled("\\{", "lbrace {"),
  ...spelled("\\}", "rbrace }"),
  ...spelled("|", "lvert rvert vert mid"),
  ...spelled("[", "lbrack"),
  ...spelled("]", "rbrack"),
  ...spelled("...", "dots ldots cdots dotsc"),
  ...spelled("\\emptyset ", "emptyset varnothing"),
  ...spelled("\\infty ", "infty infin"),
  ...spelled("^\\circ ", "degree"),
  ...spelled("%", "%"),
  ...spelled(MONEY, "$"),
  ...spelled("", "( ) [ ]"),
  ...spelled(":", "colon"),
  ...["#", "&", "_"].map((char): [string, string] => [char, char]),
]);

const COMMAND = /\\(?:(left|right) ?\.|\\ ?(?:\[[^\]\\]{0,10}\])?|([A-Za-z]+)\*?|([^A-Za-z\\]))/g;

function respell(whole: string, nullDelimiter?: string, name?: string, sign?: string): string {
  if (nullDelimiter !== undefined) return "";
  if (name === undefined && sign === undefined) return "\\\\";
  if (sign !== undefined && /\s/.test(sign)) return " ";
  const found = COMMANDS.get(name ?? sign ?? "");
  return found ?? (sign === undefined ? `\\${name}` : whole);
}

/** Removes mathematics' dollar signs; one that is left over in front of a number is money. */
function respellDollars(text: string): string {
  if (!text.includes("$")) return text;
  const odd = (text.match(/\$/g)?.length ?? 0) % 2 === 1;
  const money = odd ? text.replace(/^( ?[-+]? ?)\$(?= ?[-+]?[\d.])/, `$1${MONEY}`) : text;
  return money.replaceAll("$", "");
}

function joinThousands(text: string): string {
  return text.replace(/(\d) ?(?:\{,\}|, ?\\!|\\[,!]) ?(?=\d{3}(?!\d))/g, "$1");
}

const FENCES = [
  ["**", "**"],
  ["`", "`"],
  ["__", "__"],
] as const;

function withoutMarkdown(text: string): string {
  for (const [open, close] of FENCES) {
    const inner = text.slice(open.length, -close.length);
    const fenced = text.length > 2 * open.length && text.startsWith(open) && text.endsWith(close);
    if (fenced && !inner.includes(open)) return withoutMarkdown(inner.trim());
  }
  return text;
}

/** Cuts the end of a sentence; three dots mean something and stay. */
function withoutFinalPunctuation(text: string): string {
  let end = text.length;
  while (end > 0 && " .,;:?".includes(text.charAt(end - 1)) && !text.slice(0, end).endsWith("...")) end -= 1;
  return text.slice(0, end).trim();
}

/**
 * The same answer in one spelling of LaTeX: one name for each command, arguments in braces, single spaces, no
 * sizes, no invisible spacing, no dollar signs, ASCII where there is a command for a sign. What stood in `\text{}`
 * lies between marks (see `marks.ts`). Linear in the length of `text`; spends its steps and stops when they are out.
 */
export function spellLatex(text: string, steps: Steps): string {
  const folded = withoutMarkdown(foldCharacters(text).replace(/\s+/g, " ").trim());
  if (!spend(steps, folded.length)) return "";
  if (/^[-+]?\d+(?:\.\d+)?$/.test(folded)) return folded;
  const single = folded.includes("\\begin") ? folded : folded.replace(/(?<!\\)\\\\(?=[A-Za-z])/g, "\\");
  const commands = respellDollars(
    joinThousands(respellPython(respellPlain(single), steps))
      .replace(COMMAND, respell)
      .replaceAll("~", " "),
  );
  const tidy = tidyGroups(commands, steps).replace(
    /\^ ?\{? ?\\circ ?\}?/g,
    `${TEXT_START}degrees${TEXT_END}`,
  );
  return withoutFinalPunctuation(tidy);
}

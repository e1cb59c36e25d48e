import type { Reader, TokenKind } from "./arithmetic-reader.ts";

const COMMAND = /\\(?:[A-Za-z]+\*?|\\(?:\[[^\]\n]{0,10}\])?|[^A-Za-z])/y;
const ENVIRONMENT = /\{[A-Za-z]{1,20}\*?\}/y;
const DEGREE_OF_ROOT = /\[\d\]/y;

const kinds = (kind: TokenKind, text: string, names: string): [string, readonly [TokenKind, string]][] =>
  names.split(" ").map((name) => [name, [kind, text]]);

const COMMANDS = new Map<string, readonly [kind: TokenKind, text: string]>([
  ...kinds("operator", "*", "times cdot ast"),
  ...kinds("operator", "/", "div"),
  ...kinds("command", "\\frac", "frac dfrac tfrac cfrac"),
  ...kinds("command", "\\sqrt", "sqrt"),
  ...kinds("command", "\\pi ", "pi"),
  ...kinds("relation", "≈", "approx simeq thickapprox doteq"),
  ...kinds("percent", "%", "%"),
  ...kinds("degree", "degree", "degree"),
  ...kinds("line", "\n", "\\"),
  ...kinds("quiet", "$", "$ ( )"),
  ...kinds(
    "break",
    ";",
    "[ ] quad qquad implies Rightarrow rightarrow Longrightarrow to iff because therefore",
  ),
  ...kinds("break", "<", "le leq ge geq lt gt ne neq equiv in leqslant geqslant begin end item tag"),
  ...kinds(
    "quiet",
    "",
    "left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle , ; ! : > &",
  ),
  ...kinds("quiet", "\\", "boxed text mbox textbf textit textrm mathrm mathbf fbox emph bold"),
]);

const ARGUMENTS = new Map([
  ["\\frac", 2],
  ["\\sqrt", 1],
]);

/** Reads a LaTeX command, and the sign `&` that lines equations up; false where there is neither. */
export function readCommand(reader: Reader): boolean {
  if (reader.char === "&") {
    const lining =
      reader.last?.kind === "relation" ||
      /^& ?(?:=|\\approx)/.test(reader.text.slice(reader.at, reader.at + 9));
    reader.push(lining ? "quiet" : "opaque", 1);
    return true;
  }
  const found = reader.match(COMMAND);
  if (found === null) return false;
  const name = found.startsWith("\\\\") ? "\\" : found.slice(1).replace(/\*$/, "");
  if (/^\s$/.test(name)) {
    reader.skip(found.length);
    return true;
  }
  const [kind, text] = COMMANDS.get(name) ?? ["opaque", found];
  if (reader.wanted > 0 && text === "\\pi ") {
    reader.bareArgument(kind, found.length, text);
    return true;
  }
  let length = found.length;
  let spelling = text;
  if (name === "begin" || name === "end") {
    reader.at += length;
    length += reader.match(ENVIRONMENT)?.length ?? 0;
    reader.at -= found.length;
  }
  if (name === "sqrt") {
    reader.at += length;
    const degree = reader.match(DEGREE_OF_ROOT) ?? "";
    reader.at -= length;
    length += degree.length;
    spelling += degree;
  }
  const nested = reader.wanted > 0 && ARGUMENTS.has(text);
  reader.push(nested ? "opaque" : kind, length, spelling);
  reader.wanted = ARGUMENTS.get(text) ?? 0;
  reader.wantedBy = text;
  return true;
}

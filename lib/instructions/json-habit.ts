/**
 * How the author of a JSON text writes backslashes. `doubled`: as JSON wants it, `"\\frac"`. `bare`: as LaTeX has them,
 * `"\sqrt"`, of which some look like escapes of JSON (`\frac`, `\times`, `\neq`, `\right`). `unclear`: nothing shows it.
 */
export type BackslashHabit = "doubled" | "bare" | "unclear";

/** By the escapes in the text: those that JSON doesn't know are bare commands, a doubled one before a letter isn't. */
export function backslashHabit(text: string): BackslashHabit {
  let hasDoubled = false;
  for (const { index, 1: letter = "" } of text.matchAll(/\\([\s\S])/g)) {
    if (!'"\\/bfnrtu'.includes(letter)) return "bare";
    if (letter === "\\" && /[A-Za-z]/.test(text[index + 2] ?? "")) hasDoubled = true;
  }
  return hasDoubled ? "doubled" : "unclear";
}

/** Commands of LaTeX that begin with n. `\nLet x be …` is a line break, for there is no command `\nLet`. */
const N_COMMANDS = new Set(
  [
    "nu|ne|neq|neg|not|notin|ni|nabla|natural|nmid|nparallel|nexists|nearrow|nwarrow|newline|nonumber|noindent",
    "nleq|ngeq|nless|ngtr|nleqslant|ngeqslant|nsim|ncong|nprec|nsucc|nsubseteq|nsupseteq|nolimits|normalsize",
    "nleftarrow|nrightarrow|nLeftarrow|nRightarrow|nleftrightarrow|nLeftrightarrow|ntriangleleft|ntriangleright",
    "nvdash|nVdash|nvDash|nVDash|nicefrac|normalfont",
  ].flatMap((line) => line.split("|")),
);
const T_COMMAND =
  /^(?:text[a-z]*|triangle[a-z]*|t(?:an|anh|au|ag|binom|frac|heta|herefore|ilde|imes|iny|o|op))$/;
/** Commands that are also a break and a word or variable: `\nu` may be a new line that begins with u. */
const AMBIGUOUS = new Set(["nu", "ne", "ni", "not", "neg", "to", "top", "tan", "tag"]);

/**
 * Does the backslash before `rest`, which begins with b, f, n, r or t, begin a command of LaTeX? Form feeds,
 * backspaces and lone carriage returns never stand in problems; tabs and line breaks do.
 */
export function beginsCommand(rest: string, habit: BackslashHabit): boolean {
  const [name = ""] = /^[A-Za-z]+/.exec(rest) ?? [];
  const [letter] = rest;
  if (letter !== "n" && letter !== "t") return name.length > 1;
  const isKnown = letter === "n" ? N_COMMANDS.has(name) : T_COMMAND.test(name);
  return isKnown && !(habit === "doubled" && AMBIGUOUS.has(name));
}

import { compareAnswers } from "./equal.ts";
import { COMPARISON_STEPS, newSteps } from "./steps.ts";

/** What one block of Python gave when it ran; `error.message` begins with the exception's type. */
export type RanBlock = {
  readonly stdout: string;
  readonly value: string | null;
  readonly error: { readonly kind: string; readonly message: string } | null;
};

/** Comparing the lines of one output costs no more than this. */
const OUTPUT_STEPS = 4 * COMPARISON_STEPS;

const TIMED_OUT = /\btime(?:d|_|-| )?\s?out|TimeoutError|TimeLimit/i;
const NUMERAL = /\d+(?:\.\d*)?(?:e[-+]?\d+)?/g;
/** Floating-point results of other machines and versions differ in their last digits, relative to their size. */
const NOISE = 1e-9;
const EXCEPTION = /^[\w.]{1,200}/;

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  while (lines[0] === "") lines.shift();
  return lines;
}

/** The same words around the same numbers, but for the last digits of those that aren't whole. */
function sameButForNoise(a: string, b: string): boolean {
  if (a.replace(NUMERAL, "#") !== b.replace(NUMERAL, "#")) return false;
  const others = b.match(NUMERAL) ?? [];
  return (a.match(NUMERAL) ?? []).every((numeral, at) => {
    const other = others[at] ?? "";
    if (numeral === other) return true;
    if (!/[.e]/.test(numeral + other)) return false;
    const [x, y] = [Number(numeral), Number(other)];
    return Math.abs(x - y) <= NOISE * Math.max(Math.abs(x), Math.abs(y));
  });
}

/** The same lines, or lines whose values are equal: `3.0000000000004` and `3.0000000000002`, `{1, 2}` and `{2, 1}`. */
function sameLines(recorded: readonly string[], printed: readonly string[]): boolean {
  if (recorded.length !== printed.length) return false;
  let left = OUTPUT_STEPS;
  return recorded.every((line, at) => {
    const other = printed[at] ?? "";
    if (line === other || sameButForNoise(line, other)) return true;
    if (left <= 0) return false;
    const steps = newSteps(Math.min(left, COMPARISON_STEPS));
    const { outcome } = compareAnswers(line, other, { steps });
    left -= steps.taken;
    return outcome === "equal";
  });
}

/** The type of an exception without its module, `core.SympifyError: …` as `SympifyError`. */
function typeOf(message: string): string {
  return EXCEPTION.exec(message)?.[0].split(".").at(-1) ?? "";
}

/**
 * Did a block give the output that its path records for it? What it printed, or that and the value of its last
 * expression as a notebook shows it; line ends and blank lines at both ends don't count, and lines agree also where
 * `compareAnswers` shows their values equal. A block that failed agrees with a record that ends in the same type of
 * exception, wherever it came from, or, if it was stopped, with one that tells of a timeout.
 */
export function agreesWithRecorded(recorded: string, ran: RanBlock): boolean {
  const wanted = linesOf(recorded);
  if (ran.error) {
    const last = wanted.at(-1) ?? "";
    if (ran.error.kind === "timeout") return TIMED_OUT.test(last);
    const type = typeOf(ran.error.message);
    return type !== "" && typeOf(last.trimStart()) === type;
  }
  if (sameLines(wanted, linesOf(ran.stdout))) return true;
  return ran.value !== null && sameLines(wanted, linesOf(`${ran.stdout.trimEnd()}\n${ran.value}`));
}

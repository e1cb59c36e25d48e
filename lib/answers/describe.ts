import type { Answer, Matrix, Region, Sequence } from "./answer.ts";
import { describeLeaf, unread } from "./describe-leaf.ts";
import type { AnswerKind, Description } from "./description.ts";
import { bareAnswer } from "./extract.ts";
import { spellLatex } from "./latex.ts";
import { MAX_ANSWER_LENGTH } from "./normalise.ts";
import { numberSetOf } from "./region.ts";
import { COMPARISON_STEPS, newSteps, type Steps } from "./steps.ts";
import { parseAnswer } from "./structure.ts";

/** So many parts are described each; what is wrong with one of them is said of the whole. */
const MAX_PARTS = 12;

function warningOf(parts: readonly Description[]): string | null {
  const at = parts.findIndex(({ warning }) => warning !== null);
  const part = parts[at];
  return part?.warning ? `Part ${at + 1}, ${part.words}: ${part.warning}` : null;
}

function composed(kind: AnswerKind, words: string, items: readonly Answer[], steps: Steps): Description {
  const parts = items.slice(0, MAX_PARTS).map((item) => described(item, steps));
  return { kind, words, warning: warningOf(parts), plain: null, parts };
}

const isPair = ({ items }: Sequence): boolean => items.length === 2;

function sequenceWords(answer: Sequence): [kind: AnswerKind, words: string] {
  const count = answer.items.length;
  const interval = isPair(answer) && numberSetOf(answer) !== null;
  switch (answer.style) {
    case "bare":
      return ["list", `${count} values in any order`];
    case "set":
      return ["set", count === 1 ? "a set of one" : `a set of ${count}`];
    case "round":
      return interval ? ["tuple", "a pair, or an open interval"] : ["tuple", `a tuple of ${count}`];
    case "square":
      return interval ? ["list", "a list of 2, or a closed interval"] : ["list", `a list of ${count}`];
    case "left":
    case "right":
      return ["interval", "a half-open interval"];
    case "vector":
      return ["vector", `a vector of ${count}`];
    case "ratio":
      return ["ratio", count === 2 ? "a ratio" : `a ratio of ${count}`];
  }
}

function describeSequence(answer: Sequence, steps: Steps): Description {
  const set = answer.style === "round" || answer.style === "square" ? numberSetOf(answer) : null;
  const half = answer.style === "left" || answer.style === "right";
  if (half && !numberSetOf(answer)) return unread("its brackets fit no interval");
  const [kind, words] = set?.certain ? (["interval", "an interval"] as const) : sequenceWords(answer);
  return composed(kind, words, answer.items, steps);
}

function describeMatrix({ rows }: Matrix, steps: Steps): Description {
  const columns = rows[0]?.length ?? 0;
  const words =
    columns === 1 ? `a column of ${rows.length}` : rows.length === 1 ? `a row of ${columns}` : null;
  return composed("matrix", words ?? `a matrix ${rows.length}×${columns}`, rows.flat(), steps);
}

function describeRegion({ intervals, variable }: Region): Description {
  const [only] = intervals;
  const all = intervals.length === 1 && only?.low.at === null && only.high.at === null;
  const what =
    intervals.length === 0
      ? "no real number"
      : all
        ? "all real numbers"
        : intervals.length === 1
          ? "the real numbers of an interval"
          : `the real numbers of ${intervals.length} intervals`;
  const of = variable === null ? "" : `, as values of ${variable.slice(0, 20)}`;
  return { kind: "region", words: `${what}${of}`, warning: null, plain: null, parts: [] };
}

function described(answer: Answer, steps: Steps): Description {
  switch (answer.kind) {
    case "leaf":
      return describeLeaf(answer, steps);
    case "matrix":
      return describeMatrix(answer, steps);
    case "region":
      return describeRegion(answer);
    case "union":
      return composed("union", `a union of ${answer.items.length} sets`, answer.items, steps);
    case "sequence":
      return describeSequence(answer, steps);
  }
}

/**
 * What the rules of `compareAnswers` read a reference answer as, in words for the person who writes it. A whole
 * solution that declares its answer (see `bareAnswer`) is read as that answer. Never throws, and stops after a
 * bounded number of steps. An answer described with a `plain` spelling is equal to it for `compareAnswers`.
 */
export function describeAnswer(text: string): Description {
  const bare = bareAnswer(text);
  if (bare === "") return { kind: "nothing", words: "no answer", warning: null, plain: null, parts: [] };
  if (bare.length > MAX_ANSWER_LENGTH)
    return unread(`longer than ${MAX_ANSWER_LENGTH.toLocaleString("en")} characters`);
  const steps = newSteps(COMPARISON_STEPS);
  const spelled = spellLatex(bare, steps);
  const found = steps.taken > steps.limit ? null : described(parseAnswer(spelled, steps), steps);
  return found === null || steps.taken > steps.limit ? unread("it takes too much work") : found;
}

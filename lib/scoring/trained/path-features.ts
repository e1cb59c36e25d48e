import { checkSegments } from "#lib/answers/arithmetic.ts";
import type { ExecutionOutcome, Segment } from "#lib/paths/contract.ts";
import { tokensOf } from "#lib/similarity/tokens.ts";
import { answerGroups } from "./answer-groups.ts";

/**
 * What a scorer may look at of a path. Its verdict, its problem's reference answer and its model's name are none of it:
 * a verdict is what is to be foretold, and names would teach whose answers are right instead of which.
 */
export interface SeenPath {
  id: number;
  segments: readonly Segment[];
  /** As checking found it in the path. */
  answer: string | null;
  answerRule: string | null;
  execution: ExecutionOutcome | null;
  /** False for a path that a person wrote: it may be the reference solution, so nobody is compared with it. */
  isModels: boolean;
}

interface Feature {
  name: string;
  label: string;
}

/** The readable features, in the order of their values. */
export const FEATURES: readonly Feature[] = [
  { name: "answer", label: "Has a final answer" },
  { name: "declared", label: "Says which answer is the final one" },
  { name: "agreement", label: "Share of the other paths with an equal answer" },
  { name: "majority", label: "Has the answer that most other paths have" },
  { name: "answers", label: "Different answers among the other paths" },
  { name: "code", label: "Has code" },
  { name: "ran", label: "Its code ran, and gave what it records" },
  { name: "failed", label: "Its code failed, or gave something else" },
  { name: "wrong", label: "Wrong arithmetic steps" },
  { name: "right", label: "Right arithmetic steps" },
  { name: "unclear", label: "Arithmetic steps in doubt" },
  { name: "words", label: "Length" },
  { name: "longer", label: "Longer than the problem's usual path" },
  { name: "repetition", label: "Repeats itself" },
  { name: "hedging", label: "Words of doubt" },
  { name: "numbers", label: "Share of the problem's numbers that it uses" },
  { name: "unused", label: "Steps to a result that it doesn't use again" },
  { name: "fractional", label: "A fraction where the problem has whole numbers alone" },
  { name: "negative", label: "A negative answer" },
  { name: "given", label: "Its answer is a number of the problem" },
];

const DECLARED = new Set(["boxed", "hashes", "phrase", "a-line", "bold"]);
const HEDGES =
  /\b(?:maybe|perhaps|probably|i think|i guess|not sure|might be|seems?|approximately|roughly|wait|hmm)\b/giu;
const NUMBER = /\d+(?:[.,]\d+)*/g;
const GRAM = 4;

/** The readable features of a problem's paths, a row for each. Linear in the length of the paths. */
export function pathFeatures(problem: string, paths: readonly SeenPath[]): number[][] {
  const groups = answerGroups(paths.map(({ answer }) => answer));
  const words = paths.map(({ segments }) => tokensOf(ownText(segments)));
  const usual = median(words.map((list) => list.length));
  const numbers = new Set(numbersIn(problem));
  const isWhole = [...numbers].every((number) => Number.isInteger(Number(number)));
  return paths.map((path, at) => {
    const others = paths.flatMap((other, where) =>
      where !== at && other.isModels ? [groups[where] ?? null] : [],
    );
    return [
      ...agreementOf(groups[at] ?? null, others, path),
      ...executionOf(path),
      ...stepsOf(path),
      ...lengthOf(words[at] ?? [], usual),
      (100 * (ownText(path.segments).match(HEDGES)?.length ?? 0)) / Math.max(20, words[at]?.length ?? 0),
      ...numbersOf(path, numbers, isWhole),
    ];
  });
}

function agreementOf(
  own: number | null,
  others: readonly (number | null)[],
  { answer, answerRule }: SeenPath,
): number[] {
  const counts = new Map<number, number>();
  for (const group of others) if (group !== null) counts.set(group, 1 + (counts.get(group) ?? 0));
  const same = own === null ? 0 : (counts.get(own) ?? 0);
  const most = Math.max(0, ...counts.values());
  return [
    answer === null ? 0 : 1,
    answerRule !== null && DECLARED.has(answerRule) ? 1 : 0,
    others.length === 0 ? 0 : same / others.length,
    same > 0 && same === most ? 1 : 0,
    others.length === 0 ? 0 : counts.size / others.length,
  ];
}

function executionOf({ segments, execution }: SeenPath): number[] {
  return [
    segments.some(({ type }) => type === "code") ? 1 : 0,
    execution === "reproduced" || execution === "unrecorded" ? 1 : 0,
    execution === "failed" || execution === "different" ? 1 : 0,
  ];
}

function stepsOf({ segments }: SeenPath): number[] {
  const steps = checkSegments(segments);
  return (["wrong", "right", "unclear"] as const).map((outcome) =>
    Math.log1p(steps.filter((step) => step.outcome === outcome).length),
  );
}

function lengthOf(words: readonly string[], usual: number): number[] {
  const grams = words.slice(GRAM - 1).map((_, at) => words.slice(at, at + GRAM).join(" "));
  const repeated = grams.length === 0 ? 0 : 1 - new Set(grams).size / grams.length;
  return [Math.log1p(words.length), Math.log((1 + words.length) / (1 + usual)), repeated];
}

function numbersOf({ segments, answer }: SeenPath, numbers: ReadonlySet<string>, isWhole: boolean): number[] {
  const all = numbersIn(ownText(segments));
  const used = new Set(all);
  const shared = [...numbers].filter((number) => used.has(number)).length;
  const counts = new Map<string, number>();
  for (const number of all) counts.set(number, 1 + (counts.get(number) ?? 0));
  const once = [...counts].filter(([number, count]) => count === 1 && !numbers.has(number)).length;
  const value = answer === null ? Number.NaN : Number(answer.replace(/[$,%\s]/g, ""));
  return [
    numbers.size === 0 ? 1 : shared / numbers.size,
    counts.size === 0 ? 0 : once / counts.size,
    isWhole && Number.isFinite(value) && !Number.isInteger(value) ? 1 : 0,
    value < 0 ? 1 : 0,
    answer !== null && numbers.has(answer.replace(/[$,%\s]/g, "")) ? 1 : 0,
  ];
}

/** What the path itself says: text and code, not what was printed. */
export function ownText(segments: readonly Segment[]): string {
  return segments.flatMap(({ type, content }) => (type === "output" ? [] : [content])).join("\n");
}

function numbersIn(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((number) => number.replaceAll(",", ""));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

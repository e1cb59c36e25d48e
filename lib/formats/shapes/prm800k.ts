import { buildDrafts, type RawRecord, type Shape } from "../drafts.ts";
import { leftover, plainOf, type Row, textOf } from "../fields.ts";
import { isObject } from "../json-value.ts";
import { bad, good, type Parsed } from "../parsed.ts";

interface Step {
  text: string;
  /** -1 wrong, 0 neutral, 1 right; null where nobody rated it. */
  rating: number | null;
}

const READ = ["question", "label"];
const QUESTION_READ = [
  "problem",
  "ground_truth_answer",
  "ground_truth_solution",
  "pre_generated_steps",
  "pre_generated_answer",
];

/** The step that the labeller went on from: the chosen completion, else the one written by hand, else the first. */
function takenStep(step: unknown, field: string): Parsed<Step> {
  if (!isObject(step)) return bad(field, "Each step must be an object with `completions`.");
  const completions: unknown[] = Array.isArray(step["completions"]) ? step["completions"] : [];
  const chosen = step["chosen_completion"];
  const taken =
    (typeof chosen === "number" ? completions[chosen] : undefined) ??
    step["human_completion"] ??
    completions[0];
  const text = isObject(taken) ? textOf(taken["text"]) : textOf(taken);
  if (text === undefined) return bad(field, "This step has no completion with a text.");
  const rating = isObject(taken) && typeof taken["rating"] === "number" ? taken["rating"] : null;
  return good({ text, rating });
}

function takenSteps(steps: unknown): Parsed<Step[]> {
  if (!Array.isArray(steps) || steps.length === 0)
    return bad("label.steps", "`label.steps` must be a list of steps.");
  const taken: Step[] = [];
  for (const [i, step] of steps.entries()) {
    const parsed = takenStep(step, `label.steps.${i}`);
    if (!parsed.ok) return parsed;
    taken.push(parsed.value);
  }
  return good(taken);
}

/** The model's whole solution with the labels as far as they follow it; undefined where the row has none. */
function wholeSolution(question: Row, taken: readonly Step[]): Step[] | undefined {
  const steps = question["pre_generated_steps"];
  if (!Array.isArray(steps) || steps.length === 0) return undefined;
  let followed = true;
  const whole: Step[] = [];
  for (const [i, step] of steps.entries()) {
    const text = textOf(step);
    if (text === undefined) return undefined;
    followed &&= taken[i]?.text === text;
    whole.push({ text, rating: followed ? (taken[i]?.rating ?? null) : null });
  }
  return whole;
}

function follows(taken: readonly Step[], whole: readonly Step[]): boolean {
  return taken.every((step, i) => step.text === whole[i]?.text);
}

function pathOf(
  problem: string,
  steps: readonly Step[],
  answer: string | undefined,
  rest: Row | undefined,
): RawRecord {
  const text = steps.map((step) => step.text).join("\n");
  const meta = {
    ...rest,
    steps: steps.map((step) => step.text),
    step_labels: steps.map((step) => step.rating),
  };
  const stated = /# Answer\s+(\S[^\n]*)/.exec(text)?.[1]?.trim();
  return { record: { problem, text, answer: stated ?? answer, meta }, from: { text: "label.steps" } };
}

/**
 * PRM800K (Lightman et al. 2023): `question` with the problem, and `label.steps`, each with rated completions.
 * A path is the steps that the labeller went on with, one a line; `meta.steps` holds their texts and
 * `meta.step_labels` their ratings (-1, 0, 1, null where unrated). Where the row holds the model's own whole
 * solution, that is the path, labelled as far as the labels follow it; steps that leave it are a second path.
 */
export const prm800k: Shape = {
  name: "prm800k",
  title: "PRM800K step labels",
  recognises: (row) =>
    isObject(row) &&
    isObject(row["question"]) &&
    textOf(row["question"]["problem"]) !== undefined &&
    isObject(row["label"]) &&
    Array.isArray(row["label"]["steps"]),
  drafts(row, options) {
    const question = isObject(row) ? row["question"] : undefined;
    if (!isObject(row) || !isObject(question)) return bad("question", "This row needs an object `question`.");
    const problem = textOf(question["problem"]);
    if (problem === undefined) return bad("question.problem", "There is no problem's text: add it.");
    const taken = takenSteps(isObject(row["label"]) ? row["label"]["steps"] : undefined);
    if (!taken.ok) return taken;
    const whole = wholeSolution(question, taken.value);
    const rest = leftover(row, READ);
    const paths =
      whole === undefined ? [] : [pathOf(problem, whole, plainOf(question["pre_generated_answer"]), rest)];
    if (whole === undefined || !follows(taken.value, whole))
      paths.push(pathOf(problem, taken.value, undefined, rest));
    const record = {
      problem,
      answer: plainOf(question["ground_truth_answer"]),
      solution: textOf(question["ground_truth_solution"]),
      meta: leftover(question, QUESTION_READ),
    };
    const from = { problem: "question.problem", answer: "question.ground_truth_answer" };
    return buildDrafts({ problems: [{ record, from }], paths }, options);
  },
};

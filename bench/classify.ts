/**
 * How well a problem's sub-domain is guessed from its statement: `node bench/classify.ts`. The 5000 problems of MATH's
 * test set (in `shared/data` beside the checkout's folder; skipped aloud where they are missing) by their seven types,
 * in five folds: learnt from four, tried on the fifth. Multinomial naive Bayes on the same features stands beside it
 * in the same run. Then the time that training takes, with its own held-out estimate, of 5000 and 20,000 texts.
 */
import { existsSync, readFileSync } from "node:fs";
import { calibrationError, likeliest } from "#lib/problems/classifier/calibration.ts";
import { featuresOf } from "#lib/problems/classifier/features.ts";
import { type Classifier, classify, type Example, trainClassifier } from "#lib/problems/classifier.ts";

const MATH = new URL("../../shared/data/math/test.jsonl", import.meta.url);
const FOLDS = 5;
const DIMENSIONS = 2 ** 18;
/** Lidstone smoothing; from 1 down to 0.01 the baseline rose from 61.5 % to 66.5 %, so it gets the best. */
const SMOOTHING = 0.01;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const say = (label: string, text: string) => console.info(`${label.padEnd(30)}${text}`);

function finish<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function learn(examples: readonly Example<string>[]): Classifier<string> {
  const learnt = finish(trainClassifier(examples));
  if (!learnt) throw new Error("MATH has enough labels to learn from");
  return learnt;
}

function pairs(text: string): [number, number][] {
  const { features, amounts } = featuresOf(text, DIMENSIONS);
  return Array.from(features, (feature, at) => [feature, amounts[at] ?? 0]);
}

/** Multinomial naive Bayes: the class whose texts would rather have given these features. */
function naiveBayes(examples: readonly Example<string>[]): (text: string) => string {
  const classes = new Map<string, { texts: number; sum: number; counts: Float64Array }>();
  for (const { text, label } of examples) {
    const of = classes.get(label) ?? { texts: 0, sum: 0, counts: new Float64Array(DIMENSIONS) };
    classes.set(label, of);
    of.texts += 1;
    for (const [feature, count] of pairs(text)) {
      of.counts[feature] = (of.counts[feature] ?? 0) + count;
      of.sum += count;
    }
  }
  return (text) => {
    const counts = pairs(text);
    const scored = [...classes].map(([label, of]) => {
      const floor = Math.log(of.sum + SMOOTHING * DIMENSIONS);
      const each = counts.map(([at, count]) => count * (Math.log((of.counts[at] ?? 0) + SMOOTHING) - floor));
      return { label, score: each.reduce((a, b) => a + b, Math.log(of.texts)) };
    });
    return scored.reduce((a, b) => (b.score > a.score ? b : a)).label;
  };
}

function compare(examples: readonly Example<string>[]) {
  const labels = [...new Set(examples.map(({ label }) => label))];
  let right = 0;
  let baseline = 0;
  const heldOut: { logits: Float64Array; label: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learnt = learn(examples.filter((_, at) => at % FOLDS !== fold));
    const bayes = naiveBayes(examples.filter((_, at) => at % FOLDS !== fold));
    for (const { text, label } of examples.filter((_, at) => at % FOLDS === fold)) {
      const shares = new Map(classify(learnt, text).map((one) => [one.label, one.confidence]));
      // Logarithms of probabilities are logits of them.
      const logits = Float64Array.from(labels, (one) => Math.log(shares.get(one) ?? 1 / labels.length));
      heldOut.push({ logits, label: labels.indexOf(label) });
      if (labels[likeliest(logits).label] === label) right += 1;
      if (bayes(text) === label) baseline += 1;
    }
  }
  say("logistic regression, held out", percent(right / examples.length));
  say("its calibration error", percent(calibrationError(heldOut, 1)));
  say("naive Bayes, held out", percent(baseline / examples.length));
}

function time(examples: readonly Example<string>[]) {
  const start = performance.now();
  const { accuracy, calibrationError: error } = learn(examples);
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const found = `${percent(accuracy)} right by its own estimate, calibration error ${percent(error)}`;
  say(`${examples.length} texts`, `${seconds} s, ${found}`);
}

if (!existsSync(MATH)) console.info(`SKIPPED: there is no ${MATH.pathname}`);
else {
  const lines = readFileSync(MATH, "utf8").split("\n");
  const examples = lines
    .filter((line) => line !== "")
    // The file is fixed and described in SOURCES.md.
    .map((line) => JSON.parse(line) as { problem: string; type: string })
    .map(({ problem, type }): Example<string> => ({ text: problem, label: type }));
  compare(examples);
  time(examples);
  say("", "the same texts four times over, so that only the time says something:");
  time([1, 2, 3, 4].flatMap(() => examples));
}

import { seeded } from "#lib/statistics/seeded.ts";
import { crossCalibrationError, fitTemperature, type HeldOut, likeliest } from "./classifier/calibration.ts";
import { fairCap } from "./classifier/fair-cap.ts";
import { type Features, featuresOf } from "./classifier/features.ts";
import { foldsOf } from "./classifier/folds.ts";
import { type Labelled, type LogisticModel, logits, softmax, trainLogistic } from "./classifier/logistic.ts";
import { telling, vectorOf } from "./classifier/vectors.ts";

/** A class with fewer texts than this isn't learnt: one can't tell what they have in common. */
export const LEAST_PER_CLASS = 5;
/** Of more classes only the largest are learnt. */
export const MOST_CLASSES = 100;

/** Weights are kept for at most so many features, and for fewer where there are many classes: 32 MB at most. */
const MOST_DIMENSIONS = 2 ** 18;
const MOST_WEIGHTS = 2 ** 23;

/** So many passes over the texts, or, where texts are few, so many steps; never so many that it takes long. */
const EPOCHS = 10;
const LEAST_EPOCHS = 3;
const STEPS = 2000;
const MOST_EPOCHS = 60;
/** Of more characters in all, the longest texts are read as far as they fit: what is kept of them is 100 MB at most. */
const MOST_CHARACTERS = 8_000_000;
/** Feature weights that are looked at in one training: a few seconds. */
const MOST_WORK = 600_000_000;

export interface Example<Label> {
  readonly text: string;
  readonly label: Label;
}

/** What was learnt from a project's labels. */
export interface Classifier<Label> {
  readonly labels: readonly Label[];
  /** Texts that it learnt from. */
  readonly trainedOn: number;
  /** Share of held-out texts that were classified as their label says. */
  readonly accuracy: number;
  /** Expected calibration error on held-out texts, from 0 to 1. */
  readonly calibrationError: number;
  readonly dimensions: number;
  readonly tellings: Float32Array;
  readonly model: LogisticModel;
  readonly temperature: number;
}

/**
 * Learns to tell classes of texts apart: multinomial logistic regression on hashed, weighted words and runs of
 * letters. Accuracy, calibration and its error come from texts that the model which classified them didn't see: five
 * folds, or, of many texts, one fifth. Null where fewer than two classes have `LEAST_PER_CLASS` texts. Same examples,
 * same classifier. A generator: it takes up to a few seconds, and its caller can do other things at each of its steps.
 */
export function* trainClassifier<Label>(
  examples: readonly Example<Label>[],
): Generator<undefined, Classifier<Label> | null> {
  const labels = learnable(examples);
  if (labels.length < 2) return null;
  const dimensions = dimensionsFor(labels.length);
  const labelOf = new Map(labels.map((label, at) => [label, at]));
  const texts: Read[] = [];
  const longest = fairCap(
    examples.map(({ text }) => text.length),
    MOST_CHARACTERS,
  );
  for (const { text, label } of examples) {
    const at = labelOf.get(label);
    if (at === undefined) continue;
    texts.push({ found: featuresOf(text.slice(0, longest), dimensions), label: at });
    yield;
  }
  const classes = labels.length;
  const heldOut: HeldOut[] = [];
  for (const { seen, unseen } of foldsOf(
    texts.map(({ label }) => label),
    seeded(texts.length),
  )) {
    const fitted = yield* learnFrom(pick(texts, seen), classes, dimensions);
    for (const { found, label } of pick(texts, unseen)) {
      heldOut.push({ logits: logits(fitted.model, vectorOf(found, fitted.tellings)), label });
      yield;
    }
  }
  const right = heldOut.filter(({ logits, label }) => likeliest(logits).label === label).length;
  return {
    labels,
    trainedOn: texts.length,
    accuracy: right / heldOut.length,
    calibrationError: yield* crossCalibrationError(heldOut),
    dimensions,
    temperature: yield* fitTemperature(heldOut),
    ...(yield* learnFrom(texts, classes, dimensions)),
  };
}

/** All classes with how sure it is of each, likeliest first; their sum is 1. Nothing for a text without words. */
export function classify<Label>(
  { labels, dimensions, tellings, model, temperature }: Classifier<Label>,
  text: string,
): { label: Label; confidence: number }[] {
  const vector = vectorOf(featuresOf(text, dimensions), tellings);
  if (vector.features.length === 0) return [];
  const probabilities = softmax(logits(model, vector), temperature);
  return labels
    .map((label, at) => ({ label, confidence: probabilities[at] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

interface Read {
  found: Features;
  label: number;
}

function learnable<Label>(examples: readonly Example<Label>[]): Label[] {
  const sizes = new Map<Label, number>();
  for (const { label } of examples) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes]
    .filter(([, size]) => size >= LEAST_PER_CLASS)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_CLASSES)
    .map(([label]) => label);
}

function dimensionsFor(classes: number): number {
  let dimensions = MOST_DIMENSIONS;
  while (dimensions * classes > MOST_WEIGHTS) dimensions /= 2;
  return dimensions;
}

function pick<T>(items: readonly T[], places: readonly number[]): T[] {
  return places.flatMap((at) => items.slice(at, at + 1));
}

function* learnFrom(texts: readonly Read[], classes: number, dimensions: number) {
  const tellings = yield* telling(
    texts.map(({ found }) => found),
    dimensions,
  );
  const labelled: Labelled[] = [];
  let features = 0;
  for (const { found, label } of texts) {
    const vector = vectorOf(found, tellings);
    features += vector.features.length;
    labelled.push({ vector, label });
    yield;
  }
  const wanted = Math.min(MOST_EPOCHS, Math.max(EPOCHS, Math.ceil(STEPS / texts.length)));
  const affordable = Math.floor(MOST_WORK / Math.max(1, features * classes));
  const epochs = Math.max(LEAST_EPOCHS, Math.min(wanted, affordable));
  const model = yield* trainLogistic(labelled, { classes, dimensions, epochs }, seeded(1));
  return { tellings, model };
}

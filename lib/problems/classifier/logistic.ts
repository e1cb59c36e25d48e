import { shuffle } from "./shuffle.ts";
import type { Vector } from "./vectors.ts";

/** Multinomial logistic regression: for each feature a weight for each class, side by side. */
export interface LogisticModel {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface Labelled {
  readonly vector: Vector;
  /** From 0 to classes − 1. */
  readonly label: number;
}

const RATE = 1;
/** The share of a class is learnt slowly, or the last texts seen would decide it. */
const BIAS_RATE = 0.1;

/** What each class scores, before it becomes a probability. */
export function logits(
  { classes, weights, biases }: LogisticModel,
  { features, weights: x }: Vector,
): Float64Array {
  const scores = Float64Array.from(biases);
  for (let at = 0; at < features.length; at += 1) {
    const row = (features[at] ?? 0) * classes;
    const value = x[at] ?? 0;
    for (let label = 0; label < classes; label += 1) {
      scores[label] = (scores[label] ?? 0) + (weights[row + label] ?? 0) * value;
    }
  }
  return scores;
}

/** Probabilities of logits that are divided by `temperature` first: above 1 it makes them less sure. */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp((score - most) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/**
 * Fits the model by stochastic gradient descent on the log loss, with a rate that falls to 0 over `epochs` passes in
 * an order that `random` shuffles; ending early is what keeps it from learning by heart. Same input, same model. A
 * generator, so that its caller can do other things after each example.
 */
export function* trainLogistic(
  examples: readonly Labelled[],
  shape: { classes: number; dimensions: number; epochs: number },
  random: () => number,
): Generator<undefined, LogisticModel> {
  const { classes, dimensions, epochs } = shape;
  const weights = new Float32Array(dimensions * classes);
  const biases = new Float32Array(classes);
  const model = { classes, weights, biases };
  const steps = epochs * examples.length;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { vector, label } of shuffle(examples, random)) {
      const errors = softmax(logits(model, vector));
      errors[label] = (errors[label] ?? 0) - 1;
      const rate = RATE * (1 - step / steps);
      const { features, weights: x } = vector;
      for (let at = 0; at < features.length; at += 1) {
        const row = (features[at] ?? 0) * classes;
        const by = rate * (x[at] ?? 0);
        for (let one = 0; one < classes; one += 1) {
          weights[row + one] = (weights[row + one] ?? 0) - by * (errors[one] ?? 0);
        }
      }
      for (let one = 0; one < classes; one += 1) {
        biases[one] = (biases[one] ?? 0) - BIAS_RATE * rate * (errors[one] ?? 0);
      }
      step += 1;
      yield;
    }
  }
  return model;
}

import { softmax } from "./logistic.ts";

/** What a model that didn't see a text made of it. */
export interface HeldOut {
  readonly logits: Float64Array;
  readonly label: number;
}

const COLDEST = 0.05;
const HOTTEST = 20;
/** The range is narrowed to 0.2 % of itself. */
const NARROWINGS = 13;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const BINS = 10;

/** Mean of −ln(the probability of the true class). */
function logLoss(heldOut: readonly HeldOut[], temperature: number): number {
  let sum = 0;
  for (const { logits, label } of heldOut) {
    sum -= Math.log(Math.max(softmax(logits, temperature)[label] ?? 0, Number.MIN_VALUE));
  }
  return sum / heldOut.length;
}

/**
 * The one number that logits are divided by for probabilities that come true (C. Guo et al., "On calibration of modern
 * neural networks", 2017): the log loss of held-out texts is least there. By golden-section search over its logarithm;
 * 1 without texts. A generator, so that its caller can do other things after each look at the texts.
 */
export function* fitTemperature(heldOut: readonly HeldOut[]): Generator<undefined, number> {
  if (heldOut.length === 0) return 1;
  let [low, high] = [Math.log(COLDEST), Math.log(HOTTEST)];
  for (let narrowing = 0; narrowing < NARROWINGS; narrowing += 1) {
    const span = (high - low) * GOLDEN;
    const left = logLoss(heldOut, Math.exp(high - span));
    yield;
    const right = logLoss(heldOut, Math.exp(low + span));
    yield;
    if (left <= right) high = low + span;
    else low = high - span;
  }
  return Math.exp((low + high) / 2);
}

/** The likeliest class and how sure it is. */
export function likeliest(probabilities: Float64Array): { label: number; confidence: number } {
  let label = 0;
  for (let one = 1; one < probabilities.length; one += 1) {
    if ((probabilities[one] ?? 0) > (probabilities[label] ?? 0)) label = one;
  }
  return { label, confidence: probabilities[label] ?? 0 };
}

/**
 * Expected calibration error: over ten bins of confidence, by how much the mean confidence and the share that was
 * right differ, weighted by the texts in each; from 0 to 1, and 0 without texts.
 */
export function calibrationError(heldOut: readonly HeldOut[], temperature: number): number {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const { logits, label } of heldOut) {
    const best = likeliest(softmax(logits, temperature));
    const bin = bins[Math.min(BINS - 1, Math.floor(best.confidence * BINS))];
    if (!bin) continue;
    bin.confidence += best.confidence;
    bin.right += best.label === label ? 1 : 0;
  }
  const gaps = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0);
  return heldOut.length === 0 ? 0 : gaps / heldOut.length;
}

/** The same, honestly: the temperature that judges one half of the texts was fitted on the other half. */
export function* crossCalibrationError(heldOut: readonly HeldOut[]): Generator<undefined, number> {
  const even = heldOut.filter((_, at) => at % 2 === 0);
  const odd = heldOut.filter((_, at) => at % 2 === 1);
  if (odd.length === 0) return 0;
  const ofEven = calibrationError(even, yield* fitTemperature(odd)) * even.length;
  const ofOdd = calibrationError(odd, yield* fitTemperature(even)) * odd.length;
  return (ofEven + ofOdd) / heldOut.length;
}

import type { Features } from "./features.ts";

/** A text as a point: the numbers of its features and the weight of each; of length 1, or 0 where nothing is known. */
export interface Vector {
  readonly features: Uint32Array;
  readonly weights: Float32Array;
}

/** A feature must be in so many texts, or it says nothing about others. */
const LEAST_TEXTS = 2;

/**
 * How telling each feature is: ln((1 + n) / (1 + texts with it)) + 1, the smoothed inverse document frequency;
 * 0 for features of fewer than two texts. A generator, so that its caller can do other things after each text.
 */
export function* telling(texts: readonly Features[], dimensions: number): Generator<undefined, Float32Array> {
  const found = new Uint32Array(dimensions);
  for (const { features } of texts) {
    for (const feature of features) found[feature] = (found[feature] ?? 0) + 1;
    yield;
  }
  return Float32Array.from(found, (count) =>
    count < LEAST_TEXTS ? 0 : Math.log((1 + texts.length) / (1 + count)) + 1,
  );
}

/** The text's features by ln(1 + amount) times how telling each is, scaled to length 1. */
export function vectorOf({ features, amounts }: Features, tellings: Float32Array): Vector {
  const known = new Uint32Array(features.length);
  const weights = new Float32Array(features.length);
  let size = 0;
  let squares = 0;
  for (let at = 0; at < features.length; at += 1) {
    const feature = features[at] ?? 0;
    const weight = Math.log1p(amounts[at] ?? 0) * (tellings[feature] ?? 0);
    if (weight === 0) continue;
    known[size] = feature;
    weights[size] = weight;
    squares += weight * weight;
    size += 1;
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  return { features: known.slice(0, size), weights: weights.slice(0, size).map((weight) => weight * scale) };
}

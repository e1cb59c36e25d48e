/**
 * Distance of two vectors of length 1 by the cosine of their angle: 1 − cos, from 0 (the same direction) to 1 (at right
 * angles, or farther apart). Both have the same number of dimensions.
 */
export function cosineDistance(one: Float32Array, other: Float32Array): number {
  let dot = 0;
  for (let at = 0; at < one.length; at += 1) dot += (one[at] ?? 0) * (other[at] ?? 0);
  return Math.min(1, Math.max(0, 1 - dot));
}

/** The vector with length 1; a vector of nothing but zeros stays one. */
export function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** A smooth function with its gradient, which it writes into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  at: Float64Array;
  value: number;
  iterations: number;
  converged: boolean;
}

export interface MinimiseOptions {
  /** Pairs of steps that are remembered. */
  memory?: number;
  iterations?: number;
  /** Ends when the largest part of the gradient is below this. */
  tolerance?: number;
}

const SUFFICIENT = 1e-4;
const CURVATURE = 0.9;
const LINE_STEPS = 40;

/**
 * Minimises a smooth function from `start` by L-BFGS (Nocedal & Wright 2006, algorithm 7.5), with a line search by
 * bisection for the weak Wolfe conditions. Deterministic.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { memory = 10, iterations = 500, tolerance = 1e-6 }: MinimiseOptions = {},
): Minimum {
  const size = start.length;
  let at = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = objective(at, gradient);
  const steps: { moved: Float64Array; turned: Float64Array; scale: number }[] = [];
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    if (largest(gradient) <= tolerance) return { at, value, iterations: iteration, converged: true };
    const direction = descent(gradient, steps);
    const slope = dot(direction, gradient);
    const first = steps.length === 0 ? Math.min(1, 1 / Math.max(largest(gradient), 1e-12)) : 1;
    const next = search(objective, { at, value, slope, direction }, first);
    if (next === null) return { at, value, iterations: iteration, converged: false };
    const moved = difference(next.at, at);
    const turned = difference(next.gradient, gradient);
    const curvature = dot(moved, turned);
    if (curvature > 1e-12) {
      steps.push({ moved, turned, scale: 1 / curvature });
      if (steps.length > memory) steps.shift();
    }
    ({ at, value, gradient } = next);
  }
  return { at, value, iterations, converged: largest(gradient) <= tolerance };
}

function descent(
  gradient: Float64Array,
  steps: readonly { moved: Float64Array; turned: Float64Array; scale: number }[],
): Float64Array {
  const direction = gradient.map((part) => -part);
  const weights: number[] = [];
  for (const { moved, turned, scale } of steps.toReversed()) {
    const weight = scale * dot(moved, direction);
    weights.push(weight);
    add(direction, turned, -weight);
  }
  const last = steps.at(-1);
  if (last) multiply(direction, 1 / (last.scale * dot(last.turned, last.turned)));
  for (const { moved, turned, scale } of steps) {
    const weight = weights.pop() ?? 0;
    add(direction, moved, weight - scale * dot(turned, direction));
  }
  return direction;
}

function search(
  objective: Objective,
  from: { at: Float64Array; value: number; slope: number; direction: Float64Array },
  first: number,
): { at: Float64Array<ArrayBuffer>; value: number; gradient: Float64Array<ArrayBuffer> } | null {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let length = first;
  for (let tries = 0; tries < LINE_STEPS; tries += 1) {
    const at = Float64Array.from(from.at);
    add(at, from.direction, length);
    const gradient = new Float64Array(at.length);
    const value = objective(at, gradient);
    if (!(value <= from.value + SUFFICIENT * length * from.slope)) high = length;
    else if (dot(gradient, from.direction) < CURVATURE * from.slope) low = length;
    else return { at, value, gradient };
    length = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function add(target: Float64Array, other: Float64Array, times: number): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) + times * (other[at] ?? 0);
}

function multiply(target: Float64Array, times: number): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) * times;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((part, at) => part - (b[at] ?? 0));
}

function largest(values: Float64Array): number {
  return values.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
}

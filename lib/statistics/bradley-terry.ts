import { inverse } from "./matrix.ts";
import { minimise } from "./minimise.ts";

/** One comparison of two items, by their places from 0. */
export interface Result {
  a: number;
  b: number;
  outcome: "a" | "b" | "tie";
  /** 1 where left out. */
  weight?: number;
}

export interface BradleyTerryOptions {
  /** Precision of the Gaussian prior on each strength, which keeps them finite where one side wins all. */
  prior?: number;
}

export interface BradleyTerry {
  /** In log-odds; the mean within each component is 0. */
  strengths: number[];
  /** Standard error of each strength against its component's mean, by the inverse of the information; of one that nothing is compared with, the prior's. */
  errors: number[];
  /** Logarithm of Davidson's ν: how readily equals tie. */
  tie: number;
  converged: boolean;
  /** For each item the lowest place of the items that it is compared with, through others too: only those with the same are comparable. */
  components: number[];
}

const PRIOR = 0.1;

/**
 * Bradley–Terry strengths with ties (Davidson 1970): of two items with strengths s and t in log-odds, the first wins
 * with probability ∝ e^((s − t) / 2), the second ∝ e^((t − s) / 2), and they tie ∝ ν. Maximum a posteriori under a
 * weak Gaussian prior. A pass costs as much as there are results; the errors cost items³.
 */
export function bradleyTerry(
  items: number,
  results: readonly Result[],
  { prior = PRIOR }: BradleyTerryOptions = {},
): BradleyTerry {
  const { at, converged } = minimise(
    (at, gradient) => negativeLogPosterior(at, gradient, items, results, prior),
    new Float64Array(items + 1),
    { tolerance: 1e-7, iterations: 1000 },
  );
  const components = componentsOf(items, results);
  const covariance = inverse(information(at, items, results, prior));
  return {
    strengths: centred(Array.from(at.slice(0, items)), components),
    errors: Array.from({ length: items }, (_, item) => errorOf(item, covariance, components)),
    tie: at[items] ?? 0,
    converged,
    components,
  };
}

/** Probabilities that the first wins, that the second does, and of a tie. */
export function outcomeChances(difference: number, tie: number): { a: number; b: number; tie: number } {
  const most = Math.max(Math.abs(difference) / 2, tie);
  const a = Math.exp(difference / 2 - most);
  const b = Math.exp(-difference / 2 - most);
  const both = Math.exp(tie - most);
  const sum = a + b + both;
  return { a: a / sum, b: b / sum, tie: both / sum };
}

function negativeLogPosterior(
  at: Float64Array,
  gradient: Float64Array,
  items: number,
  results: readonly Result[],
  prior: number,
): number {
  let loss = 0;
  for (let part = 0; part <= items; part += 1) {
    const value = at[part] ?? 0;
    gradient[part] = prior * value;
    loss += (prior / 2) * value * value;
  }
  const tie = at[items] ?? 0;
  for (const { a, b, outcome, weight = 1 } of results) {
    const chances = outcomeChances((at[a] ?? 0) - (at[b] ?? 0), tie);
    loss -= weight * Math.log(Math.max(Number.MIN_VALUE, chances[outcome]));
    const won = outcome === "a" ? 0.5 : outcome === "b" ? -0.5 : 0;
    const push = weight * ((chances.a - chances.b) / 2 - won);
    gradient[a] = (gradient[a] ?? 0) + push;
    gradient[b] = (gradient[b] ?? 0) - push;
    gradient[items] = (gradient[items] ?? 0) + weight * (chances.tie - (outcome === "tie" ? 1 : 0));
  }
  return loss;
}

/** Second derivatives of the negative log-posterior: the strengths', and last the tie's. */
function information(at: Float64Array, items: number, results: readonly Result[], prior: number): number[][] {
  const matrix = Array.from({ length: items + 1 }, (_, row) =>
    Array.from({ length: items + 1 }, (_, column) => (row === column ? prior : 0)),
  );
  const grow = (row: number, column: number, by: number) => {
    const line = matrix[row];
    if (line) line[column] = (line[column] ?? 0) + by;
  };
  for (const { a, b, weight = 1 } of results) {
    const chances = outcomeChances((at[a] ?? 0) - (at[b] ?? 0), at[items] ?? 0);
    const lean = (chances.a - chances.b) / 2;
    const spread = weight * ((chances.a + chances.b) / 4 - lean * lean);
    const cross = -weight * lean * chances.tie;
    grow(a, a, spread);
    grow(b, b, spread);
    grow(a, b, -spread);
    grow(b, a, -spread);
    for (const [item, sign] of [
      [a, 1],
      [b, -1],
    ] as const) {
      grow(item, items, sign * cross);
      grow(items, item, sign * cross);
    }
    grow(items, items, weight * chances.tie * (1 - chances.tie));
  }
  return matrix;
}

function componentsOf(items: number, results: readonly Result[]): number[] {
  const parent = Array.from({ length: items }, (_, item) => item);
  const root = (item: number): number => {
    let here = item;
    while (parent[here] !== undefined && parent[here] !== here) here = parent[here] ?? here;
    return here;
  };
  for (const { a, b } of results) {
    const [low, high] = [root(a), root(b)].toSorted((one, other) => one - other);
    if (low !== undefined && high !== undefined) parent[high] = low;
  }
  return parent.map((_, item) => root(item));
}

/** The centred strength is s − mean: its variance is that of s, less twice their covariance, and the mean's. */
function errorOf(
  item: number,
  covariance: readonly (readonly number[])[],
  components: readonly number[],
): number {
  const between = (one: number, other: number) => covariance[one]?.[other] ?? 0;
  const peers = components.flatMap((root, other) => (root === components[item] ? [other] : []));
  if (peers.length === 1) return Math.sqrt(between(item, item));
  const shared = peers.reduce((sum, other) => sum + between(item, other), 0) / peers.length;
  const all = peers.reduce(
    (sum, one) => sum + peers.reduce((line, other) => line + between(one, other), 0),
    0,
  );
  return Math.sqrt(Math.max(0, between(item, item) - 2 * shared + all / peers.length ** 2));
}

function centred(strengths: readonly number[], components: readonly number[]): number[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [item, strength] of strengths.entries()) {
    const component = components[item] ?? item;
    const { sum, count } = sums.get(component) ?? { sum: 0, count: 0 };
    sums.set(component, { sum: sum + strength, count: count + 1 });
  }
  return strengths.map((strength, item) => {
    const { sum, count } = sums.get(components[item] ?? item) ?? { sum: 0, count: 1 };
    return strength - sum / count;
  });
}

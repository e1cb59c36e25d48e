import { type MinimiseOptions, minimise } from "./minimise.ts";

/** A row of features, the ones that aren't 0: index[i] is the column of value[i]. */
export interface SparseRow {
  index: Int32Array;
  value: Float64Array;
}

export interface LogisticProblem {
  rows: readonly SparseRow[];
  /** How likely each is to be positive, 0 to 1: soft labels count as that share of a positive and the rest of a negative. */
  labels: readonly number[];
  columns: number;
  /** Strength of the ridge penalty l2 / 2 · |w|²; the intercept isn't penalised. */
  l2: number;
  /** Of each row; 1 where left out. */
  weights?: readonly number[];
  /** Without one for pairs: a difference of two rows has no intercept. */
  intercept?: boolean;
}

export interface LogisticModel {
  weights: Float64Array;
  intercept: number;
  converged: boolean;
}

/**
 * Logistic regression with a ridge penalty by L-BFGS: the w that minimises Σ weight · cross-entropy + l2 / 2 · |w|².
 * Deterministic; a pass costs as much as there are features that aren't 0.
 */
export function logisticRegression(
  { rows, labels, columns, l2, weights, intercept = true }: LogisticProblem,
  options: MinimiseOptions = {},
): LogisticModel {
  const bias = columns;
  const objective = (at: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (let column = 0; column < columns; column += 1) {
      const weight = at[column] ?? 0;
      gradient[column] = l2 * weight;
      loss += (l2 / 2) * weight * weight;
    }
    if (intercept) gradient[bias] = 0;
    for (const [which, row] of rows.entries()) {
      const score = scoreOf(at, row) + (intercept ? (at[bias] ?? 0) : 0);
      const label = labels[which] ?? 0;
      const weight = weights?.[which] ?? 1;
      loss += weight * (softplus(score) - label * score);
      const push = weight * (sigmoid(score) - label);
      for (let at = 0; at < row.index.length; at += 1) {
        const column = row.index[at] ?? 0;
        gradient[column] = (gradient[column] ?? 0) + push * (row.value[at] ?? 0);
      }
      if (intercept) gradient[bias] = (gradient[bias] ?? 0) + push;
    }
    return loss;
  };
  const { at, converged } = minimise(objective, new Float64Array(columns + (intercept ? 1 : 0)), options);
  return { weights: at.slice(0, columns), intercept: intercept ? (at[bias] ?? 0) : 0, converged };
}

/** A row's weighted sum of features, without the intercept. */
export function scoreOf(weights: Float64Array, { index, value }: SparseRow): number {
  let sum = 0;
  for (let at = 0; at < index.length; at += 1) sum += (weights[index[at] ?? 0] ?? 0) * (value[at] ?? 0);
  return sum;
}

export function sigmoid(score: number): number {
  if (score >= 0) return 1 / (1 + Math.exp(-score));
  const power = Math.exp(score);
  return power / (1 + power);
}

/** log(1 + exp(score)), without overflow. */
function softplus(score: number): number {
  return Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score)));
}

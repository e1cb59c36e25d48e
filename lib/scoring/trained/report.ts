import { auc } from "#lib/statistics/auc.ts";
import { brier, calibrationBins, expectedCalibrationError, logLoss } from "#lib/statistics/calibration.ts";
import { scoreOf } from "#lib/statistics/logistic.ts";
import { pairAccuracy } from "#lib/statistics/pair-accuracy.ts";
import { plattValue } from "#lib/statistics/platt.ts";
import type { LabelSource, TrainedReport } from "../contract/trained.ts";
import { scaledRow } from "./feature-rows.ts";
import { FEATURES } from "./path-features.ts";
import type { LabelledRow, TrainedModel } from "./train.ts";

/** A rule of thumb that a scorer has to beat, as a readable feature and the direction in which it speaks for a path. */
const BASELINES = [
  { name: "Answer agreement alone", feature: "agreement", sign: 1 },
  { name: "Length alone, shorter is better", feature: "words", sign: -1 },
  { name: "Length alone, longer is better", feature: "words", sign: 1 },
] as const;

/**
 * Measures a trained scorer on rows whose problems it hasn't seen. A label of at least one half is a positive; what is
 * undefined, because there is one class alone, is null.
 */
export function reportOf(
  model: TrainedModel,
  sets: { train: readonly LabelledRow[]; heldOut: readonly LabelledRow[] },
  labels: readonly LabelSource[],
): TrainedReport {
  const weights = Float64Array.from(model.weights);
  const { heldOut } = sets;
  const scores = heldOut.map(({ row }) => scoreOf(weights, scaledRow(row, model.scaling)) + model.intercept);
  const good = heldOut.map(({ label }) => label >= 0.5);
  const isCritique = model.kind === "critique";
  const probabilities = isCritique ? scores.map((score) => plattValue(model.calibration, score)) : [];
  const right = probabilities.filter((probability, at) => probability >= 0.5 === good[at]).length;
  const bins = calibrationBins(probabilities, good);
  return {
    kind: model.kind,
    labels: [...labels],
    train: sizeOf(sets.train),
    heldOut: sizeOf(heldOut),
    auc: isCritique ? auc(scores, good) : null,
    accuracy: probabilities.length === 0 ? null : right / probabilities.length,
    logLoss: isCritique ? logLoss(probabilities, good) : null,
    brier: isCritique ? brier(probabilities, good) : null,
    calibrationError: expectedCalibrationError(bins),
    pairAccuracy: withinProblems(heldOut, scores),
    baselines: BASELINES.map(({ name, feature, sign }) => {
      const column = FEATURES.findIndex((one) => one.name === feature);
      const values = heldOut.map(({ row }) => sign * (row.readable[column] ?? 0));
      return { name, auc: auc(values, good), pairAccuracy: withinProblems(heldOut, values) };
    }),
    calibration: bins,
    features: featureTable(model, weights, heldOut),
  };
}

function sizeOf(rows: readonly LabelledRow[]): { problems: number; paths: number } {
  return { problems: new Set(rows.map(({ group }) => group)).size, paths: rows.length };
}

function withinProblems(rows: readonly LabelledRow[], scores: readonly number[]): number | null {
  const groups = new Map<number, { score: number; better: number }[]>();
  for (const [at, { group, label }] of rows.entries()) {
    const items = groups.get(group) ?? [];
    items.push({ score: scores[at] ?? 0, better: label });
    groups.set(group, items);
  }
  return pairAccuracy([...groups.values()]).accuracy;
}

function featureTable(
  { scaling }: TrainedModel,
  weights: Float64Array,
  rows: readonly LabelledRow[],
): TrainedReport["features"] {
  return FEATURES.map(({ name, label }, at) => {
    const weight = weights[at] ?? 0;
    const moved = rows.map(
      ({ row }) =>
        Math.abs(weight * ((row.readable[at] ?? 0) - (scaling.means[at] ?? 0))) /
        (scaling.deviations[at] ?? 1),
    );
    const importance = moved.reduce((sum, part) => sum + part, 0) / Math.max(1, moved.length);
    return { name, label, weight, importance };
  }).toSorted((a, b) => b.importance - a.importance);
}

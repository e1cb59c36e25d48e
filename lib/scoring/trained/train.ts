import { logLoss } from "#lib/statistics/calibration.ts";
import { logisticRegression, type SparseRow, scoreOf, sigmoid } from "#lib/statistics/logistic.ts";
import { type PlattFit, platt, plattValue } from "#lib/statistics/platt.ts";
import { COLUMNS, differenceOf, type RawRow, type Scaling, scaledRow, scalingOf } from "./feature-rows.ts";

/** A path with what is known of it. `label`: how good, from 0 to 1; only paths of one group are compared. */
export interface LabelledRow {
  row: RawRow;
  label: number;
  weight: number;
  /** Its problem. */
  group: number;
}

/** One path of a problem over another, as people judged: places among the rows. */
export interface PreferredRows {
  better: number;
  worse: number;
}

export interface TrainedModel {
  kind: "critique" | "reward";
  scaling: Scaling;
  weights: number[];
  intercept: number;
  /** Turns a critique's score into a probability. */
  calibration: PlattFit;
  l2: number;
}

const PENALTIES = [1, 3, 10, 30, 100] as const;
const FOLDS = 5;
const FIT = { iterations: 200, tolerance: 1e-3 };

/**
 * Trains a critique: logistic regression on labels, its penalty chosen by cross-validation over problems, and its scores
 * turned into probabilities by Platt's sigmoid on what was foretold of paths whose problem was left out.
 */
export function* trainCritique(rows: readonly LabelledRow[]): Generator<undefined, TrainedModel> {
  const scaling = scalingOf(rows.map(({ row }) => row));
  const scaled = rows.map(({ row }) => scaledRow(row, scaling));
  const learn = (places: readonly number[], l2: number) =>
    logisticRegression(
      {
        rows: places.map((at) => scaled[at] ?? NO_ROW),
        labels: places.map((at) => rows[at]?.label ?? 0),
        weights: places.map((at) => rows[at]?.weight ?? 1),
        columns: COLUMNS,
        l2,
      },
      FIT,
    );
  const labels = rows.map(({ label }) => label);
  const { l2, scores } = yield* chooseL2(foldsOf(rows), rows.length, learn, scaled, labels);
  const { weights, intercept } = learn([...rows.keys()], l2);
  return {
    kind: "critique",
    scaling,
    weights: [...weights],
    intercept,
    calibration: platt(scores, labels),
    l2,
  };
}

/**
 * Trains a reward model: Bradley–Terry on pairs of one problem's paths, which is logistic regression on the differences
 * of their features without an intercept. Pairs are those with different labels, and those that people judged.
 */
export function* trainReward(
  rows: readonly LabelledRow[],
  preferred: readonly PreferredRows[],
): Generator<undefined, TrainedModel> {
  const scaling = scalingOf(rows.map(({ row }) => row));
  const scaled = rows.map(({ row }) => scaledRow(row, scaling));
  const pairs = [...pairsOf(rows), ...preferred];
  const differences = pairs.map(({ better, worse }) =>
    differenceOf(scaled[better] ?? NO_ROW, scaled[worse] ?? NO_ROW),
  );
  const groups = pairs.map(({ better }) => ({ group: rows[better]?.group ?? 0 }));
  const learn = (places: readonly number[], l2: number) =>
    logisticRegression(
      {
        rows: places.map((at) => differences[at] ?? NO_ROW),
        labels: places.map(() => 1),
        columns: COLUMNS,
        l2,
        intercept: false,
      },
      FIT,
    );
  const ones = pairs.map(() => 1);
  const { l2 } = yield* chooseL2(foldsOf(groups), pairs.length, learn, differences, ones);
  const { weights } = learn([...pairs.keys()], l2);
  return {
    kind: "reward",
    scaling,
    weights: [...weights],
    intercept: 0,
    calibration: { slope: 1, intercept: 0 },
    l2,
  };
}

const NO_ROW: SparseRow = { index: new Int32Array(), value: new Float64Array() };
/** Of a problem with very many paths, so many pairs stand for all. */
const MOST_PAIRS = 60;

function pairsOf(rows: readonly LabelledRow[]): PreferredRows[] {
  const groups = new Map<number, number[]>();
  for (const [at, { group }] of rows.entries()) groups.set(group, [...(groups.get(group) ?? []), at]);
  return [...groups.values()].flatMap((places) =>
    places
      .flatMap((a) =>
        places.flatMap((b): PreferredRows[] =>
          (rows[a]?.label ?? 0) > (rows[b]?.label ?? 0) ? [{ better: a, worse: b }] : [],
        ),
      )
      .slice(0, MOST_PAIRS),
  );
}

/** Each row's fold: that of its problem, dealt out in the order in which they come. */
function foldsOf(rows: readonly { group: number }[]): number[] {
  const folds = new Map<number, number>();
  return rows.map(({ group }) => {
    const known = folds.get(group) ?? folds.size % FOLDS;
    folds.set(group, known);
    return known;
  });
}

/** The penalty whose predictions of rows that were left out lose least, and their scores under it. */
function* chooseL2(
  folds: readonly number[],
  count: number,
  learn: (places: readonly number[], l2: number) => { weights: Float64Array; intercept: number },
  rows: readonly SparseRow[],
  labels: readonly number[],
): Generator<undefined, { l2: number; scores: number[] }> {
  const tried: { l2: number; scores: number[]; loss: number }[] = [];
  for (const l2 of PENALTIES) {
    const scores = new Array<number>(count).fill(0);
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const { weights, intercept } = learn(
        [...rows.keys()].filter((at) => folds[at] !== fold),
        l2,
      );
      for (const [at, row] of rows.entries()) {
        if (folds[at] === fold) scores[at] = scoreOf(weights, row) + intercept;
      }
      yield;
    }
    tried.push({ l2, scores, loss: softLoss(scores, labels) });
  }
  return tried.reduce((best, one) => (one.loss < best.loss ? one : best));
}

/** Log loss with soft labels: a label of 0.3 is a wrong one and a right one with weights 0.7 and 0.3. */
function softLoss(scores: readonly number[], labels: readonly number[]): number {
  const probabilities = scores.map(sigmoid);
  return probabilities.reduce((sum, probability, at) => {
    const label = labels[at] ?? 0;
    const right = logLoss([probability], [true]) ?? 0;
    const wrong = logLoss([probability], [false]) ?? 0;
    return sum + label * right + (1 - label) * wrong;
  }, 0);
}

/** Trains in one go. Otherwise whoever trains may rest between the yields, of which there are TRAINING_STEPS. */
export function trained(training: Generator<undefined, TrainedModel>): TrainedModel {
  for (;;) {
    const step = training.next();
    if (step.done) return step.value;
  }
}

export const TRAINING_STEPS = PENALTIES.length * FOLDS;

/** A path's value: a critique from 1 to 10, 1 + 9 times the probability that it is right; a reward's log-odds. */
export function scoreValue(model: TrainedModel, weights: Float64Array, row: SparseRow): number {
  const score = scoreOf(weights, row) + model.intercept;
  return model.kind === "reward" ? score : 1 + 9 * plattValue(model.calibration, score);
}

/** One label, by the places from 0 of its unit, its rater and the value given. A rater may label a unit repeatedly. */
export interface Label {
  unit: number;
  rater: number;
  value: number;
}

export interface LabelCounts {
  units: number;
  raters: number;
  values: number;
}

export interface DawidSkeneOptions {
  /**
   * Units of each value that are imagined beside the real ones, and that each rater labelled, 99 % of them right: the
   * pseudo-counts of Dirichlet priors. So nothing is ever impossible, and a rater is believed until others' labels say
   * otherwise. 0 is the paper's maximum likelihood.
   */
  smoothing?: number;
  /** It has converged when no unit's probability moves by more. */
  tolerance?: number;
  /** The most passes; at least one is made. */
  iterations?: number;
}

export interface RaterModel {
  /** Row: the true value; column: the probability of giving each. */
  confusion: number[][];
  /** Expected accuracy: the share of the `shared` labels that is probably right; null without any. */
  reliability: number | null;
  labels: number;
  /** Labels of units that someone else labelled too: alone, a rater would only confirm themselves. */
  shared: number;
}

export interface DawidSkene {
  /** For each unit the probability of each value; null where it has no label, so that only the prior is known. */
  posteriors: (number[] | null)[];
  raters: RaterModel[];
  /** Share of each value among the units that two or more raters labelled. */
  prior: number[];
  /** Those units' log-likelihood in nats, plus the smoothing's log-prior without its constant; no pass lowers it. */
  logPosterior: number;
  iterations: number;
  converged: boolean;
}

interface Model {
  prior: Float64Array;
  /** At (rater · values + true) · values + given. */
  confusion: Float64Array;
}

interface Units {
  /** Each unit's probabilities, at unit · values + value. */
  posteriors: Float64Array;
  votes: Float64Array;
  /** 1 where two or more raters labelled it, else 0. */
  shared: Float64Array;
}

/**
 * True values and raters' error rates from labels alone, by expectation maximisation (Dawid & Skene 1979; maximum a
 * posteriori under `smoothing`, by default 1). It starts from each unit's shares of votes, the paper's 3.1, so it is
 * deterministic. Units that one rater alone labelled tell nothing of errors, and could all be explained away as such:
 * the model is fitted without them, and then gives their probabilities. RangeError for a place beyond `counts`, or
 * smoothing below 0. A pass costs labels × values, and raters × values².
 */
export function dawidSkene(
  labels: readonly Label[],
  counts: LabelCounts,
  { smoothing = 1, tolerance = 1e-7, iterations: most = 1000 }: DawidSkeneOptions = {},
): DawidSkene {
  if (!(smoothing >= 0)) throw new RangeError(`${smoothing} isn't a pseudo-count`);
  for (const label of labels) check(label, counts);
  const units = counted(labels, counts);
  const imagined = imaginedShares(counts);
  let model: Model;
  let logPosterior: number;
  let iterations = 0;
  let converged: boolean;
  do {
    model = maximised(labels, counts, units, { imagined, smoothing });
    const { logLikelihood, moved } = updated(labels, counts, units, model);
    logPosterior = logLikelihood + logPrior(model, { imagined, smoothing });
    converged = moved <= tolerance;
    iterations += 1;
  } while (!converged && iterations < most);
  const { values } = counts;
  return {
    posteriors: Array.from(units.votes, (count, unit) =>
      count === 0 ? null : Array.from(units.posteriors.subarray(unit * values, (unit + 1) * values)),
    ),
    raters: raterModels(labels, counts, units, model),
    prior: Array.from(model.prior),
    logPosterior,
    iterations,
    converged,
  };
}

function check({ unit, rater, value }: Label, counts: LabelCounts): void {
  const isPlace = (place: number, count: number) =>
    Number.isSafeInteger(place) && place >= 0 && place < count;
  if (isPlace(unit, counts.units) && isPlace(rater, counts.raters) && isPlace(value, counts.values)) return;
  throw new RangeError(`no unit ${unit}, no rater ${rater} or no value ${value}`);
}

function counted(labels: readonly Label[], { units, values }: LabelCounts): Units {
  const votes = new Float64Array(units);
  const posteriors = new Float64Array(units * values);
  const shared = new Float64Array(units);
  const first = new Map<number, number>();
  for (const { unit, rater, value } of labels) {
    add(votes, unit, 1);
    add(posteriors, unit * values + value, 1);
    if (!first.has(unit)) first.set(unit, rater);
    if (first.get(unit) !== rater) shared[unit] = 1;
  }
  for (const [at, count] of posteriors.entries()) {
    if (count > 0) posteriors[at] = count / (votes[Math.floor(at / values)] ?? 1);
  }
  return { posteriors, votes, shared };
}

const RIGHT = 0.99;

/** Shares of the given values among the imagined labels of each true one, laid out as a model's confusion. */
function imaginedShares({ raters, values }: LabelCounts): Float64Array {
  const wrong = values === 1 ? 0 : (1 - RIGHT) / (values - 1);
  return Float64Array.from({ length: raters * values * values }, (_, at) =>
    Math.floor(at / values) % values === at % values ? 1 - wrong * (values - 1) : wrong,
  );
}

interface Smoothing {
  imagined: Float64Array;
  smoothing: number;
}

function maximised(
  labels: readonly Label[],
  { raters, values }: LabelCounts,
  { posteriors, shared }: Units,
  { imagined, smoothing }: Smoothing,
): Model {
  const prior = new Float64Array(values).fill(smoothing);
  const confusion = imagined.map((share) => share * smoothing);
  for (const [unit, isShared] of shared.entries()) {
    if (isShared === 0) continue;
    for (let truth = 0; truth < values; truth += 1) add(prior, truth, posteriors[unit * values + truth] ?? 0);
  }
  for (const { unit, rater, value } of labels) {
    if (shared[unit] === 0) continue;
    for (let truth = 0; truth < values; truth += 1) {
      add(confusion, (rater * values + truth) * values + value, posteriors[unit * values + truth] ?? 0);
    }
  }
  normalise(prior);
  for (let row = 0; row < raters * values; row += 1) {
    normalise(confusion.subarray(row * values, (row + 1) * values));
  }
  return { prior, confusion };
}

/** Writes the units' new probabilities in place; in logarithms, since products of many labels underflow. */
function updated(
  labels: readonly Label[],
  { values }: LabelCounts,
  { posteriors, votes, shared }: Units,
  { prior, confusion }: Model,
): { logLikelihood: number; moved: number } {
  const logConfusion = confusion.map(Math.log);
  const logPriors = prior.map(Math.log);
  const logs = new Float64Array(posteriors.length);
  for (const { unit, rater, value } of labels) {
    for (let truth = 0; truth < values; truth += 1) {
      add(logs, unit * values + truth, logConfusion[(rater * values + truth) * values + value] ?? 0);
    }
  }
  let logLikelihood = 0;
  let moved = 0;
  for (const [unit, count] of votes.entries()) {
    if (count === 0) continue;
    const row = logs.subarray(unit * values, (unit + 1) * values);
    for (const [truth, log] of logPriors.entries()) add(row, truth, log);
    const top = Math.max(...row);
    // Without smoothing, a value that a rater gave only alone is impossible; its unit keeps its votes.
    if (top === Number.NEGATIVE_INFINITY) continue;
    const sum = row.reduce((all, log) => all + Math.exp(log - top), 0);
    logLikelihood += (shared[unit] ?? 0) * (top + Math.log(sum));
    for (const [truth, log] of row.entries()) {
      const probability = Math.exp(log - top) / sum;
      moved = Math.max(moved, Math.abs(probability - (posteriors[unit * values + truth] ?? 0)));
      posteriors[unit * values + truth] = probability;
    }
  }
  return { logLikelihood, moved };
}

function logPrior({ prior, confusion }: Model, { imagined, smoothing }: Smoothing): number {
  if (smoothing === 0) return 0;
  const ofValues = prior.reduce((sum, probability) => sum + Math.log(probability), 0);
  const ofRaters = confusion.reduce((sum, one, at) => sum + (imagined[at] ?? 0) * Math.log(one), 0);
  return smoothing * (ofValues + ofRaters);
}

function raterModels(
  labels: readonly Label[],
  { raters, values }: LabelCounts,
  { posteriors, shared }: Units,
  { confusion }: Model,
): RaterModel[] {
  const sums = Array.from({ length: raters }, () => ({ labels: 0, shared: 0, right: 0 }));
  for (const { unit, rater, value } of labels) {
    const own = sums[rater];
    if (!own) continue;
    const isShared = shared[unit] ?? 0;
    own.labels += 1;
    own.shared += isShared;
    own.right += isShared * (posteriors[unit * values + value] ?? 0);
  }
  return sums.map((own, rater) => ({
    confusion: Array.from({ length: values }, (_, truth) => {
      const from = (rater * values + truth) * values;
      return Array.from(confusion.subarray(from, from + values));
    }),
    reliability: own.shared === 0 ? null : own.right / own.shared,
    labels: own.labels,
    shared: own.shared,
  }));
}

/** A row that nothing is known of becomes even. */
function normalise(row: Float64Array): void {
  const sum = row.reduce((all, count) => all + count, 0);
  for (const [at, count] of row.entries()) row[at] = sum === 0 ? 1 / row.length : count / sum;
}

function add(to: Float64Array, at: number, by: number): void {
  to[at] = (to[at] ?? 0) + by;
}

export interface CalibrationBin {
  from: number;
  to: number;
  /** Mean probability, and the share of positives, of the ones in it. */
  predicted: number;
  observed: number;
  count: number;
}

/** Probabilities in bins of equal width, against what came true. Empty bins are left out. */
export function calibrationBins(
  probabilities: readonly number[],
  labels: readonly boolean[],
  bins = 10,
): CalibrationBin[] {
  const sums = Array.from({ length: bins }, () => ({ predicted: 0, positives: 0, count: 0 }));
  for (const [at, probability] of probabilities.entries()) {
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))];
    if (!bin) continue;
    bin.predicted += probability;
    bin.positives += labels[at] ? 1 : 0;
    bin.count += 1;
  }
  return sums.flatMap(({ predicted, positives, count }, at) =>
    count === 0
      ? []
      : [
          {
            from: at / bins,
            to: (at + 1) / bins,
            predicted: predicted / count,
            observed: positives / count,
            count,
          },
        ],
  );
}

/** Expected calibration error: mean distance of predicted and observed, weighted by count (Naeini et al. 2015). */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number | null {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return bins.reduce((sum, bin) => sum + (bin.count / total) * Math.abs(bin.predicted - bin.observed), 0);
}

/** Mean squared error of probabilities (Brier 1950); null for none. */
export function brier(probabilities: readonly number[], labels: readonly boolean[]): number | null {
  return meanOf(probabilities, labels, (probability, label) => (probability - (label ? 1 : 0)) ** 2);
}

const LEAST = 1e-15;

/** Mean negative log-likelihood, in nats; null for none. A certainty that is wrong costs as much as 1e-15 does. */
export function logLoss(probabilities: readonly number[], labels: readonly boolean[]): number | null {
  return meanOf(
    probabilities,
    labels,
    (probability, label) => -Math.log(Math.max(LEAST, label ? probability : 1 - probability)),
  );
}

function meanOf(
  probabilities: readonly number[],
  labels: readonly boolean[],
  loss: (probability: number, label: boolean) => number,
): number | null {
  if (probabilities.length === 0) return null;
  return (
    probabilities.reduce((sum, probability, at) => sum + loss(probability, labels[at] ?? false), 0) /
    probabilities.length
  );
}

import { HISTOGRAM_BINS, type Histogram } from "#lib/instructions/contract.ts";

export interface Bar {
  /** Heights from 0 to 1, of the tallest bar. */
  accepted: number;
  dropped: number;
}

/**
 * Heights of a histogram's stacked bars. A bar's whole height is the square root of its count, so that a handful
 * beside thousands is still seen; within it the two parts stand as their counts do.
 */
export function histogramBars(bins: Histogram["bins"]): Bar[] {
  const most = Math.max(1, ...bins.map(({ accepted, dropped }) => accepted + dropped));
  return bins.map(({ accepted, dropped }) => {
    const count = accepted + dropped;
    if (count === 0) return { accepted: 0, dropped: 0 };
    const height = Math.sqrt(count / most);
    return { accepted: (height * accepted) / count, dropped: (height * dropped) / count };
  });
}

/**
 * About how many of a histogram's candidates reach a threshold: exact where it is the bound of a bin, else as if the
 * scores in the bin that it cuts were spread evenly. None where there is no threshold.
 */
export function reachingAbout(bins: Histogram["bins"], threshold: number | null): number {
  if (threshold === null) return 0;
  const cut = threshold * HISTOGRAM_BINS;
  const reaching = bins.reduce((sum, { accepted, dropped }, bin) => {
    const share = Math.min(1, Math.max(0, bin + 1 - cut));
    // Hundredths that bound a bin fall short of it by rounding alone.
    const exact = Math.abs(share - Math.round(share)) < 1e-9 ? Math.round(share) : share;
    return sum + (accepted + dropped) * exact;
  }, 0);
  return Math.round(reaching);
}

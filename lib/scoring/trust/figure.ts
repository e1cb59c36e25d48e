import type { Figure } from "../contract/trust.ts";

interface Measured {
  value: number | null;
  n: number;
  low?: number | null;
  high?: number | null;
}

/** A figure that is either a number, with a note where it isn't measured on all there is, or a reason why there is none. */
export function figure(
  { value, n, low = null, high = null }: Measured,
  missing: string,
  note: string | null = null,
): Figure {
  if (value === null || !Number.isFinite(value))
    return { value: null, low: null, high: null, n, why: missing };
  return { value, low, high, n, why: note };
}

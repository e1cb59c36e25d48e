import type { RejectedLine } from "./import-report.ts";

/** Rejected lines: all are counted, the first `limit` are kept. */
export interface LineTally {
  readonly count: number;
  readonly first: RejectedLine | null;
  readonly kept: readonly RejectedLine[];
  /** `count` is how many lines these stand for, where more were rejected than are named. */
  add(lines: readonly RejectedLine[], count?: number): void;
}

export function lineTally(limit: number): LineTally {
  const kept: RejectedLine[] = [];
  let total = 0;
  let first: RejectedLine | null = null;
  return {
    get count() {
      return total;
    },
    get first() {
      return first;
    },
    kept,
    add(lines, count = lines.length) {
      total += count;
      first ??= lines[0] ?? null;
      kept.push(...lines.slice(0, limit - kept.length));
    },
  };
}

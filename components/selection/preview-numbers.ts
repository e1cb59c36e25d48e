import type { SelectionPreview } from "#lib/selection/contract.ts";

/** What a preview says in all. `kept` is null while the preview in view wasn't made for such a k. */
export interface PreviewNumbers {
  paths: number;
  problems: number;
  kept: number | null;
  /** Problems with a path kept: each that has one left after the last step, since k is at least 1. */
  covered: number;
  exact: boolean;
}

export function previewNumbers(preview: SelectionPreview, k: number): PreviewNumbers {
  const [all] = preview.funnel;
  return {
    paths: all?.paths ?? 0,
    problems: all?.problems ?? 0,
    kept: preview.byK.find((one) => one.k === k)?.kept ?? null,
    covered: preview.funnel.at(-1)?.problems ?? 0,
    exact: preview.exact,
  };
}

export interface FunnelRow {
  step: string;
  paths: number;
  problems: number;
  /** Paths that this step took away; none at the first. */
  lost: number;
  /** Of all paths, from 0 to 1. */
  share: number;
}

/** The funnel with what each step takes, and at its end what is kept. */
export function funnelRows(preview: SelectionPreview, k: number): FunnelRow[] {
  const { kept, covered, paths: all } = previewNumbers(preview, k);
  const last = kept === null ? [] : [{ step: `Kept, at most ${k} of each`, paths: kept, problems: covered }];
  const steps = [...preview.funnel, ...last];
  return steps.map((row, at) => ({
    ...row,
    lost: Math.max(0, (steps[at - 1]?.paths ?? row.paths) - row.paths),
    share: all === 0 ? 0 : row.paths / all,
  }));
}

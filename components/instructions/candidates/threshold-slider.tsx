import { Skeleton } from "#components/ui/skeleton.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { Histogram } from "#lib/instructions/contract.ts";
import type { Measure } from "#lib/similarity/measure.ts";
import { MEASURE_LABEL } from "../measure-words.ts";
import { HistogramChart } from "./histogram-chart.tsx";

interface ThresholdSliderProps {
  measure: Measure;
  bins: Histogram["bins"] | undefined;
  threshold: number | null;
  kept: number | undefined;
  total: number | undefined;
  onChange: (threshold: number | null) => void;
}

/** Where a measure that didn't count begins. */
const FIRST = 0.7;

/** One measure's histogram with the slider under it; both are as wide, and half a thumb in from the sides. */
export function ThresholdSlider({ measure, bins, threshold, kept, total, onChange }: ThresholdSliderProps) {
  const name = MEASURE_LABEL[measure];
  const count = bins?.reduce((sum, { accepted, dropped }) => sum + accepted + dropped, 0) ?? 0;
  return (
    <div className="flex flex-col gap-1">
      <Switch
        checked={threshold !== null}
        onChange={(counts) => onChange(counts ? FIRST : null)}
        label={`${name} counts`}
        hint="Candidates are dropped from the line on. Heights grow with the square root of the number."
      />
      <div className="mt-2 px-2">
        {bins === undefined ? (
          <Skeleton className="h-40 w-full" />
        ) : count === 0 ? (
          <p className="flex h-40 items-center justify-center text-ink-muted">
            No candidate of this run has a score by this measure.
          </p>
        ) : (
          <HistogramChart
            bins={bins}
            threshold={threshold}
            label={`${count.toLocaleString("en")} candidates by the ${name} of their nearest, from 0 to 1`}
          />
        )}
      </div>
      <input
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={threshold ?? FIRST}
        disabled={threshold === null}
        aria-label={`Threshold of ${name}`}
        aria-valuetext={
          threshold === null || kept === undefined || total === undefined
            ? undefined
            : `${threshold.toFixed(2)}: ${kept} of ${total} would stay`
        }
        onChange={(event) => onChange(Number(event.target.value))}
        className="w-full accent-accent disabled:opacity-50"
      />
      <div className="flex justify-between px-1 text-ink-muted text-xs tabular-nums">
        <span>0, nothing alike</span>
        <span className="font-medium text-ink">
          {threshold === null ? "doesn't count" : threshold.toFixed(2)}
        </span>
        <span>1, the same</span>
      </div>
      <p className="flex gap-4 text-ink-muted text-xs">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 bg-accent" /> accepted now
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2.5 bg-[repeating-linear-gradient(45deg,var(--color-warn)_0_1.5px,var(--color-warn-soft)_1.5px_4px)]"
          />{" "}
          dropped as similar now
        </span>
      </p>
    </div>
  );
}

import { useId } from "react";
import type { Histogram } from "#lib/instructions/contract.ts";
import { histogramBars } from "./histogram-scale.ts";

interface HistogramChartProps {
  bins: Histogram["bins"];
  threshold: number | null;
  /** What it shows, for those who can't see it. */
  label: string;
}

const HEIGHT = 100;

/** Candidates by how near their nearest is: those kept below, those dropped hatched on top, the threshold a line. */
export function HistogramChart({ bins, threshold, label }: HistogramChartProps) {
  const hatch = useId();
  const bars = histogramBars(bins);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${bins.length * 10} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-40 w-full text-accent"
    >
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" className="fill-warn-soft" />
          <rect width="1.5" height="4" className="fill-warn" />
        </pattern>
      </defs>
      {threshold === null ? null : (
        <rect
          x={threshold * bins.length * 10}
          y="0"
          width={(1 - threshold) * bins.length * 10}
          height={HEIGHT}
          className="fill-sunken"
        />
      )}
      {bars.map(({ accepted, dropped }, bin) => {
        const [kept, gone] = [accepted * (HEIGHT - 4), dropped * (HEIGHT - 4)];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin's place is its identity
          <g key={bin}>
            <rect x={bin * 10 + 1} y={HEIGHT - kept} width="8" height={kept} fill="currentColor" />
            <rect x={bin * 10 + 1} y={HEIGHT - kept - gone} width="8" height={gone} fill={`url(#${hatch})`} />
          </g>
        );
      })}
      {threshold === null ? null : (
        <line
          x1={threshold * bins.length * 10}
          x2={threshold * bins.length * 10}
          y1="0"
          y2={HEIGHT}
          className="stroke-ink"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

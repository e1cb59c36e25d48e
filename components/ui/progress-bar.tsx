"use client";

import { Progress } from "@base-ui/react/progress";
import { cx } from "./class-names.ts";
import { type Tone, toneFill } from "./tone.ts";

type ProgressBarProps = {
  /** Null while it runs and nobody knows for how long. */
  value: number | null;
  max?: number | undefined;
  label: string;
  /** At the right, instead of the per cent. */
  text?: string | undefined;
  tone?: Tone | undefined;
  hideLabel?: boolean | undefined;
  className?: string | undefined;
};

export function ProgressBar(props: ProgressBarProps) {
  const { value, max = 100, label, text, tone = "accent", hideLabel, className } = props;
  const share = value === null || max <= 0 ? null : Math.min(1, Math.max(0, value / max));
  const right = text ?? (share === null ? "" : `${Math.floor(share * 100)} %`);
  return (
    <Progress.Root
      aria-valuetext={right === "" ? "in progress" : right}
      className={cx("grid min-w-0 grid-cols-[1fr_auto] gap-x-3 gap-y-1", className)}
      max={1}
      value={share}
    >
      <Progress.Label className={hideLabel ? "sr-only" : "truncate text-ink-muted text-xs"}>
        {label}
      </Progress.Label>
      {hideLabel ? null : <span className="text-ink-muted text-xs tabular-nums">{right}</span>}
      <Progress.Track className="relative col-span-2 h-1 overflow-hidden rounded-full bg-line">
        {share === null ? (
          <span
            className={cx("absolute inset-y-0 left-0 w-1/3 animate-sweep rounded-full", toneFill[tone])}
          />
        ) : (
          <Progress.Indicator
            className={cx("rounded-full transition-[width] duration-300", toneFill[tone])}
          />
        )}
      </Progress.Track>
    </Progress.Root>
  );
}

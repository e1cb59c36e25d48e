import { CircleCheck, CircleDot, CircleMinus, CircleX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { type Tone, toneText } from "./tone.ts";

// A shape of its own for each tone, so that nobody has to tell green from red.
const shapes: Record<Tone, ReactNode> = {
  neutral: <CircleMinus aria-hidden />,
  accent: <CircleDot aria-hidden />,
  good: <CircleCheck aria-hidden />,
  bad: <CircleX aria-hidden />,
  warn: <TriangleAlert aria-hidden />,
};

type ToneDotProps = {
  tone: Tone;
  /** What it says; read out, shown as the title, and beside the mark with `showLabel`. */
  label: string;
  showLabel?: boolean | undefined;
  className?: string | undefined;
};

export function ToneDot({ tone, label, showLabel, className }: ToneDotProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0",
        toneText[tone],
        className,
      )}
      title={showLabel ? undefined : label}
    >
      {shapes[tone]}
      <span className={showLabel ? "truncate" : "sr-only"}>{label}</span>
    </span>
  );
}

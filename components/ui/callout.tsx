import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { type Tone, toneSoft } from "./tone.ts";
import { ToneDot } from "./tone-dot.tsx";

const words: Record<Tone, string> = {
  neutral: "Note",
  accent: "Note",
  good: "Good",
  bad: "Problem",
  warn: "Warning",
};

type CalloutProps = {
  children: ReactNode;
  tone?: Tone | undefined;
  title?: string | undefined;
  action?: ReactNode;
  className?: string | undefined;
};

/** A notice in the flow of the page. */
export function Callout({ children, tone = "neutral", title, action, className }: CalloutProps) {
  return (
    <div
      className={cx("flex items-start gap-2.5 rounded-md px-3 py-2 text-sm", toneSoft[tone], className)}
      role={tone === "bad" ? "alert" : undefined}
    >
      <ToneDot className="mt-0.5 text-current" label={words[tone]} tone={tone} />
      <div className="min-w-0 flex-1 text-ink [overflow-wrap:anywhere]">
        {title ? <p className="font-medium">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  );
}

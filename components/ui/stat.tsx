import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { type Tone, toneText } from "./tone.ts";

/** Numbers side by side, divided by hairlines; wraps where the screen is narrow. */
export function StatRow({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <div
      className={cx(
        "grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] overflow-hidden rounded-lg border border-line bg-raised *:-mr-px *:-mb-px *:border-r *:border-b *:border-line",
        className,
      )}
    >
      {children}
    </div>
  );
}

type StatProps = {
  label: string;
  value: ReactNode;
  hint?: ReactNode;
  tone?: Tone | undefined;
  href?: string | undefined;
};

export function Stat({ label, value, hint, tone, href }: StatProps) {
  const content = (
    <>
      <span className="block truncate text-ink-muted text-xs">{label}</span>
      <span
        className={cx("mt-0.5 block font-semibold text-xl tabular-nums", tone ? toneText[tone] : "text-ink")}
      >
        {value}
      </span>
      {hint ? <span className="block truncate text-ink-faint text-xs">{hint}</span> : null}
    </>
  );
  const shape = "block min-w-0 px-4 py-3";
  if (href === undefined) return <div className={shape}>{content}</div>;
  return (
    <Link className={cx(shape, "hover:bg-hover focus-visible:-outline-offset-2")} href={href}>
      {content}
    </Link>
  );
}

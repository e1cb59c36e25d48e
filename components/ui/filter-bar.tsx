import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

type FilterBarProps = {
  children: ReactNode;
  /** At the end: a count, view switches. */
  trailing?: ReactNode;
  className?: string | undefined;
};

export function FilterBar({ children, trailing, className }: FilterBarProps) {
  return (
    <div
      className={cx(
        "flex shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-2 md:px-6",
        className,
      )}
    >
      <div className="flex min-w-0 flex-wrap items-center gap-1.5 narrow:w-full">{children}</div>
      {trailing ? <div className="flex items-center gap-2 text-ink-muted text-xs">{trailing}</div> : null}
    </div>
  );
}

import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

export function CodeInline({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <code
      className={cx(
        "rounded-sm border border-line bg-sunken px-1 py-px font-mono text-[0.92em] text-ink [overflow-wrap:anywhere]",
        className,
      )}
    >
      {children}
    </code>
  );
}

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#components/ui/class-names.ts";

interface FoldProps {
  title: string;
  /** Beside the title, whether open or not. */
  hint?: ReactNode;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children: ReactNode;
  className?: string | undefined;
}

/** A section that opens and closes; the browser's own, so that finding in the page works in it. */
export function Fold({ title, hint, open, onOpenChange, children, className }: FoldProps) {
  return (
    <details
      className={cx("group/fold rounded-lg border border-line bg-raised", className)}
      open={open}
      onToggle={(event) => onOpenChange?.(event.currentTarget.open)}
    >
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-lg px-4 hover:bg-hover group-open/fold:rounded-b-none [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint group-open/fold:rotate-90" />
        <h2 className="shrink-0 font-semibold">{title}</h2>
        <span className="min-w-0 flex-1 truncate text-ink-muted">{hint}</span>
      </summary>
      <div className="border-line border-t p-4">{children}</div>
    </details>
  );
}

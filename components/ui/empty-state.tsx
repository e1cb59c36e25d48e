import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

type EmptyStateProps = {
  icon: ReactNode;
  title: string;
  /** What belongs here and how it gets here. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string | undefined;
};

export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cx("mx-auto flex max-w-md flex-col items-center px-6 py-12 text-center", className)}>
      <span
        aria-hidden
        className="mb-3 flex size-9 items-center justify-center rounded-lg border border-line bg-raised text-ink-faint [&_svg]:size-4.5"
      >
        {icon}
      </span>
      <h2 className="font-semibold text-base">{title}</h2>
      {children ? <div className="mt-1 text-pretty text-ink-muted text-sm">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

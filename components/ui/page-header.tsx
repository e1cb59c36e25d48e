import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string } | undefined;
  /** Badges beside the title. */
  meta?: ReactNode;
  /** Below, e.g. TabLinks. */
  children?: ReactNode;
};

export function PageHeader({ title, description, actions, back, meta, children }: PageHeaderProps) {
  return (
    <header className="shrink-0 border-line border-b bg-surface px-4 pt-3 md:px-6">
      {back ? (
        <Link
          className="-ml-1 inline-flex items-center gap-0.5 rounded-sm pr-1 text-ink-muted text-xs hover:text-ink"
          href={back.href}
        >
          <ChevronLeft aria-hidden className="size-3.5" />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 pb-3">
        <div className="min-w-0 max-w-3xl">
          <div className="flex min-h-8 flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0 font-semibold text-lg [overflow-wrap:anywhere]">{title}</h1>
            {meta}
          </div>
          {description ? <p className="text-pretty text-ink-muted text-sm">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children ? <div className="-mb-px">{children}</div> : null}
    </header>
  );
}

import { type ReactNode, useId } from "react";
import { cx } from "./class-names.ts";

type PanelProps = {
  children: ReactNode;
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** Without padding, for lists and grids that reach the border. */
  flush?: boolean | undefined;
  className?: string | undefined;
};

/** A framed part of a page; assistive technology finds it by its title. */
export function Panel({ children, title, description, actions, footer, flush, className }: PanelProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={title ? heading : undefined}
      className={cx("flex min-w-0 flex-col rounded-lg border border-line bg-raised", className)}
    >
      {title || actions ? (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b px-4 py-1.5">
          <div className="min-w-0">
            <h2 id={heading} className="font-semibold text-sm">
              {title}
            </h2>
            {description ? <p className="text-ink-muted text-xs">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div
        className={cx(
          "min-h-0 min-w-0 flex-1",
          flush ? "overflow-hidden rounded-[calc(var(--radius-lg)-1px)]" : "p-4",
        )}
      >
        {children}
      </div>
      {footer ? (
        <footer className="border-line border-t px-4 py-2.5 text-ink-muted text-xs">{footer}</footer>
      ) : null}
    </section>
  );
}

import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

const widths = {
  text: "w-full max-w-3xl px-4 py-4 md:px-6 md:py-5",
  form: "w-full max-w-xl px-4 py-4 md:px-6 md:py-5",
  wide: "w-full max-w-6xl px-4 py-4 md:px-6 md:py-5",
  // For what scrolls by itself: grids, the review screen.
  full: "flex min-h-0 w-full flex-1 flex-col",
};

type PageBodyProps = {
  children: ReactNode;
  width?: keyof typeof widths | undefined;
  className?: string | undefined;
};

/** The content under a PageHeader. All but `full` scroll here, so that the header stays in view. */
export function PageBody({ children, width = "wide", className }: PageBodyProps) {
  if (width === "full") return <div className={cx(widths.full, className)}>{children}</div>;
  return (
    // Focusable, so that the keyboard can scroll a page on which nothing else takes the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1)
    <div className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2" tabIndex={0}>
      <div className={cx(widths[width], className)}>{children}</div>
    </div>
  );
}

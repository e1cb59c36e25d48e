"use client";

import Link from "next/link";
import { type ReactNode, type SyntheticEvent, useState } from "react";

/** The link of the grid row that an event is about: the one under the pointer, or the one the keyboard is on. */
function rowLink(event: SyntheticEvent): string | null {
  if (!(event.target instanceof Element)) return null;
  const active = event.target.getAttribute("aria-activedescendant");
  const row = active === null ? event.target.closest('[role="row"]') : document.getElementById(active);
  return row?.querySelector("[data-row-link]")?.getAttribute("href") ?? null;
}

/** Around a DataGrid: fetches a row's page, with its data, as soon as the pointer or the keyboard is on the row. */
export function RowPrefetch({ children }: { children: ReactNode }) {
  const [href, setHref] = useState<string | null>(null);
  const note = (event: SyntheticEvent) => setHref((before) => rowLink(event) ?? before);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens; the rows' links do the work
    <div className="relative flex min-h-0 flex-1 flex-col" onPointerOver={note} onKeyUp={note} onFocus={note}>
      {children}
      {href === null ? null : (
        // Next.js fetches a page whole only for a link in view; this one is in view and takes up nothing.
        <Link
          key={href}
          href={href}
          prefetch
          aria-hidden
          tabIndex={-1}
          className="absolute top-0 left-0 size-px"
        />
      )}
    </div>
  );
}

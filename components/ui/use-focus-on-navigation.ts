"use client";

import { usePathname } from "next/navigation";
import { type RefObject, useEffect, useRef } from "react";

/**
 * After a change of page, moves the focus from where the link was to the new content, so that the keyboard
 * and screen readers go on from there. A page that has put the focus somewhere itself keeps it.
 */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const focused = document.activeElement;
    if (focused !== null && main.current?.contains(focused) && focused !== main.current) return;
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}

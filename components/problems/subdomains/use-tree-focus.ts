"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { TreeRow } from "./tree-rows.ts";

/**
 * One line of the tree is in the order of Tab, and has the focus when the tree has it. `focus` may name a line that is
 * still on its way: it gets the focus once it is there.
 */
export function useTreeFocus(rows: readonly TreeRow[]): {
  tree: RefObject<HTMLDivElement | null>;
  active: number | null;
  activate: (id: number) => void;
  focus: (id: number) => void;
} {
  const tree = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  const lastPlace = useRef(0);

  useEffect(() => {
    if (wanted === null || !rows.some(({ subdomain }) => subdomain.id === wanted)) return;
    tree.current?.querySelector<HTMLElement>(`[data-subdomain="${wanted}"]`)?.focus();
    setWanted(null);
  }, [wanted, rows]);

  // A line that went away leaves the focus to the one that took its place, once a dialog has let go of it.
  const place = rows.findIndex(({ subdomain }) => subdomain.id === active);
  useEffect(() => {
    if (place >= 0) {
      lastPlace.current = place;
      return;
    }
    const next = rows[Math.min(lastPlace.current, rows.length - 1)]?.subdomain.id;
    if (active !== null && next !== undefined) {
      setActive(next);
      setWanted(next);
    }
  }, [place, rows, active]);

  return {
    tree,
    active: place >= 0 ? active : (rows[0]?.subdomain.id ?? null),
    activate: setActive,
    focus: (id) => {
      setActive(id);
      setWanted(id);
    },
  };
}

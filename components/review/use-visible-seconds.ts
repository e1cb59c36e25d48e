"use client";

import { useCallback, useEffect, useRef } from "react";

/** Seconds that the page has been in view since the last restart. A hidden tab doesn't count. */
export function useVisibleSeconds() {
  const counted = useRef(0);
  const since = useRef<number | null>(null);

  useEffect(() => {
    const change = () => {
      const now = performance.now();
      if (since.current !== null) counted.current += now - since.current;
      since.current = document.hidden ? null : now;
    };
    change();
    document.addEventListener("visibilitychange", change);
    return () => document.removeEventListener("visibilitychange", change);
  }, []);

  const restart = useCallback(() => {
    counted.current = 0;
    since.current = document.hidden ? null : performance.now();
  }, []);

  const read = useCallback(() => {
    const running = since.current === null ? 0 : performance.now() - since.current;
    return Math.round((counted.current + running) / 100) / 10;
  }, []);

  return { restart, read };
}

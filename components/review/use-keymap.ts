"use client";

import { useCallback, useEffect, useState } from "react";
import { z } from "zod";
import type { Remapped } from "./keymap.ts";

const remappedKeys = z.record(z.string(), z.string());

/** The keys that this person has put in place of the usual ones, kept in the browser. */
export function useKeymap(userId: string) {
  const name = `lemma.keys.${userId}`;
  const [remapped, setRemapped] = useState<Remapped>({});
  useEffect(() => {
    try {
      setRemapped(remappedKeys.parse(JSON.parse(window.localStorage.getItem(name) ?? "{}")));
    } catch {
      // Written by another version of the page: the usual keys do.
      setRemapped({});
    }
  }, [name]);
  const remap = useCallback(
    (next: Remapped) => {
      setRemapped(next);
      window.localStorage.setItem(name, JSON.stringify(next));
    },
    [name],
  );
  return { remapped, remap };
}

"use client";

import { useEffect, useRef } from "react";
import { matchesStroke, parseHotkey, type Stroke } from "./hotkey.ts";
import { isTyping, keyTarget } from "./hotkey-scope.ts";

type HotkeyOptions = {
  enabled?: boolean | undefined;
  /** For shortcuts of a dialog itself; all others rest while a dialog, menu or list is open. */
  inDialog?: boolean | undefined;
};

const sequenceMilliseconds = 1200;
// Base UI marks what is open; closed popups may stay in the page, as do Monaco's widgets, which have these roles too.
const openLayer = ["dialog", "alertdialog", "menu", "listbox"]
  .map((role) => `[role="${role}"][data-open]`)
  .join(", ");

type Binding = { strokes: readonly Stroke[]; run: (event: KeyboardEvent) => void };

function allowed(stroke: Stroke, event: KeyboardEvent, inDialog: boolean): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (!inDialog && document.querySelector(openLayer) !== null) return false;
  // With Control or Command it is a command even in a text field; Escape is never text.
  return stroke.mod || stroke.key === "escape" || !isTyping(keyTarget(target));
}

/**
 * Binds shortcuts (`"mod+k"`, `"1"`, `"g p"`) for the whole window while the component is there. The
 * default of a matched key is prevented. The latest functions run: bindings need no memoising.
 * A key that a widget has already handled (`defaultPrevented`) is left alone.
 */
export function useHotkeys(
  bindings: Readonly<Record<string, (event: KeyboardEvent) => void>>,
  { enabled = true, inDialog = false }: HotkeyOptions = {},
): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });

  useEffect(() => {
    if (!enabled) return;
    const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
    let pressed: { binding: string; count: number }[] = [];
    let since = 0;

    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        ["Shift", "Control", "Alt", "Meta"].includes(event.key)
      )
        return;
      if (event.timeStamp - since > sequenceMilliseconds) pressed = [];
      since = event.timeStamp;
      const begun = pressed;
      pressed = [];
      const all: [string, Binding][] = Object.entries(latest.current).map(([text, run]) => [
        text,
        { strokes: parseHotkey(text), run },
      ]);
      // A sequence under way goes before single keys, so that `g p` doesn't trigger `p`.
      const byProgress = all
        .map(([text, binding]) => ({
          text,
          binding,
          done: begun.find((each) => each.binding === text)?.count ?? 0,
        }))
        .sort((a, b) => b.done - a.done);
      for (const { text, binding, done } of byProgress) {
        const stroke = binding.strokes[done];
        if (stroke === undefined || !matchesStroke(stroke, event, apple) || !allowed(stroke, event, inDialog))
          continue;
        if (done + 1 < binding.strokes.length) {
          pressed.push({ binding: text, count: done + 1 });
          continue;
        }
        event.preventDefault();
        pressed = [];
        binding.run(event);
        return;
      }
    };

    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [enabled, inDialog]);
}

/**
 * Keyboard shortcuts as text.
 * A stroke is `mod+shift+k`, `enter`, `?` or `1`; a shortcut is one stroke or several in a row, `g p`.
 * `mod` is Command on Apple's keyboards and Control on all others.
 */
export type Stroke = {
  /** In lower case, as in `KeyboardEvent.key`; the space bar is `space`. */
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
};

/** The fields of a KeyboardEvent that decide whether a stroke was meant. */
export type PressedKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const modifiers = new Set(["mod", "shift", "alt"]);

function parseStroke(text: string): Stroke {
  // A trailing "+" is the plus key itself, as in `mod++`.
  const parts = text.endsWith("+") ? [...text.slice(0, -1).split("+").filter(Boolean), "+"] : text.split("+");
  const keys = parts.filter((part) => !modifiers.has(part));
  const key = keys[0];
  if (key === undefined || keys.length > 1 || key === "")
    throw new Error(`not a keyboard shortcut: "${text}"`);
  return {
    key: key.toLowerCase(),
    mod: parts.includes("mod"),
    shift: parts.includes("shift"),
    alt: parts.includes("alt"),
  };
}

/** The strokes of a shortcut, in order. Throws on text that names no key. */
export function parseHotkey(shortcut: string): readonly Stroke[] {
  return shortcut.trim().split(/\s+/).map(parseStroke);
}

/** Whether the pressed key is this stroke. Shift counts only where it doesn't already show in the character. */
export function matchesStroke(stroke: Stroke, pressed: PressedKey, apple: boolean): boolean {
  const key = pressed.key === " " ? "space" : pressed.key.toLowerCase();
  if (key !== stroke.key) return false;
  const mod = apple ? pressed.metaKey : pressed.ctrlKey;
  const otherMod = apple ? pressed.ctrlKey : pressed.metaKey;
  if (mod !== stroke.mod || otherMod || pressed.altKey !== stroke.alt) return false;
  const shiftShowsInKey = stroke.key.length === 1 && !/[a-z]/.test(stroke.key);
  return shiftShowsInKey || pressed.shiftKey === stroke.shift;
}

const names: Record<string, string> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  enter: "Enter",
  escape: "Esc",
  space: "Space",
  backspace: "Backspace",
  delete: "Del",
  tab: "Tab",
  home: "Home",
  end: "End",
  pageup: "PgUp",
  pagedown: "PgDn",
};

function keyName(key: string): string {
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** What to print on key caps: one list of caps for each stroke. */
export function keyCaps(shortcut: string, apple: boolean): readonly (readonly string[])[] {
  return parseHotkey(shortcut).map((stroke) => [
    ...(stroke.mod ? [apple ? "⌘" : "Ctrl"] : []),
    ...(stroke.alt ? [apple ? "⌥" : "Alt"] : []),
    ...(stroke.shift ? [apple ? "⇧" : "Shift"] : []),
    keyName(stroke.key),
  ]);
}

const ariaNames: Record<string, string> = {
  arrowup: "ArrowUp",
  arrowdown: "ArrowDown",
  arrowleft: "ArrowLeft",
  arrowright: "ArrowRight",
  enter: "Enter",
  escape: "Escape",
  space: "Space",
  pageup: "PageUp",
  pagedown: "PageDown",
};

/** The value of `aria-keyshortcuts`; nothing for sequences, which the attribute can't express. */
export function ariaKeyShortcuts(shortcut: string): string | undefined {
  const strokes = parseHotkey(shortcut);
  const stroke = strokes[0];
  if (stroke === undefined || strokes.length > 1) return undefined;
  const rest = `${stroke.alt ? "Alt+" : ""}${stroke.shift ? "Shift+" : ""}${ariaNames[stroke.key] ?? stroke.key}`;
  return stroke.mod ? `Control+${rest} Meta+${rest}` : rest;
}

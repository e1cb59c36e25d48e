import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ariaKeyShortcuts, keyCaps, matchesStroke, type PressedKey, parseHotkey } from "./hotkey.ts";

const bare: PressedKey = { key: "a", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

function pressed(change: Partial<PressedKey>): PressedKey {
  return { ...bare, ...change };
}

function matches(shortcut: string, key: PressedKey, apple = false): boolean {
  const stroke = parseHotkey(shortcut)[0];
  return stroke !== undefined && matchesStroke(stroke, key, apple);
}

describe("parseHotkey", () => {
  test("a stroke written from its parts is read back as those parts", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("a", "1", "?", "+", "enter", "arrowdown", "/"),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (key, mod, shift, alt) => {
          const text = [
            ...(mod ? ["mod"] : []),
            ...(shift ? ["shift"] : []),
            ...(alt ? ["alt"] : []),
            key,
          ].join("+");
          expect(parseHotkey(text)).toEqual([{ key, mod, shift, alt }]);
        },
      ),
    );
  });

  test("strokes apart by spaces are a sequence", () => {
    expect(parseHotkey("g p").map((stroke) => stroke.key)).toEqual(["g", "p"]);
  });

  test("text that names no key or two keys is refused", () => {
    for (const text of ["", "mod", "a+b", "shift+"]) {
      if (text === "shift+") expect(parseHotkey(text)[0]?.key).toBe("+");
      else expect(() => parseHotkey(text)).toThrow("not a keyboard shortcut");
    }
  });
});

describe("matchesStroke", () => {
  test("mod is Control off Apple's keyboards and Command on them, never the other one", () => {
    expect(matches("mod+k", pressed({ key: "k", ctrlKey: true }))).toBe(true);
    expect(matches("mod+k", pressed({ key: "k", metaKey: true }))).toBe(false);
    expect(matches("mod+k", pressed({ key: "k", metaKey: true }), true)).toBe(true);
    expect(matches("mod+k", pressed({ key: "k", ctrlKey: true }), true)).toBe(false);
  });

  test("a bare key doesn't match with a modifier held", () => {
    expect(matches("s", pressed({ key: "s" }))).toBe(true);
    expect(matches("s", pressed({ key: "s", ctrlKey: true }))).toBe(false);
    expect(matches("s", pressed({ key: "S", shiftKey: true }))).toBe(false);
    expect(matches("s", pressed({ key: "s", altKey: true }))).toBe(false);
  });

  test("shift is ignored where the character already tells, as it does for ? and digits on some layouts", () => {
    expect(matches("?", pressed({ key: "?", shiftKey: true }))).toBe(true);
    expect(matches("?", pressed({ key: "?" }))).toBe(true);
    expect(matches("1", pressed({ key: "1", shiftKey: true }))).toBe(true);
  });

  test("the space bar is called space", () => {
    expect(matches("space", pressed({ key: " " }))).toBe(true);
  });
});

describe("what is shown and announced", () => {
  test("key caps follow the keyboard", () => {
    expect(keyCaps("mod+shift+k", false)).toEqual([["Ctrl", "Shift", "K"]]);
    expect(keyCaps("mod+enter", true)).toEqual([["⌘", "Enter"]]);
    expect(keyCaps("g p", false)).toEqual([["G"], ["P"]]);
  });

  test("aria-keyshortcuts names both variants of mod, and no sequences", () => {
    expect(ariaKeyShortcuts("mod+k")).toBe("Control+k Meta+k");
    expect(ariaKeyShortcuts("enter")).toBe("Enter");
    expect(ariaKeyShortcuts("g p")).toBeUndefined();
  });
});

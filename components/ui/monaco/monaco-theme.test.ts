import { describe, expect, test } from "vitest";
import { cssColorToHex, monacoTheme } from "./monaco-theme.ts";

describe("cssColorToHex", () => {
  test.each([
    ["color(srgb 1 0.5 0)", "#ff8000"],
    ["color(srgb 0.2 0.4 0.6 / 0.5)", "#33669980"],
    ["color(srgb -0.01 1.02 0)", "#00ff00"],
    ["color(srgb 1e-5 0 1)", "#0000ff"],
    ["rgb(12, 34, 56)", "#0c2238"],
    ["rgba(12, 34, 56, 0)", "#0c223800"],
  ])("%s is %s", (css, hex) => {
    expect(cssColorToHex(css)).toBe(hex);
  });

  test("a form that it doesn't know is refused, not guessed", () => {
    expect(() => cssColorToHex("oklch(0.5 0.1 20)")).toThrow("not a colour in sRGB");
    expect(() => cssColorToHex("")).toThrow("not a colour in sRGB");
  });
});

describe("monacoTheme", () => {
  test("takes every colour from a token, in the form Monaco reads", () => {
    const theme = monacoTheme(true, () => "#abcdef");
    expect(theme.base).toBe("vs-dark");
    for (const color of Object.values(theme.colors)) expect(color).toMatch(/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/);
    for (const rule of theme.rules) expect(rule.foreground).toBe("abcdef");
  });
});

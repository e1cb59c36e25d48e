import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Relative luminance (WCAG 2.2) of an OKLCH colour, by the matrices of CSS Color 4, clipped to sRGB. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return (
    0.2126 * clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function tokens(css: string): Map<string, number> {
  const found = [...css.matchAll(/--color-([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g)];
  return new Map(found.map(([, name, l, c, h]) => [name ?? "", luminance(Number(l), Number(c), Number(h))]));
}

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split('[data-theme="dark"] {');
const themes = { light: tokens(light), dark: tokens(dark) };

function contrast(theme: Map<string, number>, one: string, other: string): number {
  const [a, b] = [theme.get(one), theme.get(other)];
  if (a === undefined || b === undefined) throw new Error(`no token ${a === undefined ? one : other}`);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["surface", "raised", "sunken", "hover", "selected"];
const texts = ["ink", "ink-muted", "ink-faint", "accent-text", "good", "bad", "warn"];
const onFills = [
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["bad-fill-ink", "bad-fill"],
  ["bad-fill-ink", "bad-fill-hover"],
  ["accent-text", "accent-soft"],
  ["good", "good-soft"],
  ["bad", "bad-soft"],
  ["warn", "warn-soft"],
  ["surface", "ink"],
] as const;

describe.each(["light", "dark"] as const)("the %s theme", (name) => {
  const theme = themes[name];

  test("defines the same colours as the other theme", () => {
    expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
    expect(theme.size).toBeGreaterThan(25);
  });

  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    "%s on %s is readable (4.5 to 1)",
    (text, ground) => {
      expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(onFills)("%s on %s is readable (4.5 to 1)", (text, ground) => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["keyword", "string", "number", "name"])(
    "code's %s is readable on the editor (4.5 to 1)",
    (kind) => {
      expect(contrast(theme, `code-${kind}`, "raised")).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(["surface", "raised"])(
    "borders of controls and the focus ring stand out from %s (3 to 1)",
    (ground) => {
      expect(contrast(theme, "line-control", ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(theme, "focus", ground)).toBeGreaterThanOrEqual(3);
    },
  );
});

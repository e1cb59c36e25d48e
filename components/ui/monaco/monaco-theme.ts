import type { editor } from "monaco-editor/editor/editor.api.js";

/**
 * A computed CSS colour as `#rrggbb` or `#rrggbbaa`. Takes `color(srgb r g b / a)` and `rgb(r, g, b)`, the two
 * forms in which browsers serialise a colour mixed in sRGB (CSS Color 4, section 15). Throws on any other.
 */
export function cssColorToHex(color: string): string {
  const numbers = (color.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const scale = color.startsWith("color(srgb") ? 255 : color.startsWith("rgb") ? 1 : null;
  const [red, green, blue, alpha = 1] = numbers;
  if (scale === null || red === undefined || green === undefined || blue === undefined) {
    throw new Error(`not a colour in sRGB: "${color}"`);
  }
  const channels = [red * scale, green * scale, blue * scale, ...(alpha < 1 ? [alpha * 255] : [])];
  return `#${channels
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Monaco's theme from our tokens; `token` gives a token's colour as hexadecimal. */
export function monacoTheme(dark: boolean, token: (name: string) => string): editor.IStandaloneThemeData {
  const ink = token("ink");
  const faint = token("ink-faint");
  const line = token("line");
  const focus = token("focus");
  const bare = (name: string) => token(name).slice(1);
  return {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      { token: "", foreground: bare("ink") },
      { token: "comment", foreground: bare("ink-faint"), fontStyle: "italic" },
      { token: "keyword", foreground: bare("code-keyword") },
      { token: "string", foreground: bare("code-string") },
      { token: "string.escape", foreground: bare("code-number") },
      { token: "number", foreground: bare("code-number") },
      { token: "type", foreground: bare("code-name") },
      { token: "tag", foreground: bare("code-name") },
      { token: "variable", foreground: bare("ink") },
      { token: "strong", foreground: bare("ink"), fontStyle: "bold" },
      { token: "emphasis", foreground: bare("ink"), fontStyle: "italic" },
      // In Markdown `keyword` is a heading and `string.link` a link.
      { token: "keyword.md", foreground: bare("ink"), fontStyle: "bold" },
      { token: "string.link.md", foreground: bare("accent-text") },
    ],
    colors: {
      "editor.background": token("raised"),
      "editor.foreground": ink,
      "editorLineNumber.foreground": faint,
      "editorLineNumber.activeForeground": token("ink-muted"),
      "editorCursor.foreground": ink,
      "editor.selectionBackground": `${focus}40`,
      "editor.inactiveSelectionBackground": `${focus}26`,
      "editor.findMatchBackground": `${token("warn")}59`,
      "editor.findMatchHighlightBackground": `${token("warn")}2e`,
      "editorWidget.background": token("raised"),
      "editorWidget.foreground": ink,
      "editorWidget.border": token("line-strong"),
      "editorHoverWidget.background": token("raised"),
      "editorHoverWidget.border": token("line-strong"),
      "editorUnicodeHighlight.border": token("warn"),
      "input.background": token("surface"),
      "input.border": token("line-control"),
      focusBorder: focus,
      "scrollbar.shadow": "#00000000",
      "scrollbarSlider.background": `${token("ink-faint")}40`,
      "scrollbarSlider.hoverBackground": `${token("ink-faint")}66`,
      "scrollbarSlider.activeBackground": `${token("ink-faint")}80`,
      "widget.shadow": "#00000026",
      "editorOverviewRuler.border": line,
      // Brackets keep the colour of the text: in maths their nesting says nothing.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, ink]),
      ),
      "editorBracketHighlight.unexpectedBracket.foreground": ink,
    },
  };
}

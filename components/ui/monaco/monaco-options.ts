import type { editor } from "monaco-editor/editor/editor.api.js";

export const lineHeight = 20;
export const fontSize = 12;
export const padding = 8;

/** Of a text that is read, not written: nothing pops up, nothing is folded away, Tab moves on. */
export const readingOptions: editor.IStandaloneEditorConstructionOptions = {
  readOnly: true,
  domReadOnly: true,
  // Tab leaves the editor instead of indenting in it.
  tabFocusMode: true,
  automaticLayout: true,
  fontFamily: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontSize,
  lineHeight,
  fontLigatures: false,
  padding: { top: padding, bottom: padding },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 10,
  wrappingIndent: "same",
  scrollBeyondLastLine: false,
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
  },
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: "none",
  renderWhitespace: "none",
  folding: false,
  links: false,
  contextmenu: false,
  occurrencesHighlight: "off",
  selectionHighlight: false,
  matchBrackets: "never",
  guides: { indentation: false },
  stickyScroll: { enabled: false },
  quickSuggestions: false,
  fixedOverflowWidgets: true,
  // Zero-width and control characters are shown, look-alikes aren't: maths is full of × and −.
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
};

/** Of code that is written: Tab indents, and brackets are matched. */
export const writingOptions: editor.IStandaloneEditorConstructionOptions = {
  ...readingOptions,
  readOnly: false,
  domReadOnly: false,
  tabFocusMode: false,
  tabSize: 4,
  insertSpaces: true,
  renderLineHighlight: "line",
  renderLineHighlightOnlyWhenFocus: true,
  matchBrackets: "near",
  autoClosingBrackets: "languageDefined",
  wordBasedSuggestions: "off",
  wordWrap: "off",
  lineNumbers: "on",
};

/** Of prose that is written: lines wrap, and Tab moves on to the next field. */
export const proseOptions: editor.IStandaloneEditorConstructionOptions = {
  ...writingOptions,
  tabFocusMode: true,
  wordWrap: "on",
  lineNumbers: "off",
  renderLineHighlight: "none",
  autoClosingBrackets: "never",
  autoSurround: "languageDefined",
};

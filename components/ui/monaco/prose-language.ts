import { languages } from "monaco-editor/editor/editor.api.js";

/**
 * Text as it stands, with fenced code. Not Markdown: that takes `<<3*2=6>>` and `a<b` for HTML, `9 * 2 * 3` for
 * emphasis and `{…}` for links, and an open tag keeps the code after it from being coloured.
 */
languages.register({ id: "prose" });
languages.setMonarchTokensProvider("prose", {
  defaultToken: "",
  tokenizer: {
    root: [
      [/^(`{3,})python$/, { token: "comment.fence", next: "@python.$1", nextEmbedded: "python" }],
      [/^(`{3,})[\w-]+$/, { token: "comment.fence", next: "@verbatim.$1" }],
      [/.+/, ""],
    ],
    python: [[/^$S2$/, { token: "comment.fence", next: "@pop", nextEmbedded: "@pop" }]],
    verbatim: [
      [/^$S2$/, { token: "comment.fence", next: "@pop" }],
      [/.+/, ""],
    ],
  },
});

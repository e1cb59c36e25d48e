import type * as Setup from "./monaco-setup.ts";
import { cssColorToHex, monacoTheme } from "./monaco-theme.ts";

export type Monaco = typeof Setup;

let loading: Promise<Monaco> | undefined;

/** Monaco, fetched once, in the browser only. Call it early where an editor is about to be needed. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= start().catch((error: unknown) => {
    // So that the next editor tries again, e.g. when the connection is back.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start(): Promise<Monaco> {
  self.MonacoEnvironment = {
    getWorker: () => new Worker(new URL("./editor-worker.ts", import.meta.url), { type: "module" }),
  };
  const monaco = await import("./monaco-setup.ts");
  const applyTheme = () => {
    const dark = document.documentElement.dataset["theme"] === "dark";
    monaco.editor.defineTheme("lemma", monacoTheme(dark, tokenReader()));
    monaco.editor.setTheme("lemma");
  };
  applyTheme();
  new MutationObserver(applyTheme).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  // Monaco measures characters once; done before the font is there, the cursor would sit beside the text.
  void document.fonts.load('12px "JetBrains Mono Variable"').then(() => monaco.editor.remeasureFonts());
  return monaco;
}

/** Reads design tokens in the hexadecimal form that Monaco asks for; the browser does the conversion. */
function tokenReader(): (token: string) => string {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  queueMicrotask(() => probe.remove());
  return (token) => {
    probe.style.color = `color-mix(in srgb, var(--color-${token}) 100%, transparent)`;
    return cssColorToHex(style.color);
  };
}

import katex, { type KatexOptions } from "katex";

const longestFormula = 5000;
const cacheSize = 600;
const cache = new Map<string, string>();

/** How formulas are drawn, and checked. */
export function texOptions(display: boolean): KatexOptions {
  return {
    displayMode: display,
    throwOnError: false,
    errorColor: "var(--color-bad)",
    trust: false,
    strict: "ignore",
    maxSize: 10,
    maxExpand: 300,
    output: "htmlAndMathml",
    // Common in real data, unknown to KaTeX. A fresh object each time: KaTeX writes \\gdef's macros into it.
    macros: { "\\mbox": "\\text{#1}", "\\emph": "\\textit{#1}" },
  };
}

/**
 * A formula as HTML (KaTeX's markup beside MathML), safe for hostile input: no links, no images, no HTML, bounded
 * sizes and macro expansion. What KaTeX can't draw comes in the colour of errors. Null for what is too long or
 * breaks KaTeX altogether: then show the source.
 */
export function texToHtml(tex: string, display: boolean): string | null {
  if (tex.length > longestFormula) return null;
  const key = `${display ? "d" : "i"}${tex}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  try {
    const html = katex.renderToString(tex.trim(), texOptions(display));
    const oldest = cache.keys().next();
    if (cache.size >= cacheSize && oldest.done !== true) cache.delete(oldest.value);
    cache.set(key, html);
    return html;
  } catch {
    // Such as a stack overflow on ten thousand nested braces; the source is the honest answer.
    return null;
  }
}

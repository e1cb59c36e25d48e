const OVER = /\{([^{}]{1,500}?)\\over(?![A-Za-z])([^{}]{1,500})\}/g;

/** Bold type in Markdown, and where one stretch of it ends and the next begins. */
const BOLD = /(^|[\s(])\*\*(?=\S)([^*]{1,200})\*\*(?=$|[\s.,;)])/g;
const JOINT = /\*\*( ?(?:,|and|or|, ?and|, ?or) ?)\*\*/g;

/** What people type for signs that LaTeX has commands for: `+/-3`, `US$5`, `{1 \over 2}`. */
export function respellPlain(text: string): string {
  return text
    .replace(BOLD, "$1$2")
    .replace(JOINT, "$1")
    .replace(/\+ ?\/ ?-/g, "\\pm ")
    .replace(/\bUS ?(?=\\?\$ ?\d)/g, "")
    .replace(OVER, "\\frac{$1}{$2}")
    .replace(/\\bigcup(?![A-Za-z])/g, "\\cup ");
}

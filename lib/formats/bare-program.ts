const STRONG: readonly RegExp[] = [
  /^\s*(?:async )?(?:def|class) \w+.*:\s*(?:#.*)?$/,
  /^\s*import [\w.]+(?: as \w+)?(?:, ?[\w.]+(?: as \w+)?)*\s*$/,
  /^\s*from [\w.]+ import [\w*(]/,
  /^\s*print\s?\(.*\)\s*(?:#.*)?$/,
  /^\s*(?:for \w+(?:, ?\w+)* in |while |if |elif |with ).*:\s*(?:#.*)?$/,
];
const WEAK: readonly RegExp[] = [
  /^\s*[#@]/,
  /^\s*[A-Za-z_][\w.]*(?:\[[^\]]*\])?(?:, ?[A-Za-z_]\w*)*\s*(?:\/\/|\*\*|[-+*/%])?=(?!=)/,
  /^\s*[A-Za-z_][\w.]*\(/,
  /^\s*(?:else|try|finally|except\b[^:]*):/,
  /^\s+(?:return|yield|raise|assert|pass|break|continue|global|nonlocal)\b/,
  /^[)\]}]+/,
];
const CODE_SHARE = 0.9;
/** No one writes longer lines by hand, and the patterns stay cheap on what a model may emit. */
const LONGEST_LINE = 2000;

/**
 * True where a text without fences is plainly a Python program: it begins with a line of code, at least one
 * line is one that prose never has (`def f():`, `import x`, `print(…)`, `for … in …:`), and nine lines in ten
 * are code. Indented lines after code, and the inside of triple-quoted strings, count as code; blank lines
 * don't count at all. A lone line is never a program.
 */
export function isBareProgram(text: string): boolean {
  let lines = 0;
  let code = 0;
  let strong = false;
  let quoted = false;
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const isStrong = !quoted && matches(STRONG, line);
    const isCode = quoted || isStrong || matches(WEAK, line) || (code > 0 && /^[ \t]/.test(line));
    if (lines === 0 && !isCode) return false;
    if (tripleQuotes(line) % 2 === 1) quoted = !quoted;
    strong ||= isStrong;
    lines += 1;
    if (isCode) code += 1;
  }
  return lines >= 2 && strong && code >= lines * CODE_SHARE;
}

function matches(patterns: readonly RegExp[], line: string): boolean {
  return line.length <= LONGEST_LINE && patterns.some((pattern) => pattern.test(line));
}

function tripleQuotes(line: string): number {
  return line.match(/"""|'''/g)?.length ?? 0;
}

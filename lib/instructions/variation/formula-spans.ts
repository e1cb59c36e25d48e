export interface Span {
  start: number;
  end: number;
}

const ENVIRONMENT = /\\begin\{([A-Za-z]+\*?)\}[\s\S]*?\\end\{\1\}/;
const DISPLAYED = /\$\$[\s\S]*?\$\$|\\\[[\s\S]*?\\\]|\\\([\s\S]*?\\\)/;
/** After pandoc's rule for single dollars; what reads as prose between two prices is told apart below. */
const BETWEEN_DOLLARS = /(?<![\\$\d])\$(?![\s$])((?:\\[\s\S]|[^\\$\n]|\n(?!\s*\n))*?)(?<!\s)\$(?![\d$])/;
const FORMULA = new RegExp(
  `${DISPLAYED.source}|${BETWEEN_DOLLARS.source}|${ENVIRONMENT.source.replace("\\1", "\\2")}`,
  "g",
);

const TEXT_COMMAND = /\\(?:text|mathrm|mbox|operatorname)\s*\{[^{}]*\}|\\[A-Za-z]+/g;
const PROSE = /[A-Za-z]{3,}[\s,.;]+(?:[A-Za-z]+[\s,.;]+)*[A-Za-z]{2,}/;

function isProse(inside: string | undefined): boolean {
  return inside !== undefined && PROSE.test(inside.replace(TEXT_COMMAND, " "));
}

/**
 * Where formulas stand in a text of Markdown and LaTeX, in order: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and bare
 * environments. Two prices in a sentence ("$5 to adults and $3") are no formula.
 */
export function formulaSpans(text: string): Span[] {
  const spans: Span[] = [];
  const next = new RegExp(FORMULA);
  for (let found = next.exec(text); found; found = next.exec(text)) {
    if (isProse(found[1])) next.lastIndex = found.index + 1;
    else spans.push({ start: found.index, end: found.index + found[0].length });
  }
  return spans;
}

/** Where a token of a line starts, and its type as Monaco names it, e.g. `keyword.python`. */
export interface CodeToken {
  offset: number;
  type: string;
}

/** A piece of a line with the class that colours it; none for plain code. */
export interface CodeRun {
  text: string;
  className: string | undefined;
}

const CLASSES: readonly [prefix: string, className: string][] = [
  ["comment", "text-ink-faint italic"],
  ["keyword", "text-code-keyword"],
  ["string.escape", "text-code-number"],
  ["string", "text-code-string"],
  ["number", "text-code-number"],
  ["type", "text-code-name"],
  ["tag", "text-code-name"],
];

function classOf(type: string): string | undefined {
  return CLASSES.find(([prefix]) => type === prefix || type.startsWith(`${prefix}.`))?.[1];
}

/** A line cut at its tokens, neighbours of one colour joined; the runs' texts joined are the line. */
export function codeRuns(line: string, tokens: readonly CodeToken[]): CodeRun[] {
  const runs: CodeRun[] = [];
  const cuts = [{ offset: 0, type: "" }, ...tokens];
  for (const [place, { offset, type }] of cuts.entries()) {
    const text = line.slice(offset, cuts[place + 1]?.offset ?? line.length);
    if (text === "") continue;
    const className = classOf(type);
    const last = runs.at(-1);
    if (last && last.className === className) last.text += text;
    else runs.push({ text, className });
  }
  return runs;
}

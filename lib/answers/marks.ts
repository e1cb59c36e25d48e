/**
 * Private-use characters that stand in a spelled answer for what LaTeX said and plain text can't: where a `\text{}`
 * began and ended, and that a dollar sign meant money. `foldCharacters` removes them from the input.
 */
export const TEXT_START = "\ue000";
export const TEXT_END = "\ue001";
export const MONEY = "\ue002";

const ALL = /[\ue000-\ue002]/g;

export function withoutMarks(text: string): string {
  return text.replace(ALL, "");
}

/**
 * Marks that lost their partner when the text was cut in the middle of a `\text{}` mean nothing any more, nor do
 * marks around the whole.
 */
export function withPairedMarks(untrimmed: string): string {
  const part = untrimmed.trim();
  const starts = part.split(TEXT_START).length;
  const paired = starts === part.split(TEXT_END).length && part.indexOf(TEXT_START) <= part.indexOf(TEXT_END);
  const wrapped = part.indexOf(TEXT_END) === part.length - 1 && part.lastIndexOf(TEXT_START) === 0;
  return paired && !wrapped ? part : withoutMarks(part).trim();
}

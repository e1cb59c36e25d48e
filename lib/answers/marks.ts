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

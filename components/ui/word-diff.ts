import { diffWordsWithSpace } from "diff";

export type DiffPart = { kind: "same" | "removed" | "added"; text: string };

/** Texts that differ by more words than this are shown as one taken away and one put in. */
const mostEdits = 1500;

/**
 * What became of a text, word by word: the parts that aren't added make up `before`, those that aren't removed make up
 * `after`. Its cost grows with the length times the number of differences, which is bounded.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (changes === undefined) {
    const whole: DiffPart[] = [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
    return whole.filter(({ text }) => text !== "");
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

/** A long stretch that is the same on both sides, cut in its middle; null where it is short enough. */
export function foldedMiddle(
  text: string,
  kept: number,
): { start: string; left: number; end: string } | null {
  const left = text.length - 2 * kept;
  if (left < kept) return null;
  return { start: text.slice(0, kept), left, end: text.slice(text.length - kept) };
}

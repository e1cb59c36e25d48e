import { givenOutput } from "#components/paths/execution-words.ts";
import type { Segment } from "#lib/paths/contract.ts";
import type { BlockResult } from "#lib/python/contract.ts";
import type { Ran } from "./python-state.ts";

/** A code segment of a path, with the text that leads to it and the outputs that the path records for it. */
export interface CodeCell {
  /** The segment's place in the path. */
  segment: number;
  lead: string;
  code: string;
  recorded: string | null;
}

/** What of a path a person can change: its code segments, in order, and the last text after them, trimmed. */
export interface Revision {
  codes: readonly string[];
  closing: string | null;
}

export function codeCells(segments: readonly Segment[]): CodeCell[] {
  const cells: CodeCell[] = [];
  let lead = "";
  for (const [segment, { type, content }] of segments.entries()) {
    const cell = cells.at(-1);
    if (type === "text") lead = content;
    else if (type === "code") {
      cells.push({ segment, lead, code: content, recorded: null });
      lead = "";
    } else if (cell) cell.recorded = cell.recorded === null ? content : `${cell.recorded}\n${content}`;
  }
  return cells;
}

function closingPlace(segments: readonly Segment[]): number | null {
  const lastCode = segments.findLastIndex(({ type }) => type === "code");
  const place = segments.findLastIndex(({ type, content }) => type === "text" && content.trim() !== "");
  return lastCode >= 0 && place > lastCode ? place : null;
}

export function originalRevision(segments: readonly Segment[]): Revision {
  const place = closingPlace(segments);
  return {
    codes: codeCells(segments).map(({ code }) => code),
    closing: place === null ? null : (segments[place]?.content.trim() ?? null),
  };
}

export function isSameCode(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code, place) => code === b[place]);
}

/** A text with the blank space around another one. */
function spacedLike(text: string, other: string): string {
  if (text === other.trim()) return other;
  const start = other.length - other.trimStart().length;
  return other.slice(0, start) + text + other.slice(other.trimEnd().length);
}

/** What a path records of a block that ran: what it printed, its value, and how it failed. */
export function blockOutput(block: BlockResult): string {
  return [givenOutput(block), block.error?.message ?? ""].filter((part) => part !== "").join("\n");
}

/**
 * The path with the code that ran, the outputs that it gave, and the closing text. Outputs of the path itself are
 * left out, and so is what is blank.
 */
export function revisedSegments(segments: readonly Segment[], ran: Ran, closing: string | null): Segment[] {
  const closingAt = closingPlace(segments);
  const revised: Segment[] = [];
  let block = 0;
  for (const [place, { type, content }] of segments.entries()) {
    if (type === "text")
      revised.push({ type, content: place === closingAt ? spacedLike(closing ?? "", content) : content });
    if (type !== "code") continue;
    const result = ran.execution.blocks[block];
    revised.push({ type: "code", content: ran.codes[block] ?? "" });
    revised.push({ type: "output", content: result ? blockOutput(result) : "" });
    block += 1;
  }
  return revised.filter(({ content }) => content.trim() !== "");
}

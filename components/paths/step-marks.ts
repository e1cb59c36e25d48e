import type { Glyph, SpanDecoration, TextPlace } from "#components/ui/monaco/monaco-decorations.ts";
import type { SegmentStep } from "#lib/answers/arithmetic.ts";
import type { PathExecution, Segment } from "#lib/paths/contract.ts";
import { BLOCK_HINT, blockOutcome, errorText } from "./execution-words.ts";
import type { TraceDocument } from "./trace-document.ts";
import { placesOf } from "./trace-places.ts";

/** A step and where it stands in the trace document. */
export interface PlacedStep {
  step: SegmentStep;
  place: TextPlace;
}

/** What the margin and the text of a trace show of its steps and of its code. */
export interface StepMarks {
  /** At most one for each line: the gravest, with a hover that says all. */
  glyphs: Glyph[];
  spans: SpanDecoration[];
  /** The wrong steps in order. */
  wrong: PlacedStep[];
}

type Note = Pick<Glyph, "line" | "tone"> & { sign: NonNullable<Glyph["sign"]>; text: string };

/** From the least to the gravest: what a line shows where several things are to be said of it. */
const GRAVITY: readonly Note["sign"][] = ["tick", "open", "differs", "cross", "cross-first"];

const STEP_SIGN = {
  right: { tone: "good", sign: "tick" },
  unclear: { tone: "neutral", sign: "open" },
  wrong: { tone: "bad", sign: "cross" },
} as const;

const BLOCK_SIGN = {
  reproduced: { tone: "good", sign: "tick" },
  different: { tone: "warn", sign: "differs" },
  unrecorded: { tone: "neutral", sign: "open" },
  failed: { tone: "bad", sign: "cross" },
} as const;

function glyphsOf(notes: readonly Note[]): Glyph[] {
  const byLine = new Map<number, Note[]>();
  for (const note of notes) {
    const line = byLine.get(note.line);
    if (line) line.push(note);
    else byLine.set(note.line, [note]);
  }
  return [...byLine.values()].flatMap((line) => {
    const [gravest] = line.toSorted((a, b) => GRAVITY.indexOf(b.sign) - GRAVITY.indexOf(a.sign));
    if (!gravest) return [];
    const hover = line.map(({ text }) => text).join("\n");
    return [{ line: gravest.line, tone: gravest.tone, sign: gravest.sign, hover }];
  });
}

function stepNote({ step, place }: PlacedStep, isFirst: boolean): Note {
  const { outcome, reason } = step;
  const said = outcome === "right" ? "Right" : outcome === "wrong" ? "Wrong" : "Unclear";
  const sign = STEP_SIGN[outcome];
  return {
    line: place.startLine,
    ...sign,
    ...(isFirst ? { sign: "cross-first" } : {}),
    text: isFirst ? `The first wrong step: ${reason}` : `${said}: ${reason}`,
  };
}

/** What is to be said of each block at its fence and, where it stopped, at the line of the error. */
function codeNotes(document: TraceDocument, execution: PathExecution | null): Note[] {
  const blocks = new Map(document.lines.map((block) => [block.segment, block]));
  return (execution?.segments ?? []).flatMap((ran): Note[] => {
    const block = blocks.get(ran.segment);
    if (!block) return [];
    const outcome = blockOutcome(ran);
    const error = ran.error === null ? "" : `: ${errorText(ran.error)}`;
    const fence = { line: block.startLine, ...BLOCK_SIGN[outcome], text: `${BLOCK_HINT[outcome]}${error}` };
    const at = block.startLine + (ran.error?.line ?? 0);
    if (outcome !== "failed" || ran.error === null || at <= block.startLine || at >= block.endLine)
      return [fence];
    return [fence, { line: at, ...BLOCK_SIGN.failed, text: errorText(ran.error) }];
  });
}

/**
 * The marks of a trace: each arithmetic step's where it stands, each block's at its fence. `steps` are those of the
 * segments in order, `execution` what running the code gave, null before that. Linear in all that it is given.
 */
export function stepMarks(
  segments: readonly Segment[],
  document: TraceDocument,
  steps: readonly SegmentStep[],
  execution: PathExecution | null,
): StepMarks {
  const find = placesOf(segments, document);
  const placed = steps.flatMap((step): PlacedStep[] => {
    const place = find(step.segment, step.start, step.end);
    return place === null ? [] : [{ step, place }];
  });
  const wrong = placed.filter(({ step }) => step.outcome === "wrong");
  const notes = placed.map((each) => stepNote(each, each === wrong[0]));
  const spans = wrong.map(({ step, place }, order) => ({
    ...place,
    className: order === 0 ? "mt-wrong-first" : "mt-wrong",
    hover: step.reason,
  }));
  return { glyphs: glyphsOf([...notes, ...codeNotes(document, execution)]), spans, wrong };
}

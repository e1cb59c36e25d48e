import { findALine } from "./a-line.ts";
import { findBold } from "./bold.ts";
import { findBoxed } from "./boxed.ts";
import { withoutCalculatorMarks } from "./calculator-marks.ts";
import { findDisplay } from "./display.ts";
import { compareAnswers } from "./equal.ts";
import { findHashes } from "./hashes.ts";
import { findLastNumber } from "./last-number.ts";
import { findPhrase } from "./phrase.ts";
import { findPrinted } from "./printed.ts";
import type { Span } from "./span.ts";
import { newSteps, type Steps } from "./steps.ts";

/** What showed that this is the final answer, strongest first. */
export type ExtractionRule =
  | "boxed"
  | "hashes"
  | "phrase"
  | "a-line"
  | "bold"
  | "display"
  | "output"
  | "number";

/** `start` and `end` are where it stands in the text; several boxes joined to one answer stand from first to last. */
export type ExtractedAnswer = { answer: string; rule: ExtractionRule; start: number; end: number };

/** A part of a reasoning path. */
export type AnswerSegment = { readonly type: "text" | "code" | "output"; readonly content: string };

/** `start` and `end` count within segment number `segment`. */
export type SegmentAnswer = ExtractedAnswer & { segment: number };

type Finder = (text: string, steps: Steps) => ExtractedAnswer | null;

function finder(rule: ExtractionRule, find: (text: string, steps: Steps) => Span | null): Finder {
  return (text, steps) => {
    const span = find(text, steps);
    return span && { answer: text.slice(span.start, span.end), rule, ...span };
  };
}

/** Joins the boxes of one sentence, leaving out what is the same answer in another form. */
function boxed(text: string, steps: Steps): ExtractedAnswer | null {
  const boxes = findBoxed(text, steps);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last) return null;
  const answers: string[] = [];
  for (const box of boxes.slice(-20)) {
    const answer = text.slice(box.start, box.end);
    if (!answers.some((known) => compareAnswers(known, answer).outcome === "equal")) answers.push(answer);
  }
  return { answer: answers.join(", "), rule: "boxed", start: first.start, end: last.end };
}

/** The author says that this is the answer. */
const DECLARED: readonly Finder[] = [
  boxed,
  finder("hashes", findHashes),
  finder("phrase", findPhrase),
  finder("a-line", findALine),
];
/** It only looks like one. */
const SHAPED: readonly Finder[] = [finder("bold", findBold), finder("display", findDisplay)];
const NUMBER = finder("number", findLastNumber);
const OUTPUT = finder("output", findPrinted);

function first(finders: readonly Finder[], text: string, steps: Steps): ExtractedAnswer | null {
  for (const find of finders) {
    const found = find(text, steps);
    if (found) return found;
  }
  return null;
}

const THOUGHT = "</think>";

/** Asks the finders about what follows a model's thinking before they see the thinking itself. */
function findIn(text: string, finders: readonly Finder[], steps: Steps): ExtractedAnswer | null {
  const readable = withoutCalculatorMarks(text);
  const thought = readable.lastIndexOf(THOUGHT);
  const from = thought < 0 ? 0 : thought + THOUGHT.length;
  const said = first(finders, readable.slice(from), steps);
  if (said) return { ...said, start: said.start + from, end: said.end + from };
  return from === 0 ? null : first(finders, readable, steps);
}

/**
 * The final answer in a text, with the rule that found it, or null. Rules in order: the last `\boxed` (those of one
 * sentence joined with ", "), `#### …`, "the answer is …", a line `A: …`, bold text on the last line, the right side
 * of the last displayed formula, and at last the last number. Calculator marks `<<…>>` are never answers. Never
 * throws; linear in the length of the text.
 */
export function extractAnswer(text: string, steps: Steps = newSteps()): ExtractedAnswer | null {
  return findIn(text, [...DECLARED, ...SHAPED], steps) ?? findIn(text, [NUMBER], steps);
}

/** The declared answer of a whole solution, or, where none is declared, the text itself: it is a bare answer. */
export function bareAnswer(text: string): string {
  return findIn(text, DECLARED, newSteps())?.answer ?? text.trim();
}

/**
 * The final answer of a reasoning path in segments. Text is searched from the last segment to the first: what its
 * author declares to be the answer, and after the last output also what only looks like one. Then the last line that
 * a program printed, and at last the last number in any text.
 */
export function extractFromSegments(
  segments: readonly AnswerSegment[],
  steps: Steps = newSteps(),
): SegmentAnswer | null {
  const lastOutput = segments.findLastIndex((each) => each.type === "output" && each.content.trim() !== "");
  const search = (
    type: AnswerSegment["type"],
    finders: (index: number) => readonly Finder[],
  ): SegmentAnswer | null => {
    for (let index = segments.length - 1; index >= 0; index -= 1) {
      const segment = segments[index];
      const found = segment?.type === type ? findIn(segment.content, finders(index), steps) : null;
      if (found) return { ...found, segment: index };
    }
    return null;
  };
  return (
    search("text", (index) => (index > lastOutput ? [...DECLARED, ...SHAPED] : DECLARED)) ??
    search("output", (index) => (index === lastOutput ? [OUTPUT] : [])) ??
    search("text", () => [NUMBER])
  );
}

import { type Judgement, judgeLink } from "./arithmetic-judgement.ts";
import { findStatements, type Link, type Statement } from "./arithmetic-statements.ts";
import { showDigits, showLike } from "./arithmetic-values.ts";
import type { AnswerSegment } from "./extract.ts";
import { newSteps, type Steps } from "./steps.ts";

/**
 * One arithmetic statement of a text, judged. `statement` is the text from `start` up to `end` (UTF-16 units).
 * `expected` is what its left side comes to, `stated` what it says instead or as well, `reason` one line for a
 * reviewer.
 */
export type ArithmeticStep = {
  readonly start: number;
  readonly end: number;
  readonly statement: string;
  readonly outcome: "right" | "wrong" | "unclear";
  readonly expected: string | null;
  readonly stated: string;
  readonly reason: string;
};

/** `segment` is the number of the segment in which the step's offsets count. */
export type SegmentStep = ArithmeticStep & { readonly segment: number };

const MAX_SHOWN = 60;
/** Steps for each character of a text: references of GSM8K and MATH take two or three on average. */
const STEPS_A_CHARACTER = 200;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
const short = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

type Judged = { readonly link: Link; readonly judgement: Judgement };

function judge(link: Link | null, steps: Steps): Judged | null {
  const judgement = link && judgeLink(link, steps);
  return link && judgement && { link, judgement };
}

const unclear = ({ link, judgement }: Judged, why: string): Judged => ({
  link,
  judgement: { ...judgement, outcome: "unclear", why },
});

const OTHERWISE = "its calculator mark says otherwise";

/**
 * What the prose says counts most, for that is what is read. A calculator mark decides where the prose can't be
 * read; where the two say different things and one of them is right, it is left open.
 */
function weigh(statement: Statement, steps: Steps): Judged | null {
  const prose = judge(statement.link, steps);
  if (!statement.mark) return prose;
  const mark = judge(statement.mark, steps);
  const copy = judge(statement.copied, steps);
  const says = prose?.judgement.outcome;
  if (prose && says === "wrong") {
    const plain = prose.link.left.units.length === 0;
    return plain || copy?.judgement.outcome !== "right" ? prose : unclear(prose, OTHERWISE);
  }
  const wrong = [mark, copy].find((judged) => judged?.judgement.outcome === "wrong");
  if (wrong) return prose && says === "right" ? unclear(prose, OTHERWISE) : wrong;
  if (prose && says === "right") return prose;
  return copy ?? (mark?.judgement.outcome === "unclear" ? mark : null) ?? prose ?? mark;
}

function explain(
  left: string,
  value: string | null,
  stated: string,
  { outcome, expected, why }: Judgement,
): string {
  if (value === null || expected === null) return `${left} = ${stated}: ${why ?? "it can't be computed"}`;
  const note = why === null ? "" : `; ${why}`;
  const shown = left.replaceAll(" ", "") === value && value.includes("/") ? showDigits(expected) : value;
  if (outcome === "wrong") return `${left} is ${shown}, not ${stated}${note}`;
  if (outcome === "unclear") return `${left} is ${shown}, and ${stated} is written${note}`;
  return `${left} is ${shown}${note}`;
}

function toStep(text: string, found: Statement, steps: Steps): ArithmeticStep | null {
  const judged = weigh(found, steps);
  if (!judged || steps.taken > steps.limit) return null;
  const { left, right } = judged.link;
  const { outcome, expected: value, end: accepted } = judged.judgement;
  const end = accepted < right.end ? accepted : found.end;
  const expected = value && showLike(value, right.spelling, left.spelling.includes("%"), steps);
  const stated = oneLine(text.slice(right.start, accepted));
  const reason = explain(
    short(oneLine(text.slice(left.start, left.end))),
    expected,
    short(stated),
    judged.judgement,
  );
  const { start } = found;
  return { start, end, statement: text.slice(start, end), outcome, expected, stated, reason };
}

/**
 * Checks every arithmetic statement of a text (see `findStatements`), in order of place. The calculation is checked,
 * not whether it was the one to make. A result is right where it is exact or correctly rounded to the digits it
 * shows; `2*3 = 6 + 1 = 7` is right link by link, as the running line that its author meant. "wrong" is only said
 * where no usual reading of the words makes it right; where units, rounding to whole numbers or the like may explain
 * it, it is "unclear". Linear in the length of the text, bounded by `steps`, never throws.
 */
export function checkArithmetic(
  text: string,
  steps: Steps = newSteps(STEPS_A_CHARACTER * (text.length + 1000)),
): ArithmeticStep[] {
  return findStatements(text, steps).flatMap((found) => toStep(text, found, steps) ?? []);
}

/** The first step that is wrong, if any. */
export function firstWrong<Step extends ArithmeticStep>(checked: readonly Step[]): Step | null {
  return checked.find((step) => step.outcome === "wrong") ?? null;
}

/** Checks the text segments of a path; what code and its output say is not looked at. */
export function checkSegments(segments: readonly AnswerSegment[]): SegmentStep[] {
  return segments.flatMap(({ type, content }, segment) =>
    type === "text" ? checkArithmetic(content).map((step) => ({ ...step, segment })) : [],
  );
}

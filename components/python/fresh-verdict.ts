import { compareAnswers } from "#lib/answers/equal.ts";
import { extractAnswer } from "#lib/answers/extract.ts";
import { checkPath, type PathVerdict } from "#lib/answers/verdict.ts";
import type { Segment } from "#lib/paths/contract.ts";

/**
 * What the rules say of a path whose code has just run. `printed`: of its code and outputs alone. `whole`: of the path
 * as it would be saved, in which a text's declared answer goes before a printed one; `contradicts` says that the two
 * answers differ, and `mended` is the closing text with the printed answer in the other's place, where it has one.
 */
export interface FreshVerdict {
  printed: PathVerdict;
  whole: PathVerdict;
  contradicts: boolean;
  mended: string | null;
}

/** `closing` is the text after the code, or null; it is among the segments too. */
export function freshVerdict(
  reference: string | null,
  segments: readonly Segment[],
  closing: string | null,
): FreshVerdict {
  const printed = checkPath({ reference, segments: segments.filter(({ type }) => type !== "text") });
  const whole = checkPath({ reference, segments });
  const contradicts =
    printed.answer !== null &&
    whole.answer !== null &&
    compareAnswers(printed.answer, whole.answer).outcome === "different";
  const mended =
    contradicts && closing !== null && printed.answer !== null ? withAnswer(closing, printed.answer) : null;
  return { printed, whole, contradicts, mended };
}

function withAnswer(text: string, answer: string): string | null {
  const found = extractAnswer(text);
  return found && text.slice(0, found.start) + answer + text.slice(found.end);
}

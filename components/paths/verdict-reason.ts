/** A piece of a reason: words, or an answer or formula, which may be LaTeX. */
export interface ReasonPiece {
  text: string;
  isAnswer: boolean;
}

/** How `compareAnswers` and `checkArithmetic` word their reasons. A note in brackets may follow. */
const FORMS = [
  /^(expected )(.+?)(, found )(.+?)( \([^()]*\))?$/s,
  /^(can't tell whether )(.+?)( is )(.+?)( \([^()]*\))?$/s,
  /^(both are )(.+)$/s,
  /^(.+?)( is )(.+?)(, not )(.+)$/s,
  /^(.+?)( is )(.+)$/s,
];

/** Which groups of each form hold an answer. */
const ANSWERS: readonly (readonly number[])[] = [[2, 4], [2, 4], [2], [1, 3, 5], [1, 3]];

/**
 * A reason cut into words and answers, so that answers can be drawn as maths. The pieces joined are the
 * reason. What was cut off (`…`) counts as words: half a formula can't be drawn.
 */
export function reasonPieces(reason: string): ReasonPiece[] {
  for (const [form, pattern] of FORMS.entries()) {
    const found = pattern.exec(reason);
    if (!found) continue;
    return found.slice(1).flatMap((text: string | undefined, place) => {
      if (text === undefined) return [];
      const isAnswer = ANSWERS[form]?.includes(place + 1) === true && !text.endsWith("…");
      return [{ text, isAnswer }];
    });
  }
  return [{ text: reason, isAnswer: false }];
}

/**
 * What an answer is read as. `unread`: it is not read, and compared as it stands; `region`: real numbers that meet
 * a condition; `empty`: no solution, or undefined.
 */
export type AnswerKind =
  | "nothing"
  | "unread"
  | "number"
  | "infinity"
  | "date"
  | "time"
  | "ordinal"
  | "choice"
  | "truth"
  | "empty"
  | "words"
  | "expression"
  | "equation"
  | "relation"
  | "list"
  | "set"
  | "tuple"
  | "interval"
  | "vector"
  | "ratio"
  | "union"
  | "matrix"
  | "region";

/**
 * `words` go on from "Reads as": "the fraction 3/4 = 0.75". `warning`: why paths may be judged worse than with
 * another answer. `plain`: of a number, a spelling that is the same answer. `parts` are those of a list or matrix.
 */
export type Description = {
  readonly kind: AnswerKind;
  readonly words: string;
  readonly warning: string | null;
  readonly plain: string | null;
  readonly parts: readonly Description[];
};

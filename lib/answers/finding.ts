import { gatherQuestions, type Question } from "./questions.ts";

export type Outcome = "equal" | "different" | "undecided";
export type Method = "literal" | "numeric" | "symbolic";

/**
 * What comparing two answers, or two elements of them, came to. `note` says why, where the answers alone don't;
 * `questions` are what would have to be known to say more.
 */
export type Finding = {
  readonly outcome: Outcome;
  readonly method: Method;
  readonly note: string | null;
  readonly questions: readonly Question[];
};

export function finding(outcome: Outcome, method: Method, note: string | null = null): Finding {
  return { outcome, method, note, questions: [] };
}

export function undecided(note: string | null = null, questions: readonly Question[] = []): Finding {
  return { outcome: "undecided", method: "symbolic", note, questions };
}

/** The questions of all that is undecided among these. */
export function openQuestions(findings: readonly Finding[]): readonly Question[] {
  return gatherQuestions(findings.map((each) => each.questions));
}

/** The farthest-reaching method among these. */
export function methodOf(findings: readonly Finding[]): Method {
  const used = new Set(findings.map((each) => each.method));
  if (used.has("symbolic")) return "symbolic";
  return used.has("numeric") ? "numeric" : "literal";
}

/** All must hold: one difference is enough to differ, and one doubt is enough to doubt. */
export function allOf(findings: readonly Finding[]): Finding {
  const different = findings.find((each) => each.outcome === "different");
  if (different) return different;
  const doubt = findings.find((each) => each.outcome === "undecided");
  return doubt ? undecided(doubt.note, openQuestions(findings)) : finding("equal", methodOf(findings));
}

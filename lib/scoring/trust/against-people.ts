import { cohenKappa } from "#lib/statistics/kappa.ts";
import { spearman } from "#lib/statistics/spearman.ts";
import type { Trust } from "../contract/trust.ts";
import type { ScoreKind } from "../contract.ts";
import { clusteredShare } from "./clustered-share.ts";
import { figure } from "./figure.ts";
import { problemGroups, type ScoredPath } from "./problem-groups.ts";
import { withinRankCorrelation } from "./within-rank-correlation.ts";

/** So many judgements of two paths with these scores had this outcome; both bad is a tie. */
export interface JudgedScores {
  problemId: number;
  first: number;
  second: number;
  outcome: "first" | "second" | "tie";
  count: number;
}

/** How a scorer's order agrees with people's judgements. */
export function againstJudgements(
  judged: readonly JudgedScores[],
  note: string | null = null,
): Pick<Trust["people"], "pairAccuracy" | "kappa"> {
  const decided = judged.filter(({ outcome }) => outcome !== "tie");
  const n = judged.reduce((sum, { count }) => sum + count, 0);
  const both = judged.flatMap(({ first, second, outcome, count }) =>
    new Array<readonly [string, string]>(count).fill([
      outcome,
      ORDERS[1 + Math.sign(first - second)] ?? "tie",
    ]),
  );
  const none = n === 0 ? "People have judged no two paths that are both scored." : null;
  return {
    pairAccuracy: figure(
      clusteredShare(problemGroups(decided).map(agreeing)),
      none ?? "People found no winner in any pair.",
      note,
    ),
    kappa: figure(
      { value: cohenKappa(both), n },
      none ?? "All judgements and all scores say the same, so chance alone explains it.",
      note,
    ),
  };
}

const ORDERS = ["second", "tie", "first"] as const;

function agreeing(group: readonly JudgedScores[]): { right: number; of: number } {
  let [right, of] = [0, 0];
  for (const { first, second, outcome, count } of group) {
    const order = Math.sign(first - second) * (outcome === "first" ? 1 : -1);
    right += (count * (order + 1)) / 2;
    of += count;
  }
  return { right, of };
}

/** How a scorer's scores agree with people's grades. */
export function againstGrades(
  kind: ScoreKind,
  paths: readonly ScoredPath[],
  note: string | null = null,
): Trust["people"]["grades"] {
  const graded = paths.flatMap(({ grade, ...path }) => (grade === null ? [] : [{ ...path, grade }]));
  const n = graded.length;
  const values = graded.map(({ value }) => value);
  const grades = graded.map(({ grade }) => grade);
  const none = n === 0 ? "People have graded no path that is scored." : null;
  const relative = kind === "reward" ? "A reward has no scale to compare with grades." : null;
  const rankings =
    kind === "critique"
      ? { value: spearman(values, grades), n }
      : withinRankCorrelation(
          problemGroups(graded).map((group) => group.map(({ value, grade }) => [value, grade] as const)),
        );
  const errors = graded.map(({ value, grade }) => Math.abs(value - grade));
  const meanError = n === 0 ? null : errors.reduce((sum, error) => sum + error, 0) / n;
  const rounded = graded.map(({ value, grade }) => [gradeOf(value), gradeOf(grade)] as const);
  return {
    spearman: figure(
      rankings,
      none ??
        (relative
          ? "Needs a problem whose graded paths differ in grade and in score."
          : "Needs paths that differ in grade and in score."),
      note,
    ),
    meanError: figure({ value: relative ? null : meanError, n }, relative ?? none ?? "", note),
    kappa: figure(
      { value: relative ? null : cohenKappa(rounded, "quadratic"), n },
      relative ?? none ?? "All grades and all scores are the same, so chance alone explains it.",
      note,
    ),
  };
}

/** The whole grade from 1 to 10 that a score comes nearest to. */
export function gradeOf(value: number): number {
  return Math.min(10, Math.max(1, Math.round(value)));
}

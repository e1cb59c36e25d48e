import type { Verdict } from "#lib/paths/contract.ts";
import { auc } from "#lib/statistics/auc.ts";
import { cohenKappa } from "#lib/statistics/kappa.ts";
import { spearman } from "#lib/statistics/spearman.ts";
import type { Figure, Trust } from "../contract/trust.ts";
import type { ScoreKind } from "../contract.ts";
import { noFigure, plainFigure, shareFigure } from "./figure.ts";

/** A scored path with what else is known of it. */
export interface ScoredPath {
  problemId: number;
  value: number;
  verdict: Verdict | null;
  words: number;
  /** Mean of people's grades. */
  grade: number | null;
}

/** Two scored paths of one problem that people compared; `answer`: which they prefer. */
export interface JudgedPair {
  first: number;
  second: number;
  answer: "first" | "second" | "tie";
}

export interface ComparedPair {
  /** 1 the first, 0 a tie, -1 the second; null where it couldn't be read. */
  firstLeft: number | null;
  firstRight: number | null;
}

/** From this critique on a path counts as held to be correct. */
export const THRESHOLD = 5.5;
/** Scores of a judged pair that are as near as this share of their spread count as a tie. */
const TIE_SHARE = 0.05;

const NO_VERDICT = "No scored problem has both a correct and an incorrect path yet.";
const NO_JUDGEMENT = "No judged pair has both its paths scored yet.";
const NO_GRADE = "No scored path has been graded by a person yet.";
const ALIKE = "It takes values that differ.";
const CRITIQUES_ONLY = "Only critiques can be compared between problems.";

/** How far a scorer can be trusted, against verdicts, people, and its own biases. */
export function measureTrust(
  { scorer, kind }: { scorer: string; kind: ScoreKind },
  paths: readonly ScoredPath[],
  judged: readonly JudgedPair[],
  compared: readonly ComparedPair[],
): Trust {
  const isCritique = kind === "critique";
  return {
    scorer,
    kind,
    scored: paths.length,
    verdicts: verdictFigures(paths, isCritique),
    people: peopleFigures(paths, judged, isCritique),
    confusion: confusionOf(paths, isCritique),
    length: lengthFigures(paths),
    position: compared.length === 0 ? null : positionFigures(compared),
  };
}

function isSettled({ verdict }: ScoredPath): boolean {
  return verdict === "correct" || verdict === "incorrect" || verdict === "error";
}

function verdictFigures(paths: readonly ScoredPath[], isCritique: boolean): Trust["verdicts"] {
  const settled = paths.filter(isSettled);
  const values = settled.map(({ value }) => value);
  const right = settled.map(({ verdict }) => verdict === "correct");
  const critiqueOnly = (figure: () => Figure) => (isCritique ? figure() : noFigure(CRITIQUES_ONLY));
  const pairs = settled.map((path, at) => ({ ...path, better: right[at] ? 1 : 0 }));
  return {
    pairAccuracy: orderFigure(pairs, NO_VERDICT),
    auc: critiqueOnly(() => plainFigure(auc(values, right), values.length, NO_VERDICT)),
    kappa: critiqueOnly(() =>
      plainFigure(
        cohenKappa(values.map((value, at) => [value >= THRESHOLD ? 1 : 0, right[at] ? 1 : 0] as const)),
        values.length,
        ALIKE,
      ),
    ),
    threshold: isCritique ? THRESHOLD : null,
    spearman: isCritique
      ? plainFigure(spearman(values, right.map(Number)), values.length, ALIKE)
      : withinProblems(pairs.map(({ problemId, value, better }) => ({ problemId, a: value, b: better }))),
    meanError: critiqueOnly(() =>
      plainFigure(
        meanOf(values.map((value, at) => Math.abs(value - (right[at] ? 10 : 1)))),
        values.length,
        NO_VERDICT,
      ),
    ),
  };
}

function peopleFigures(
  paths: readonly ScoredPath[],
  judged: readonly JudgedPair[],
  isCritique: boolean,
): Trust["people"] {
  const decided = judged.filter(({ answer }) => answer !== "tie");
  const right = decided.reduce((sum, { first, second, answer }) => {
    const order = Math.sign(first - second) * (answer === "first" ? 1 : -1);
    return sum + (order + 1) / 2;
  }, 0);
  const gaps = judged.map(({ first, second }) => Math.abs(first - second));
  const near = TIE_SHARE * Math.max(0, ...gaps);
  const said = judged.map(({ first, second, answer }) => {
    const mine = Math.abs(first - second) <= near ? "tie" : first > second ? "first" : "second";
    return [mine, answer] as const;
  });
  const graded = paths.flatMap(({ value, grade }) => (grade === null ? [] : [{ value, grade }]));
  const rounded = graded.map(({ value, grade }) => [Math.round(value), Math.round(grade)] as const);
  const onCritiques = (figure: Figure) => (isCritique ? figure : noFigure(CRITIQUES_ONLY));
  const why = graded.length === 0 ? NO_GRADE : ALIKE;
  return {
    pairAccuracy: shareFigure(right, decided.length, NO_JUDGEMENT),
    kappa: plainFigure(cohenKappa(said), said.length, judged.length === 0 ? NO_JUDGEMENT : ALIKE),
    grades: {
      spearman: onCritiques(
        plainFigure(
          spearman(
            graded.map(({ value }) => value),
            graded.map(({ grade }) => grade),
          ),
          graded.length,
          why,
        ),
      ),
      meanError: onCritiques(
        plainFigure(meanOf(graded.map(({ value, grade }) => Math.abs(value - grade))), graded.length, why),
      ),
      kappa: onCritiques(plainFigure(cohenKappa(rounded, "quadratic"), graded.length, why)),
    },
  };
}

function lengthFigures(paths: readonly ScoredPath[]): Trust["length"] {
  const rows = paths.map(({ problemId, value, words }) => ({ problemId, a: value, b: words }));
  const groups = byProblem(paths);
  let longer = 0;
  let pairs = 0;
  for (const group of groups) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        if (one.verdict !== other.verdict || one.words === other.words || one.value === other.value) continue;
        pairs += 1;
        if (one.value > other.value === one.words > other.words) longer += 1;
      }
    }
  }
  return {
    spearman: withinProblems(rows),
    longerWins: shareFigure(
      longer,
      pairs,
      "No two paths of a problem have the same verdict and differ in length.",
    ),
  };
}

function positionFigures(compared: readonly ComparedPair[]): NonNullable<Trust["position"]> {
  const read = compared.filter(({ firstLeft, firstRight }) => firstLeft !== null && firstRight !== null);
  const flipped = read.filter(({ firstLeft, firstRight }) => firstLeft !== firstRight).length;
  const answers = compared.flatMap(({ firstLeft, firstRight }) => [
    firstLeft,
    firstRight === null ? null : -firstRight,
  ]);
  const decided = answers.filter((answer) => answer !== null && answer !== 0);
  const left = decided.filter((answer) => answer === 1).length;
  return {
    comparisons: compared.length,
    inconsistent: shareFigure(flipped, read.length, "No comparison was read in both orders."),
    leftWins: shareFigure(left, decided.length, "No answer chose a side."),
  };
}

/** Pairs of one problem in the right order: how often, ties half. */
function orderFigure(
  rows: readonly { problemId: number; value: number; better: number }[],
  why: string,
): Figure {
  let right = 0;
  let pairs = 0;
  for (const group of byProblem(rows)) {
    for (const good of group.filter(({ better }) => better === 1)) {
      for (const bad of group.filter(({ better }) => better === 0)) {
        pairs += 1;
        right += (Math.sign(good.value - bad.value) + 1) / 2;
      }
    }
  }
  return shareFigure(right, pairs, why);
}

/** Mean over problems of the rank correlation within each, of those where it is defined. */
function withinProblems(rows: readonly { problemId: number; a: number; b: number }[]): Figure {
  const found = byProblem(rows).flatMap((group) => {
    const rho = spearman(
      group.map(({ a }) => a),
      group.map(({ b }) => b),
    );
    return rho === null ? [] : [rho];
  });
  return plainFigure(meanOf(found), found.length, "No problem has paths that differ in both.");
}

function confusionOf(paths: readonly ScoredPath[], isCritique: boolean): Trust["confusion"] {
  const places = isCritique ? paths.map(({ value }) => Math.round(value) - 1) : tenths(paths);
  const rows = Array.from({ length: 10 }, (_, at) => ({
    from: isCritique ? at + 1 : at / 10,
    to: isCritique ? at + 1 : (at + 1) / 10,
    correct: 0,
    incorrect: 0,
    unverifiable: 0,
    error: 0,
    unchecked: 0,
  }));
  for (const [at, { verdict }] of paths.entries()) {
    const row = rows[Math.max(0, Math.min(9, places[at] ?? 0))];
    if (row) row[verdict ?? "unchecked"] += 1;
  }
  return rows;
}

/** Where each path stands in its problem's order, the lowest in tenth 0 and the highest in tenth 9. */
function tenths(paths: readonly ScoredPath[]): number[] {
  const groups = new Map<number, number[]>();
  for (const { problemId, value } of paths) groups.set(problemId, [...(groups.get(problemId) ?? []), value]);
  return paths.map(({ problemId, value }) => {
    const all = groups.get(problemId) ?? [];
    const below = all.filter((other) => other < value).length;
    return all.length < 2 ? 9 : Math.floor((9.999 * below) / (all.length - 1));
  });
}

function byProblem<Row extends { problemId: number }>(rows: readonly Row[]): Row[][] {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.problemId);
    if (group) group.push(row);
    else groups.set(row.problemId, [row]);
  }
  return [...groups.values()];
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

import { auc } from "#lib/statistics/auc.ts";
import { cohenKappa } from "#lib/statistics/kappa.ts";
import { spearman } from "#lib/statistics/spearman.ts";
import type { Trust } from "../contract/trust.ts";
import type { ScoreKind } from "../contract.ts";
import { clusteredShare } from "./clustered-share.ts";
import { figure } from "./figure.ts";
import { problemGroups, type ScoredPath } from "./problem-groups.ts";
import { withinRankCorrelation } from "./within-rank-correlation.ts";

/** A critique from here on says that a path is right: the middle of the scale from 1 to 10. */
const GOOD_CRITIQUE = 5.5;
const RELATIVE = "Rewards are comparable only within a problem.";

/** How a scorer's order agrees with verdicts, an error being as wrong as an incorrect answer. Paths with no verdict, or unverifiable ones, don't count. `note`: what isn't measured on all. */
export function againstVerdicts(
  kind: ScoreKind,
  paths: readonly ScoredPath[],
  note: string | null = null,
): Trust["verdicts"] {
  const known = paths.filter(({ verdict }) => verdict !== null && verdict !== "unverifiable");
  const values = known.map(({ value }) => value);
  const right = known.map(({ verdict }) => verdict === "correct");
  const n = known.length;
  const groups = problemGroups(known);
  const none = n === 0 ? "No scored path has been found correct or incorrect." : null;
  const relative = kind === "reward" ? RELATIVE : null;
  const labels = right.map(Number);
  const rankings =
    kind === "critique"
      ? { value: spearman(values, labels), n }
      : withinRankCorrelation(groups.map((group) => group.map(measuresOf)));
  return {
    pairAccuracy: figure(
      clusteredShare(groups.map(rightOrders)),
      none ?? "No problem has both a correct and an incorrect path that are scored.",
      note,
    ),
    auc: figure(
      { value: relative ? null : auc(values, right), n },
      relative ?? none ?? "Needs a correct and an incorrect path.",
      note,
    ),
    kappa: figure(
      { value: relative ? null : cohenKappa(known.map(judgedAndScored)), n },
      relative ?? none ?? "All verdicts and all scores say the same, so chance alone explains it.",
      note,
    ),
    threshold: relative ? null : GOOD_CRITIQUE,
    spearman: figure(
      rankings,
      none ??
        (relative
          ? "Needs a problem whose scored paths differ in verdict and in score."
          : "Needs paths that differ in verdict and in score."),
      note,
    ),
    meanError: figure(
      { value: relative || n === 0 ? null : meanError(known), n },
      relative ?? none ?? "",
      note,
    ),
  };
}

const measuresOf = ({ value, verdict }: ScoredPath) => [value, verdict === "correct" ? 1 : 0] as const;

const judgedAndScored = ({ value, verdict }: ScoredPath) =>
  [String(verdict === "correct"), String(value >= GOOD_CRITIQUE)] as const;

/** Of the problem's pairs of a correct and an incorrect path, how many have the correct one higher: the area under the curve says it without making pairs. */
function rightOrders(group: readonly ScoredPath[]): { right: number; of: number } {
  const labels = group.map(({ verdict }) => verdict === "correct");
  const good = labels.filter(Boolean).length;
  const of = good * (labels.length - good);
  const area = auc(
    group.map(({ value }) => value),
    labels,
  );
  // Halves come out whole again.
  return { right: Math.round(2 * (area ?? 0) * of) / 2, of };
}

function meanError(paths: readonly ScoredPath[]): number {
  const errors = paths.map(({ value, verdict }) => Math.abs(value - (verdict === "correct" ? 10 : 1)));
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

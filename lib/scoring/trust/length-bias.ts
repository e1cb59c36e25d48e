import type { Verdict } from "#lib/paths/contract.ts";
import { pairAccuracy } from "#lib/statistics/pair-accuracy.ts";
import type { Trust } from "../contract/trust.ts";
import { clusteredShare } from "./clustered-share.ts";
import { figure } from "./figure.ts";
import { problemGroups } from "./problem-groups.ts";
import { withinRankCorrelation } from "./within-rank-correlation.ts";

export interface MeasuredPath {
  problemId: number;
  value: number;
  verdict: Verdict | null;
  /** Of its text and code. */
  words: number;
}

/** Whether a scorer likes length: within problems, and between paths that are equally right. */
export function lengthBias(paths: readonly MeasuredPath[], note: string | null = null): Trust["length"] {
  const groups = problemGroups(paths);
  return {
    spearman: figure(
      withinRankCorrelation(groups.map((group) => group.map(({ value, words }) => [value, words]))),
      "Needs a problem whose scored paths differ in length and in score.",
      note,
    ),
    longerWins: figure(
      clusteredShare(groups.map(longerHigher)),
      "No problem has two scored paths of different length with the same verdict.",
      note,
    ),
  };
}

function longerHigher(group: readonly MeasuredPath[]): { right: number; of: number } {
  const alike = new Map<Verdict, { score: number; better: number }[]>();
  for (const { verdict, value, words } of group) {
    if (verdict === null) continue;
    const rows = alike.get(verdict) ?? [];
    rows.push({ score: value, better: words });
    alike.set(verdict, rows);
  }
  let [right, of] = [0, 0];
  for (const rows of alike.values()) {
    const { accuracy, pairs } = pairAccuracy([rows]);
    right += (accuracy ?? 0) * pairs;
    of += pairs;
  }
  return { right, of };
}

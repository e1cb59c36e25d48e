import { midRanks } from "#lib/statistics/ranks.ts";
import type { Trust } from "../contract/trust.ts";
import type { ScoreKind } from "../contract.ts";
import { gradeOf } from "./against-people.ts";
import { problemGroups, type ScoredPath } from "./problem-groups.ts";

type Bin = Trust["confusion"][number];

/**
 * Scores by verdict, ten rows: of critiques one for each grade; of rewards one for each tenth of the problem's order,
 * lowest first, where a path's place is the share of the problem's scored paths below its mid-rank. Problems with one
 * scored path have no order.
 */
export function confusionOf(kind: ScoreKind, paths: readonly ScoredPath[]): Bin[] {
  const bins = Array.from({ length: 10 }, (_, at): Bin => {
    const [from, to] = kind === "critique" ? [at + 1, at + 1] : [at / 10, (at + 1) / 10];
    return { from, to, correct: 0, incorrect: 0, unverifiable: 0, error: 0, unchecked: 0 };
  });
  const count = ({ verdict }: ScoredPath, at: number) => {
    const bin = bins[at];
    if (bin) bin[verdict ?? "unchecked"] += 1;
  };
  if (kind === "critique") {
    for (const path of paths) count(path, gradeOf(path.value) - 1);
    return bins;
  }
  for (const group of problemGroups(paths)) {
    if (group.length < 2) continue;
    const ranks = midRanks(group.map(({ value }) => value));
    for (const [at, path] of group.entries()) {
      const place = ((ranks[at] ?? 0) - 0.5) / group.length;
      count(path, Math.min(9, Math.floor(10 * place)));
    }
  }
  return bins;
}

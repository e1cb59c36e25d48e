import type { MiningPolicy } from "#lib/pairs/contract.ts";
import type { PathFacets } from "#lib/paths/contract.ts";
import type { ProblemFacets } from "#lib/problems/contract.ts";
import type { Scorer } from "#lib/scoring/contract/scorers.ts";
import type { ScoreKind } from "#lib/scoring/contract.ts";

export interface MiningObstacle {
  title: string;
  body: string;
  /** Where it can be helped: path below the project's, and the words on its button. */
  help: { path: string; action: string } | null;
}

interface Stock {
  paths: Pick<PathFacets, "verdicts">;
  problems: Pick<ProblemFacets, "splits">;
  /** Those that have scored paths; undefined while it isn't known. */
  scorers?: readonly Pick<Scorer, "kind">[] | undefined;
}

const counted = (facet: readonly { value: string; count: number }[], value: string) =>
  facet.find((each) => each.value === value)?.count ?? 0;

/** Why mining with this policy can give no pair, and what to do; null where it may give some. */
export function miningObstacle(
  policy: MiningPolicy,
  { paths, problems, scorers }: Stock,
): MiningObstacle | null {
  const of = (verdict: string) => counted(paths.verdicts, verdict);
  const total = paths.verdicts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) {
    return {
      title: "There are no paths yet",
      body: "Pairs are made of two paths to one problem. Import what models answered first.",
      help: { path: "/import", action: "Import paths" },
    };
  }
  if (counted(problems.splits, "train") === 0) {
    return {
      title: "All problems are in the test split",
      body: "Problems of the test split never leave for training, so they are never mined. Import problems with the split “train”.",
      help: null,
    };
  }
  if (policy === "any-two") return null;
  if (policy === "orders-disagree") return scorers ? unscored(scorers) : null;
  if (of("unchecked") === total) {
    return {
      title: "No path is checked yet",
      body: "This policy sets correct paths against incorrect ones, so their verdicts must be known first.",
      help: { path: "/paths", action: "Check the paths" },
    };
  }
  if (of("correct") === 0) {
    return {
      title: "No path is correct",
      body: "This policy needs a correct path to prefer. Look at why the paths failed, or pair any two.",
      help: { path: "/paths", action: "See the paths" },
    };
  }
  if (of("incorrect") === 0) {
    return {
      title: "No path is incorrect",
      body: "This policy needs an incorrect path to reject. Import more paths, or pair any two.",
      help: { path: "/paths", action: "See the paths" },
    };
  }
  return null;
}

function unscored(scorers: readonly Pick<Scorer, "kind">[]): MiningObstacle | null {
  const lacks = (kind: ScoreKind) => !scorers.some((scorer) => scorer.kind === kind);
  const kind = lacks("reward") ? "reward" : lacks("critique") ? "critique" : null;
  if (kind === null) return null;
  return {
    title: `No path has a ${kind} yet`,
    body: "This policy compares the order by reward with the order by critique, so paths need both.",
    help: { path: "/scoring", action: "Score the paths" },
  };
}

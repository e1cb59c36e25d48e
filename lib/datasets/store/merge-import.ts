import type { SqlTransaction } from "#lib/db.ts";
import { mergePairs } from "#lib/pairs/store/merge.ts";
import { mergePaths } from "#lib/paths/store/merge.ts";
import type { Merged, MergedProblems } from "#lib/problems/store/merge.ts";
import { mergeProblems } from "#lib/problems/store/merge.ts";
import type { StagedRun } from "#lib/problems/store/resolve.ts";
import { mergeScores } from "#lib/scoring/store/merge.ts";

export interface MergedImport {
  problems: MergedProblems;
  paths: Merged;
  scores: Merged;
  pairs: Merged;
}

/** Merges all that a run has staged. The order matters: paths name problems, scores and pairs name both. */
export async function mergeImport(tx: SqlTransaction, run: StagedRun): Promise<MergedImport> {
  const problems = await mergeProblems(tx, run);
  const paths = await mergePaths(tx, run);
  const scores = await mergeScores(tx, run);
  const pairs = await mergePairs(tx, run);
  return { problems, paths, scores, pairs };
}

import type { RunHandle } from "#lib/jobs/job.ts";
import type { PathFilter } from "#lib/paths/contract.ts";
import type { ScorerName } from "../store/scorer-rows.ts";
import { writeScores } from "../store/scorer-rows.ts";
import { countMeant, nextProblems } from "../store/training/problems.ts";
import { decidingFeatures } from "../trained/deciding.ts";
import { rawRows, scaledRow } from "../trained/feature-rows.ts";
import { scoreValue, type TrainedModel } from "../trained/train.ts";

const BATCH = 100;

/**
 * Scores the paths of a filter with a trained scorer, problem by problem from `after` on; `scored` of them were scored
 * before. Giving the same score again changes nothing.
 */
export async function scoreTrained(
  run: RunHandle,
  {
    scorer,
    model,
    filter,
    last,
  }: { scorer: ScorerName; model: TrainedModel; filter: PathFilter; last: number },
  { after, scored }: { after: number; scored: number },
): Promise<number> {
  const weights = Float64Array.from(model.weights);
  const { paths: total } = await countMeant(run.projectId, filter, last);
  let done = scored;
  await run.progress({ done, total, counts: { scored: done } });
  for (let from = after; ; ) {
    const problems = await nextProblems({ projectId: run.projectId, last, filter, after: from, size: BATCH });
    const end = problems.at(-1);
    if (!end) return done;
    from = end.problemId;
    const scores = problems.flatMap(({ text, paths }) => {
      const raw = rawRows(text, paths);
      return paths.flatMap(({ id, meant }, at) => {
        const found = raw[at];
        if (!meant || !found) return [];
        const row = scaledRow(found, model.scaling);
        const value = scoreValue(model, weights, row);
        return [{ pathId: id, value, detail: { features: decidingFeatures(weights, row, found.readable) } }];
      });
    });
    done += await writeScores(run.projectId, scorer, scores);
    await run.progress({ done, total: Math.max(total, done), counts: { scored: done } });
  }
}

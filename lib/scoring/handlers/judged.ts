import { AppError } from "#lib/errors.ts";
import { handle } from "#lib/jobs/job.ts";
import { judgedJob } from "../jobs.ts";
import { modelStrengths } from "../judged/model-strengths.ts";
import { strengthsOf } from "../judged/strengths.ts";
import { countJudged, judgedModels, nextJudged, writeStrengths } from "../store/judged/results.ts";
import { needScorer, writeScores } from "../store/scorer-rows.ts";

const BATCH_PROBLEMS = 500;
/** The errors of strengths cost the cube of this. */
const MOST_MODELS = 300;

/**
 * Gives each judged path its strength among the problem's judged paths, and each model its strength among all models.
 * A run that is killed begins anew: it sees the same judgements and comes to the same scores.
 */
export const judgedHandler = handle(judgedJob, async (run) => {
  const scorer = await needScorer(run.projectId, run.parameters.scorerId);
  const { problems, judgements } = await countJudged(run.projectId, run.id);
  if (judgements === 0) {
    const message =
      "No judgement counts yet. Let people judge pairs first; skipped and undone ones don't count.";
    throw new AppError("conflict", message);
  }
  const counts = { problems: 0, scored: 0, judgements };
  await run.progress({ done: 0, total: problems });
  for (let after = 0; ; ) {
    const batch = await nextJudged(run.projectId, run.id, after, BATCH_PROBLEMS);
    const end = batch.at(-1);
    if (!end) break;
    after = end.problemId;
    const scores = batch.flatMap(({ results }) =>
      strengthsOf(results).map(({ key, strength, error, wins, ties, losses }) => ({
        pathId: key,
        value: strength,
        spread: error,
        detail: { comparisons: wins + ties + losses },
      })),
    );
    counts.scored += await writeScores(run.projectId, scorer, scores);
    counts.problems += batch.length;
    await run.progress({ done: counts.problems, counts });
  }
  const models = modelStrengths(await judgedModels(run.projectId, run.id, MOST_MODELS));
  if (models.length === MOST_MODELS) {
    const message = `Of the models, the ${MOST_MODELS} that were judged most were ranked.`;
    await run.log([{ level: "warning", message }]);
  }
  await writeStrengths(run.projectId, scorer.id, models);
  return { ...counts, models: models.length };
});

import { AppError } from "#lib/errors.ts";
import { joinSegments } from "#lib/formats/segments.ts";
import { handle } from "#lib/jobs/job.ts";
import { openCaller } from "#lib/models/caller.ts";
import { measured } from "#lib/models/measured.ts";
import { repliesOf } from "#lib/models/replies-of.ts";
import type { MeasureRequest } from "#lib/models/request.ts";
import { rewardJob } from "../jobs.ts";
import { rewardValue } from "../reward-value.ts";
import { needScorer, writeScores } from "../store/scorer-rows.ts";
import type { Subject } from "../store/subjects.ts";
import { askAboutSubjects, LONGEST_SUBJECT } from "./ask-about-subjects.ts";

/**
 * Lets a reward model value each path as the answer to its problem, or each problem with its reference solution.
 * Calls are named by what is valued, so a run that is killed finds what was answered.
 */
export const rewardHandler = handle(rewardJob, async (run) => {
  const { scorerId, model, counts } = run.parameters;
  const scorer = await needScorer(run.projectId, scorerId);
  const caller = await openCaller(run, model);
  const ceiling = caller.ceiling(exchangeOf(LONGEST_SUBJECT));
  return askAboutSubjects(run, { caller, ceiling }, async (subject) => {
    const [reply] = repliesOf(await caller.call(String(subject.id), exchangeOf(subject)));
    if (!reply) return { cost: 0, scored: false };
    const found = rewardValue(measured.parse(JSON.parse(reply.text)), counts);
    if (found.kind === "choose") throw new AppError("invalid_input", chooseOne(found.classes, counts));
    const target = subject.segments === null ? { problemId: subject.id } : { pathId: subject.id };
    await writeScores(run.projectId, scorer, [{ ...target, value: found.value }]);
    return { cost: reply.cost, scored: true };
  });
});

function exchangeOf({ problem, reference, solution, segments }: Subject): MeasureRequest {
  if (segments !== null) return { question: problem, answer: joinSegments(segments) };
  const answer = solution ?? reference;
  return answer === null ? { question: null, answer: problem } : { question: problem, answer };
}

function chooseOne(classes: readonly string[], counts: string | null): string {
  const given = `The model gives ${classes.length} classes: ${classes.slice(0, 20).join(", ")}.`;
  const why = counts === null ? "" : ` None of them is “${counts}”.`;
  return `${given}${why} Start the run again, and say which one's value counts.`;
}

import { joinSegments } from "#lib/formats/segments.ts";
import { seededRandom } from "#lib/instructions/random.ts";
import { handle, type RunHandle } from "#lib/jobs/job.ts";
import { askInOrder } from "#lib/models/ask-in-order.ts";
import { openCaller } from "#lib/models/caller.ts";
import { repliesOf } from "#lib/models/replies-of.ts";
import type { CallOutcome, ModelCaller, ModelRequest, PromptText } from "#lib/models/request.ts";
import { filledPrompt, promptOf } from "#lib/models/store/prompt-sets.ts";
import { messagesOf } from "#lib/models/template.ts";
import type { Segment } from "#lib/paths/contract.ts";
import { bradleyTerry } from "#lib/statistics/bradley-terry.ts";
import { comparisonPairs, consistentOutcome } from "../comparison-pairs.ts";
import { type CompareParameters, compareJob } from "../jobs.ts";
import { readComparison } from "../judge-reply.ts";
import { fenced, SCORE_PROMPTS } from "../score-prompts.ts";
import {
  type ComparedPair,
  type ComparedProblem,
  comparedProblems,
  countCompared,
  writeComparisons,
} from "../store/comparing.ts";
import { type NewScore, needScorer, type ScorerName, writeScores } from "../store/scorer-rows.ts";
import { countScored } from "../store/subjects.ts";
import { type ScoringCounts, tellScoring } from "./scoring-progress.ts";

type CompareRun = RunHandle<CompareParameters>;
const LONGEST: Segment[] = [{ type: "text", content: "x".repeat(20_000) }];

/**
 * Lets a model compare the paths of each problem, every pair in both orders, so that a liking for a side cancels out.
 * Strengths by Bradley–Terry with ties are the rewards. Calls are named by the pair and the order.
 */
export const compareHandler = handle(compareJob, async (run) => {
  const { scorerId, filter, last, budget, perProblem, model } = run.parameters;
  const scorer = await needScorer(run.projectId, scorerId);
  const prompt = await promptOf(run.projectId, SCORE_PROMPTS, "compare-paths", run.parameters.prompt);
  const caller = await openCaller(run, model);
  // With a budget, what is asked next rests on what all before it cost: their recorded calls are read once more.
  const task = { projectId: run.projectId, scorerId, filter, last, dueOnly: budget === null };
  const { problems: total } = await countCompared(task);
  const counts: ScoringCounts = { scored: budget === null ? await countScored(scorerId) : 0, unread: 0 };
  let done = 0;
  await tellScoring(run, { done, total }, counts, caller);
  const one = caller.ceiling(requestOf(run, prompt, "x".repeat(5000), [LONGEST, LONGEST], 0));
  const window = Math.max(1, Math.ceil(caller.endpoint.concurrency / perProblem));
  try {
    const limits = { window, budget, ceiling: 2 * perProblem * one };
    const stopped = await askInOrder(comparedProblems(task), limits, async (problem) => {
      const { cost, scored, unread } = await compareOne(run, { scorer, caller, prompt }, problem);
      counts.scored += scored;
      counts.unread += unread;
      done += 1;
      await tellScoring(run, { done, total: Math.max(total, done) }, counts, caller);
      return cost;
    });
    return { ...counts, problems: done, stopped };
  } finally {
    await caller.settle();
  }
});

interface Tools {
  scorer: ScorerName;
  caller: ModelCaller;
  prompt: PromptText;
}

async function compareOne(
  run: CompareRun,
  { scorer, caller, prompt }: Tools,
  { id, problem, paths }: ComparedProblem,
) {
  const segments = new Map(paths.map((path) => [path.id, path.segments]));
  const ids = [...segments.keys()];
  let cost = 0;
  const say = (outcome: CallOutcome): 1 | 0 | -1 | null => {
    const [reply] = repliesOf(outcome);
    cost += reply?.cost ?? 0;
    return reply ? readComparison(reply.text) : null;
  };
  const compared = await Promise.all(
    comparisonPairs(ids, run.parameters.perProblem, run.parameters.seed).map(
      async ({ first, second }): Promise<ComparedPair> => {
        const [one, other] = [segments.get(first) ?? [], segments.get(second) ?? []];
        const [left, right] = await Promise.all([
          caller.call(`${first}.${second}.left`, requestOf(run, prompt, problem, [one, other], first)),
          caller.call(`${first}.${second}.right`, requestOf(run, prompt, problem, [other, one], second)),
        ]);
        const firstRight = say(right);
        // With sides swapped, the left one is the second path.
        return {
          first,
          second,
          firstLeft: say(left),
          firstRight: firstRight === null ? null : 0 - firstRight,
        };
      },
    ),
  );
  await writeComparisons({ projectId: run.projectId, scorerId: scorer.id, problemId: id }, compared);
  const scores = scoresOf(ids, compared);
  return {
    cost,
    scored: await writeScores(run.projectId, scorer, scores),
    unread: compared.filter(({ firstLeft, firstRight }) => firstLeft === null || firstRight === null).length,
  };
}

/** Strengths of the paths that were compared, with how often an answer flipped with the sides. */
function scoresOf(ids: readonly number[], compared: readonly ComparedPair[]): NewScore[] {
  const places = new Map(ids.map((id, at) => [id, at]));
  const read = compared.flatMap(({ first, second, firstLeft, firstRight }) =>
    firstLeft === null || firstRight === null
      ? []
      : [{ first, second, ...consistentOutcome(firstLeft, firstRight) }],
  );
  const results = read.map(({ first, second, outcome }) => ({
    a: places.get(first) ?? 0,
    b: places.get(second) ?? 0,
    outcome,
  }));
  const { strengths, errors } = bradleyTerry(ids.length, results);
  return ids.flatMap((pathId, at): NewScore[] => {
    const own = read.filter(({ first, second }) => first === pathId || second === pathId);
    if (own.length === 0) return [];
    const inconsistent = own.filter(({ consistent }) => !consistent).length;
    const detail = { comparisons: own.length, inconsistent };
    return [{ pathId, value: strengths[at] ?? 0, spread: errors[at] ?? null, detail }];
  });
}

function requestOf(
  run: CompareRun,
  prompt: PromptText,
  problem: string,
  [left, right]: readonly [readonly Segment[], readonly Segment[]],
  salt: number,
): ModelRequest {
  const { temperature, seed } = run.parameters;
  const values = {
    problem: fenced(problem),
    left: fenced(joinSegments(left)),
    right: fenced(joinSegments(right)),
  };
  return {
    messages: messagesOf(filledPrompt(prompt, values)),
    ...(temperature === null ? {} : { parameters: { temperature } }),
    schema: COMPARISON_SCHEMA,
    seed: Math.floor(seededRandom(seed, salt)() * 2 ** 31),
  };
}

const COMPARISON_SCHEMA = {
  name: "comparison",
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["better", "rationale"],
    properties: { better: { enum: ["A", "B", "tie"] }, rationale: { type: "string" } },
  },
} as const;

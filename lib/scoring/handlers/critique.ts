import { joinSegments } from "#lib/formats/segments.ts";
import { seededRandom } from "#lib/instructions/random.ts";
import { handle, type RunHandle } from "#lib/jobs/job.ts";
import { openCaller } from "#lib/models/caller.ts";
import { repliesOf } from "#lib/models/replies-of.ts";
import type { ModelCaller, ModelRequest, PromptText } from "#lib/models/request.ts";
import { filledPrompt, promptOf } from "#lib/models/store/prompt-sets.ts";
import { messagesOf } from "#lib/models/template.ts";
import type { ScoreDetail } from "../contract.ts";
import { type CritiqueParameters, critiqueJob } from "../jobs.ts";
import { readPathCritique, readProblemCritique, segmentWith } from "../judge-reply.ts";
import { meanAndSpread } from "../mean-spread.ts";
import { fenced, referenceLine, SCORE_PROMPTS } from "../score-prompts.ts";
import { needScorer, type ScorerName, writeScores } from "../store/scorer-rows.ts";
import type { Subject } from "../store/subjects.ts";
import { askAboutSubjects, LONGEST_SUBJECT } from "./ask-about-subjects.ts";

type CritiqueRun = RunHandle<CritiqueParameters>;

/**
 * Lets a model grade paths or problems, each as often as asked; the mean counts. Calls are named by what is graded and
 * the repeat, so a run that is killed finds what was answered.
 */
export const critiqueHandler = handle(critiqueJob, async (run) => {
  const { scorerId, subject, repeats } = run.parameters;
  const scorer = await needScorer(run.projectId, scorerId);
  const purpose = subject === "paths" ? "critique-path" : "critique-problem";
  const prompt = await promptOf(run.projectId, SCORE_PROMPTS, purpose, run.parameters.prompt);
  const caller = await openCaller(run, run.parameters.model);
  const ceiling = repeats * caller.ceiling(requestOf(run, prompt, LONGEST_SUBJECT, 0));
  return askAboutSubjects(run, { caller, ceiling }, (one) => gradeOne(run, { scorer, caller, prompt }, one));
});

interface Tools {
  scorer: ScorerName;
  caller: ModelCaller;
  prompt: PromptText;
}

async function gradeOne(
  run: CritiqueRun,
  { scorer, caller, prompt }: Tools,
  subject: Subject,
): Promise<{ cost: number; scored: boolean }> {
  const outcomes = await Promise.all(
    Array.from({ length: run.parameters.repeats }, (_, repeat) =>
      caller.call(`${subject.id}.${repeat}`, requestOf(run, prompt, subject, repeat)),
    ),
  );
  const replies = outcomes.flatMap(repliesOf);
  const cost = replies.reduce((sum, reply) => sum + reply.cost, 0);
  const graded = replies.flatMap(({ text }) => {
    const read = subject.segments === null ? readProblemCritique(text) : readPathCritique(text);
    return read === null ? [] : [read];
  });
  const [first] = graded;
  if (!first) return { cost, scored: false };
  const { mean, spread } = meanAndSpread(graded.map(({ score }) => score));
  const target = subject.segments === null ? { problemId: subject.id } : { pathId: subject.id };
  const detail: ScoreDetail = {
    ...(graded.length > 1 ? { repeats: graded.map(({ score, rationale }) => ({ score, rationale })) } : {}),
    ...("firstWrong" in first && first.firstWrong !== null
      ? {
          firstWrong: {
            segment: segmentWith(first.firstWrong, subject.segments ?? []),
            quote: first.firstWrong,
          },
        }
      : {}),
    ...("clear" in first
      ? { checks: { clear: first.clear, solvable: first.solvable, answerRight: first.answerRight } }
      : {}),
  };
  await writeScores(run.projectId, scorer, [
    { ...target, value: mean, spread, rationale: first.rationale, detail },
  ]);
  return { cost, scored: true };
}

function requestOf(run: CritiqueRun, prompt: PromptText, subject: Subject, repeat: number): ModelRequest {
  const { temperature, seed, showReference } = run.parameters;
  const values = {
    problem: fenced(subject.problem),
    reference: referenceLine(subject.reference, subject.segments === null || showReference),
    ...(run.parameters.subject === "paths" ? { path: fenced(joinSegments(subject.segments ?? [])) } : {}),
  };
  return {
    messages: messagesOf(filledPrompt(prompt, values)),
    ...(temperature === null ? {} : { parameters: { temperature } }),
    schema: run.parameters.subject === "paths" ? PATH_SCHEMA : PROBLEM_SCHEMA,
    seed: Math.floor(seededRandom(seed, subject.id, repeat)() * 2 ** 31),
  };
}

const SCORE = { type: "integer", minimum: 1, maximum: 10 };
const MAYBE_TRUE = { type: ["boolean", "null"] };

const PATH_SCHEMA = {
  name: "critique",
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["score", "firstWrongStep", "rationale"],
    properties: { score: SCORE, firstWrongStep: { type: ["string", "null"] }, rationale: { type: "string" } },
  },
} as const;

const PROBLEM_SCHEMA = {
  name: "problem_critique",
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["clear", "solvable", "answerRight", "score", "rationale"],
    properties: {
      clear: MAYBE_TRUE,
      solvable: MAYBE_TRUE,
      answerRight: MAYBE_TRUE,
      score: SCORE,
      rationale: { type: "string" },
    },
  },
} as const;

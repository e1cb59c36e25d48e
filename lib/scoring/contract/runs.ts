import { z } from "zod";
import { operation, projectInput, rowId } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { promptOperations } from "#lib/models/contract/prompts.ts";
import { pathFilter } from "#lib/paths/contract.ts";
import { problemFilter } from "#lib/problems/contract.ts";
import { scorePurpose } from "../contract.ts";
import {
  applyRequest,
  compareRequest,
  critiqueRequest,
  judgedRequest,
  rewardRequest,
  trainRequest,
} from "../jobs.ts";

/** What there is to score, and to learn from. */
export const scoringBasis = z.object({
  paths: z.number().int().describe("Paths that match the filter"),
  problems: z.number().int().describe("Problems that match the problems' filter"),
  correct: z.number().int().describe("In the whole project"),
  incorrect: z.number().int(),
  graded: z.number().int().describe("Paths graded by people"),
  judgements: z.number().int(),
});
export type ScoringBasis = z.infer<typeof scoringBasis>;

/** What a run that asks a model would take. Costs in dollars. */
export const scoringEstimate = z.object({
  subjects: z.number().int().describe("Paths, or problems"),
  calls: z.number().int(),
  ceiling: z.number().describe("About the most that it can cost, its budget included"),
  expected: z.number().nullable().describe("By what this model's calls of earlier runs of this kind cost"),
});
export type ScoringEstimate = z.infer<typeof scoringEstimate>;

/** A run that is thought of. */
export const thoughtOfRun = z.discriminatedUnion("kind", [
  critiqueRequest.omit({ model: true }).extend({ kind: z.literal("critique") }),
  rewardRequest.omit({ model: true }).extend({ kind: z.literal("reward") }),
  compareRequest.omit({ model: true }).extend({ kind: z.literal("compare") }),
]);
export type ThoughtOfRun = z.infer<typeof thoughtOfRun>;

const tags = ["Scoring"];
const start = (name: string, summary: string) =>
  operation
    .meta({ role: "lead" })
    .route({ method: "POST", path: `/projects/{project}/score/${name}`, tags, summary });

export const scoringRunsContract = {
  basis: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/score/basis",
      tags,
      summary: "What there is to score, and to learn from",
    })
    .input(projectInput.extend({ filter: pathFilter.default({}), problems: problemFilter.default({}) }))
    .output(scoringBasis),
  critique: start("critique", "Let a model grade paths or problems from 1 to 10, as a run")
    .input(projectInput.extend(critiqueRequest.shape))
    .output(run),
  reward: start("reward", "Let a reward model value paths or problems, as a run")
    .input(projectInput.extend(rewardRequest.shape))
    .output(run),
  estimate: operation
    .meta({ role: "lead" })
    .route({
      method: "POST",
      path: "/projects/{project}/score/estimate",
      tags,
      summary: "What a critique, reward or comparison would take",
    })
    .input(projectInput.extend({ model: rowId, run: thoughtOfRun }))
    .output(scoringEstimate),
  compare: start("compare", "Let a model compare the paths of each problem in both orders, as a run")
    .input(projectInput.extend(compareRequest.shape))
    .output(run),
  judged: start("judged", "Rank paths and models by people's judgements, as a run")
    .input(projectInput.extend(judgedRequest.shape))
    .output(run),
  train: start("train", "Train Lemma's own scorer on the project's labels, and score with it, as a run")
    .input(projectInput.extend(trainRequest.shape))
    .output(run),
  apply: start("apply", "Score paths with a trained scorer, as a run")
    .input(projectInput.extend(applyRequest.shape))
    .output(run),
  ...promptOperations(scorePurpose, { path: "/score/prompts", tags }),
};

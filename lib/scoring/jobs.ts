import { z } from "zod";
import { rowId } from "#lib/api/operation.ts";
import { defineJob } from "#lib/jobs/job.ts";
import { pathFilter } from "#lib/paths/contract.ts";
import { problemFilter } from "#lib/problems/contract.ts";
import { labelSource } from "./contract/trained.ts";
import { scoreKind, scoreSubject } from "./contract.ts";

const subjects = {
  subject: scoreSubject.default("paths"),
  filter: pathFilter.default({}).describe("Which paths"),
  problems: problemFilter.default({}).describe("Which problems, where problems are scored"),
};
const title = z.string().trim().min(1, "Give the scorer a name").max(80);
const seed = z.number().int().min(0).max(2_147_483_647).default(1);
const budget = z
  .number()
  .min(0)
  .nullable()
  .default(null)
  .describe("Stops before it would cost more, in dollars");
/** Settled when a run starts: the scorer's row, and the last path or problem that counts. */
const settled = { scorerId: rowId, last: z.number().int().min(0) };

export const critiqueRequest = z.object({
  title: title.default("Critique"),
  model: rowId,
  ...subjects,
  repeats: z.number().int().min(1).max(16).default(1).describe("How often each is graded; the mean counts"),
  temperature: z.number().min(0).max(2).nullable().default(null),
  showReference: z.boolean().default(false).describe("Shows the reference answer to the model"),
  budget,
  seed,
});
export const critiqueJob = defineJob(
  "critique",
  critiqueRequest.extend({ ...settled, prompt: z.number().int().min(0) }),
);
export type CritiqueParameters = z.infer<typeof critiqueJob.parameters>;

export const rewardRequest = z.object({
  title: title.default("Reward"),
  model: rowId,
  ...subjects,
  counts: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .describe(
      "Of an endpoint that gives several classes, the one whose value counts: its name, or its place from 0",
    ),
  budget,
});
export const rewardJob = defineJob("reward", rewardRequest.extend(settled));

export const compareRequest = z.object({
  title: title.default("Comparison"),
  model: rowId,
  filter: pathFilter.default({}),
  perProblem: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(15)
    .describe("Comparisons of each problem at most, each in both orders"),
  temperature: z.number().min(0).max(2).nullable().default(null),
  budget,
  seed,
});
export const compareJob = defineJob(
  "compare",
  compareRequest.extend({ ...settled, prompt: z.number().int().min(0) }),
);
export type CompareParameters = z.infer<typeof compareJob.parameters>;

export const judgedRequest = z.object({ title: title.default("People's judgements") });
export const judgedJob = defineJob("judged", judgedRequest.extend({ scorerId: rowId }));

export const trainRequest = z.object({
  kind: scoreKind,
  labels: z
    .array(labelSource)
    .min(1, "Choose what to learn from")
    .max(3)
    .default(["verdicts", "grades", "judgements"]),
  heldOut: z
    .number()
    .gt(0)
    .max(0.9)
    .default(0.3)
    .describe("Share of the problems that are held out to measure it"),
  filter: pathFilter.default({}).describe("Which paths it scores when it has been trained"),
  seed,
});
export const trainJob = defineJob("train", trainRequest.extend(settled));
export type TrainParameters = z.infer<typeof trainJob.parameters>;

export const applyRequest = z.object({ scorer: rowId, filter: pathFilter.default({}) });
export const applyJob = defineJob("apply", applyRequest.extend({ last: z.number().int().min(0) }));

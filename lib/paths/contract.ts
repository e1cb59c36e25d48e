import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { blockResult } from "#lib/python/contract.ts";

export const pathKind = z.enum(["cot", "pot", "mixed"]);
export type PathKind = z.infer<typeof pathKind>;
export const verdict = z.enum(["correct", "incorrect", "unverifiable", "error"]);
export type Verdict = z.infer<typeof verdict>;
export const verdictMethod = z.enum(["literal", "numeric", "symbolic", "executed"]);

/** Why a path isn't a whole answer: cut at the most tokens (or of code turns), or the model wouldn't answer. */
export const pathFlaw = z.enum(["truncated", "refused"]);
export type PathFlaw = z.infer<typeof pathFlaw>;

export const segment = z.object({ type: z.enum(["text", "code", "output"]), content: z.string() });
export type Segment = z.infer<typeof segment>;

/**
 * What running a path's code came to. reproduced: each recorded output came again; different: another output came;
 * unrecorded: it ran, and the path records no output to compare with; failed: the last block didn't end well.
 */
export const executionOutcome = z.enum(["reproduced", "different", "unrecorded", "failed"]);
export type ExecutionOutcome = z.infer<typeof executionOutcome>;

/** One code segment as it ran, with the output that the path records for it and whether that came again. */
export const segmentExecution = blockResult.extend({
  segment: z.number().int().describe("The code segment's place in the path, from 0"),
  recorded: z.string().nullable(),
  agrees: z.boolean().nullable(),
});
export type SegmentExecution = z.infer<typeof segmentExecution>;

export const pathExecution = z.object({
  milliseconds: z.number(),
  truncated: z.number().int(),
  segments: z.array(segmentExecution),
});
export type PathExecution = z.infer<typeof pathExecution>;

/** A reasoning path as a row of a table. `model` is null for a person's path, and hidden from reviewers. */
export const pathRow = z.object({
  id: rowId,
  key: z.string().describe("The path's id in files"),
  problemId: rowId,
  problemText: z.string().describe("First 200 characters of the problem"),
  kind: pathKind,
  model: z.string().nullable(),
  modelHidden: z.boolean().describe("True where the caller may not see model names"),
  answer: z.string().nullable(),
  verdict: verdict.nullable().describe("Null until checked"),
  verdictMethod: verdictMethod.nullable(),
  verdictReason: z.string().nullable(),
  tokens: z.number().int().nullable(),
  executionOutcome: executionOutcome.nullable().describe("Null until verified, and where there is no code"),
  wrongSteps: z
    .number()
    .int()
    .nullable()
    .describe("Wrong arithmetic statements in its text; null until verified"),
  author: z.string().nullable().describe("Who wrote it in the studio"),
  copies: z.number().int().describe("How often this very answer was given"),
  flaw: pathFlaw.nullable(),
  isHard: z.boolean().describe("Its problem is a hard sample"),
});
export type PathRow = z.infer<typeof pathRow>;

export const path = pathRow.extend({
  problemText: z.string().describe("The problem's whole statement"),
  referenceAnswer: z.string().nullable(),
  segments: z.array(segment),
  answerRule: z.string().nullable(),
  temperature: z.number().nullable(),
  meta: z.record(z.string(), z.unknown()),
  checkedAt: timestamp.nullable(),
  execution: pathExecution.nullable(),
  firstWrongStep: z.string().nullable(),
  verifiedAt: timestamp.nullable(),
  revisionOfId: rowId.nullable().describe("The path that this one began as"),
  createdAt: timestamp,
  previousId: rowId.nullable().describe("The path before it of the same problem"),
  nextId: rowId.nullable(),
});
export type Path = z.infer<typeof path>;

/** Filter over paths; every part that is given must hold. `q` is searched for in the problem's statement. */
export const pathFilter = z.object({
  q: z.string().trim().max(200).optional(),
  problem: rowId.optional(),
  model: z.string().optional().describe("Model name; an empty value means paths written by people"),
  kind: pathKind.optional(),
  verdict: verdict.or(z.literal("unchecked")).optional(),
  execution: executionOutcome.optional(),
  steps: z
    .enum(["wrong", "right"])
    .optional()
    .describe("Verified paths with, or without, a wrong arithmetic step"),
  flaw: pathFlaw.or(z.literal("whole")).optional(),
  hard: z.stringbool().or(z.boolean()).optional().describe("Paths of hard samples, or of the others"),
  run: rowId.optional().describe("Paths that this sampling run gave"),
});
export type PathFilter = z.infer<typeof pathFilter>;

/** Counts for each model: share correct = correct / paths. */
export const modelFacet = z.object({
  model: z.string().nullable(),
  paths: z.number().int(),
  correct: z.number().int(),
  incorrect: z.number().int(),
  unverifiable: z.number().int(),
  error: z.number().int(),
  unchecked: z.number().int(),
});
export type ModelFacet = z.infer<typeof modelFacet>;

export const pathFacets = z.object({
  models: z.array(modelFacet).describe("Empty for reviewers"),
  kinds: z.array(z.object({ value: pathKind, count: z.number().int() })),
  verdicts: z.array(z.object({ value: verdict.or(z.literal("unchecked")), count: z.number().int() })),
  executions: z.array(z.object({ value: executionOutcome, count: z.number().int() })),
  wrongSteps: z.number().int().describe("Paths with a wrong arithmetic step"),
});
export type PathFacets = z.infer<typeof pathFacets>;

/** One answer that paths of a problem agree on, in the form that most of them give it. */
export const agreedAnswer = z.object({ answer: z.string(), paths: z.number().int() });

/**
 * What the paths of a problem agree on. `majority` is the answer that most paths give, null where two share the
 * first place or fewer than two paths answer. It is never a reference.
 */
export const agreement = z.object({
  paths: z.number().int().describe("Paths of the problem"),
  answered: z.number().int().describe("Paths whose final answer was found"),
  majority: z.string().nullable(),
  answers: z.array(agreedAnswer).describe("Most frequent first, at most 20"),
});
export type Agreement = z.infer<typeof agreement>;

/** At most this many pairs are graded in one call. */
export const GRADE_LIMIT = 1000;

export const gradePair = z.object({
  gold: z.string().max(100_000).describe("Reference: a bare answer or a whole solution"),
  pred: z.string().max(100_000).describe("Prediction: a bare answer or a whole solution"),
});
export const grade = z.object({
  equal: z.boolean().nullable().describe("Null where it can't be told"),
  method: verdictMethod.nullable(),
  reason: z.string(),
});

const tags = ["Paths"];

export const pathsContract = {
  list: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/paths",
      tags,
      summary: "Reasoning paths that match a filter",
    })
    .input(projectInput.extend(pageInput.shape).extend(pathFilter.shape))
    .output(pageOf(pathRow)),
  facets: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/paths/facets",
      tags,
      summary: "Paths by model, kind and verdict",
    })
    .input(projectInput)
    .output(pathFacets),
  get: operation
    .meta({ role: "member" })
    .route({ method: "GET", path: "/projects/{project}/paths/{path}", tags, summary: "One reasoning path" })
    .input(projectInput.extend({ path: rowId }))
    .output(path),
  check: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/paths/check",
      tags,
      summary: "Check paths against their reference answers, as a run",
    })
    .input(projectInput.extend({ scope: z.enum(["unchecked", "all"]).default("unchecked") }))
    .output(run),
  verify: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/paths/verify",
      tags,
      summary: "Run the code and check the arithmetic of the paths that match a filter, as a run",
    })
    .input(
      projectInput.extend({
        filter: pathFilter.default({}),
        again: z.boolean().default(false).describe("Also paths that are verified already"),
      }),
    )
    .output(run),
  create: operation
    .meta({ role: "member" })
    .route({
      method: "POST",
      path: "/projects/{project}/paths",
      tags,
      summary: "Save a path of one's own, such as another path with its code mended",
    })
    .input(
      projectInput.extend({
        problem: rowId,
        segments: z.array(segment).min(1).max(500),
        revisionOf: rowId.optional(),
      }),
    )
    .output(path),
  agreement: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/problems/{problem}/agreement",
      tags,
      summary: "The answers that a problem's paths agree on",
    })
    .input(projectInput.extend({ problem: rowId }))
    .output(agreement),
  grade: operation
    .meta({ role: "user" })
    .route({ method: "POST", path: "/grade", tags, summary: "Grade predictions against references" })
    .input(z.object({ pairs: z.array(gradePair).min(1).max(GRADE_LIMIT) }))
    .output(z.array(grade).describe("In the order of the pairs")),
};

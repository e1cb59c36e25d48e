import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";

export const pathKind = z.enum(["cot", "pot", "mixed"]);
export type PathKind = z.infer<typeof pathKind>;
export const verdict = z.enum(["correct", "incorrect", "unverifiable", "error"]);
export type Verdict = z.infer<typeof verdict>;
export const verdictMethod = z.enum(["literal", "numeric", "symbolic", "executed"]);

export const segment = z.object({ type: z.enum(["text", "code", "output"]), content: z.string() });
export type Segment = z.infer<typeof segment>;

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
});
export type PathFacets = z.infer<typeof pathFacets>;

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
};

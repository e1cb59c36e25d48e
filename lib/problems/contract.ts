import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";

export const origin = z.enum(["seed", "generated"]);
export const split = z.enum(["train", "test"]);

/** A problem as a row of the table. */
export const problemRow = z.object({
  id: rowId,
  key: z.string().describe("The problem's id in files"),
  text: z.string().describe("First 400 characters of the statement"),
  answer: z.string().nullable(),
  subdomain: z.string().nullable(),
  origin,
  split,
  difficulty: z.string().nullable(),
  tags: z.array(z.string()),
  paths: z.number().int(),
  correct: z.number().int(),
});
export type ProblemRow = z.infer<typeof problemRow>;

export const problem = problemRow.extend({
  text: z.string(),
  solution: z.string().nullable(),
  source: z.string().nullable(),
  parents: z.array(z.object({ key: z.string(), id: rowId.nullable() })),
  meta: z.record(z.string(), z.unknown()),
  version: z.number().int(),
  createdAt: timestamp,
  previousId: rowId.nullable(),
  nextId: rowId.nullable(),
});
export type Problem = z.infer<typeof problem>;

/** Filter over problems; every part that is given must hold. `q` is searched for in the statement. */
export const problemFilter = z.object({
  q: z.string().trim().max(200).optional(),
  subdomain: z.string().optional(),
  origin: origin.optional(),
  split: split.optional(),
  difficulty: z.string().optional(),
  tag: z.string().optional(),
  answered: z.stringbool().or(z.boolean()).optional().describe("Has a reference answer"),
});
export type ProblemFilter = z.infer<typeof problemFilter>;

const facet = z.object({ value: z.string(), count: z.number().int() });
export const problemFacets = z.object({
  subdomains: z.array(facet),
  origins: z.array(facet),
  splits: z.array(facet),
  difficulties: z.array(facet),
});
export type ProblemFacets = z.infer<typeof problemFacets>;

const tags = ["Problems"];

export const problemsContract = {
  list: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/problems",
      tags,
      summary: "Problems that match a filter",
    })
    .input(projectInput.extend(pageInput.shape).extend(problemFilter.shape))
    .output(pageOf(problemRow)),
  facets: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/problems/facets",
      tags,
      summary: "Values to filter problems by",
    })
    .input(projectInput)
    .output(problemFacets),
  get: operation
    .meta({ role: "member" })
    .route({ method: "GET", path: "/projects/{project}/problems/{problem}", tags, summary: "One problem" })
    .input(projectInput.extend({ problem: rowId }))
    .output(problem),
};

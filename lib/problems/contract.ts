import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";

export const origin = z.enum(["seed", "generated"]);
export const split = z.enum(["train", "test"]);

/** Longest statement or solution, in characters. */
export const TEXT_LIMIT = 200_000;

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
  countedPaths: z.number().int().describe("Paths that the rule for hard samples counts"),
  failedPaths: z.number().int().describe("Of these, the ones that fail by it"),
  isHard: z.boolean().describe("A hard sample by the project's rule"),
});
export type ProblemRow = z.infer<typeof problemRow>;

/** The fields of a problem that people edit. Null and an empty list mean that there is none. */
export const problemFields = z.object({
  text: z.string().trim().min(1, "Write the statement").max(TEXT_LIMIT),
  answer: z.string().trim().min(1).max(10_000).nullable(),
  solution: z.string().trim().min(1).max(TEXT_LIMIT).nullable(),
  subdomain: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .describe("Made where the project has none of that name"),
  difficulty: z.string().trim().min(1).max(200).nullable(),
  tags: z.array(z.string().trim().min(1).max(100)).max(50),
  source: z.string().trim().min(1).max(1000).nullable(),
  split,
});
export type ProblemFields = z.infer<typeof problemFields>;

/** The same while they are being written: nothing is wrong yet. */
export const draftFields = z.object({
  text: z.string().max(TEXT_LIMIT),
  answer: z.string().max(10_000),
  solution: z.string().max(TEXT_LIMIT),
  subdomain: z.string().max(200),
  difficulty: z.string().max(200),
  tags: z.array(z.string().max(100)).max(50),
  source: z.string().max(1000),
  split,
});
export type DraftFields = z.infer<typeof draftFields>;

export const problem = problemRow.extend({
  text: z.string(),
  solution: z.string().nullable(),
  source: z.string().nullable(),
  parents: z.array(z.object({ key: z.string(), id: rowId.nullable() })),
  meta: z.record(z.string(), z.unknown()),
  version: z.number().int(),
  createdAt: timestamp,
  updatedAt: timestamp,
  previousId: rowId.nullable(),
  nextId: rowId.nullable(),
});
export type Problem = z.infer<typeof problem>;

/** Another problem that is near, by ROUGE-L (F-measure, from 0 to 1). */
export const nearProblem = z.object({
  id: rowId,
  key: z.string(),
  text: z.string().describe("First 400 characters of the statement"),
  split,
  origin,
  score: z.number().min(0).max(1),
});
export type NearProblem = z.infer<typeof nearProblem>;

/** What speaks for and against a problem as a seed. */
export const quality = z.object({
  solution: z
    .enum(["none", "agrees", "disagrees", "undecided"])
    .describe("Does the worked solution come to the reference answer?"),
  correctPaths: z.number().int().describe("Paths whose answer was found to be correct"),
  reproducedPaths: z.number().int().describe("Of these, paths whose code ran and gave its recorded output"),
  nearest: z.array(nearProblem).describe("Nearest first, at most five, from 0.3 on"),
  compared: z.number().int().describe("Problems that it was compared with"),
  exact: z.boolean().describe("False where the project is so large that only the likeliest were compared"),
  contamination: nearProblem
    .nullable()
    .describe("The nearest problem of the other split, where it reaches the threshold"),
  threshold: z.number().describe("Of contamination"),
});
export type Quality = z.infer<typeof quality>;

/** Classes for an unclassified problem, likeliest first. */
export const suggestion = z.object({
  subdomains: z.array(z.object({ subdomain: z.string(), confidence: z.number().min(0).max(1) })),
  trainedOn: z
    .number()
    .int()
    .describe("Labelled problems that it learnt from; with too few of them it says nothing"),
  accuracy: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("Share of labelled problems that it classifies as their label says, when they are held out"),
});
export type Suggestion = z.infer<typeof suggestion>;

/** Filter over problems; every part that is given must hold. `q` is searched for in the statement. */
export const problemFilter = z.object({
  q: z.string().trim().max(200).optional(),
  subdomain: z.string().optional().describe("A sub-domain, with those below it"),
  origin: origin.optional(),
  split: split.optional(),
  difficulty: z.string().optional(),
  tag: z.string().optional(),
  answered: z.stringbool().or(z.boolean()).optional().describe("Has a reference answer"),
  classified: z.stringbool().or(z.boolean()).optional().describe("Has a sub-domain"),
  hard: z.stringbool().or(z.boolean()).optional().describe("Is a hard sample by the project's rule"),
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

const problemInput = projectInput.extend({ problem: rowId });

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
    .input(problemInput)
    .output(problem),
  create: operation
    .meta({ role: "curator" })
    .route({ method: "POST", path: "/projects/{project}/problems", tags, summary: "Write a new seed" })
    .input(projectInput.extend({ fields: problemFields }))
    .output(problem),
  update: operation
    .meta({ role: "curator" })
    .route({
      method: "PATCH",
      path: "/projects/{project}/problems/{problem}",
      tags,
      summary: "Change a problem; a conflict when someone else changed it since `version`",
    })
    .input(problemInput.extend({ version: z.number().int().min(1), fields: problemFields }))
    .output(problem),
  remove: operation
    .meta({ role: "curator" })
    .route({
      method: "DELETE",
      path: "/projects/{project}/problems/{problem}",
      tags,
      summary: "Put a problem, with its paths and pairs, into the bin",
    })
    .input(problemInput)
    .output(z.object({ removed: z.boolean() })),
  quality: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/problems/{problem}/quality",
      tags,
      summary: "What speaks for and against a problem as a seed",
    })
    .input(problemInput)
    .output(quality),
  suggest: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/problems/suggest",
      tags,
      summary: "Sub-domains that a statement may belong to, learnt from the project's own labels",
    })
    .input(projectInput.extend({ text: z.string().max(TEXT_LIMIT) }))
    .output(suggestion),
};

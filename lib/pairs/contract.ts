import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { pathKind, segment, verdict } from "#lib/paths/contract.ts";

export const pairOrigin = z.enum(["mined", "imported"]);
export const pairOutcome = z.enum(["first", "second", "tie", "both_bad"]);
export type PairOutcome = z.infer<typeof pairOutcome>;

/**
 * How candidate pairs are chosen within a problem. orders-disagree: the path with the higher reward has the lower
 * critique, so that people say which scorer is right.
 */
export const miningPolicy = z.enum(["correct-vs-incorrect", "any-two", "orders-disagree"]);
export type MiningPolicy = z.infer<typeof miningPolicy>;

export const pairSide = z.object({
  id: rowId,
  key: z.string(),
  kind: pathKind,
  model: z.string().nullable(),
  verdict: verdict.nullable(),
  answer: z.string().nullable(),
});

/** Two paths of one problem. Chosen = what people decided, else what was proposed. */
export const pairRow = z.object({
  id: rowId,
  problemId: rowId,
  problemText: z.string().describe("First 200 characters"),
  first: pairSide,
  second: pairSide,
  origin: pairOrigin,
  policy: z.string().nullable(),
  proposed: pairOutcome.nullable(),
  decided: pairOutcome.nullable(),
  decidedAt: timestamp.nullable(),
  margin: z.number().nullable(),
  judgements: z.number().int(),
});
export type PairRow = z.infer<typeof pairRow>;

const fullSide = pairSide.extend({ segments: z.array(segment), verdictReason: z.string().nullable() });
export const pair = pairRow.extend({ problemText: z.string(), first: fullSide, second: fullSide });
export type Pair = z.infer<typeof pair>;

export const pairState = z.enum(["open", "decided", "tie", "both_bad"]);
export const pairFilter = z.object({
  q: z.string().trim().max(200).optional(),
  problem: rowId.optional(),
  state: pairState.optional().describe("open: nobody has decided; decided: a side was chosen by people"),
  origin: pairOrigin.optional(),
});
export type PairFilter = z.infer<typeof pairFilter>;

export const pairFacets = z.object({
  states: z.array(z.object({ value: pairState, count: z.number().int() })),
  origins: z.array(z.object({ value: pairOrigin, count: z.number().int() })),
});
export type PairFacets = z.infer<typeof pairFacets>;

const tags = ["Pairs"];

export const pairsContract = {
  list: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/pairs",
      tags,
      summary: "Preference pairs that match a filter",
    })
    .input(projectInput.extend(pageInput.shape).extend(pairFilter.shape))
    .output(pageOf(pairRow)),
  facets: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/pairs/facets",
      tags,
      summary: "Pairs by state and origin",
    })
    .input(projectInput)
    .output(pairFacets),
  get: operation
    .meta({ role: "lead" })
    .route({
      method: "GET",
      path: "/projects/{project}/pairs/{pair}",
      tags,
      summary: "One pair with both paths",
    })
    .input(projectInput.extend({ pair: rowId }))
    .output(pair),
  mine: operation
    .meta({ role: "lead" })
    .route({
      method: "POST",
      path: "/projects/{project}/pairs/mine",
      tags,
      summary: "Mine candidate pairs within each problem, as a run",
    })
    .input(
      projectInput.extend({
        policy: miningPolicy.default("correct-vs-incorrect"),
        perProblem: z.coerce
          .number()
          .int()
          .min(1)
          .max(50)
          .default(3)
          .describe("At most this many new pairs a problem"),
        reward: z
          .string()
          .min(1)
          .optional()
          .describe("Needed by orders-disagree: the scorer whose rewards order the paths, by its name"),
        critique: z.string().min(1).optional().describe("Needed by orders-disagree: the critiques' scorer"),
        margin: z.coerce
          .number()
          .min(0)
          .max(9)
          .optional()
          .describe("Needed by orders-disagree: the critiques of a pair differ by at least this"),
      }),
    )
    .output(run),
};

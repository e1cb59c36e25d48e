import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId } from "#lib/api/operation.ts";
import { pathKind, verdict } from "#lib/paths/contract.ts";
import { scoreKind } from "../contract.ts";

/** A measured number. Null with a reason where it is undefined; never NaN. `n`: what it was measured on, so many pairs, paths or judgements. */
export const figure = z.object({
  value: z.number().nullable(),
  low: z.number().nullable().describe("95 % confidence, where it is known"),
  high: z.number().nullable(),
  n: z.number().int(),
  why: z
    .string()
    .nullable()
    .describe("Why there is none; of one that there is, what it was measured on where that isn't all"),
});
export type Figure = z.infer<typeof figure>;

/** How far a scorer can be trusted, against verdicts and against people. */
export const trust = z.object({
  scorer: z.string(),
  kind: scoreKind,
  scored: z.number().int(),
  verdicts: z.object({
    pairAccuracy: figure.describe(
      "Of a correct and an incorrect path of one problem, the correct one is higher",
    ),
    auc: figure.describe("Over all problems; of critiques alone"),
    kappa: figure.describe("Cohen's kappa of correct against at least `threshold`; of critiques alone"),
    threshold: z.number().nullable(),
    spearman: figure.describe(
      "Rank correlation with the verdict, of critiques over all, of rewards within problems",
    ),
    meanError: figure.describe(
      "Mean absolute error against 10 for correct and 1 for incorrect; of critiques alone",
    ),
  }),
  people: z.object({
    pairAccuracy: figure.describe("Against judgements with a winner"),
    kappa: figure.describe("Cohen's kappa with judgements: first, second or tie"),
    grades: z.object({
      spearman: figure,
      meanError: figure,
      kappa: figure.describe("Quadratically weighted, of grades rounded to 1 … 10"),
    }),
  }),
  confusion: z
    .array(
      z.object({
        from: z.number(),
        to: z.number(),
        correct: z.number().int(),
        incorrect: z.number().int(),
        unverifiable: z.number().int(),
        error: z.number().int(),
        unchecked: z.number().int(),
      }),
    )
    .describe(
      "Scores by verdict: of a critique for each grade (from = to), of a reward in tenths of the problem's order, 0 its last and 1 its first",
    ),
  length: z.object({
    spearman: figure.describe("Rank correlation of score and length within problems"),
    longerWins: figure.describe("How often the longer of two paths with equal verdicts is higher"),
  }),
  position: z
    .object({
      comparisons: z.number().int(),
      inconsistent: figure.describe("Share of comparisons that came out otherwise with sides swapped"),
      leftWins: figure.describe("Share of decided answers that chose the left side; one half has no bias"),
    })
    .nullable()
    .describe("Of a scorer that compares"),
});
export type Trust = z.infer<typeof trust>;

const side = z.object({
  id: rowId,
  key: z.string(),
  kind: pathKind,
  model: z.string().nullable(),
  verdict: verdict.nullable(),
  answer: z.string().nullable(),
  reward: z.number(),
  critique: z.number(),
});

/** A path that is right by its verdict and bad by its critique, or the other way round. */
export const verdictDispute = z.object({
  pathId: rowId,
  key: z.string(),
  problemId: rowId,
  problemText: z.string().describe("First 200 characters"),
  kind: pathKind,
  model: z.string().nullable(),
  answer: z.string().nullable(),
  verdict,
  verdictReason: z.string().nullable(),
  critique: z.number(),
  rationale: z.string().nullable(),
  graded: z.number().nullable().describe("One's own grade"),
});
export type VerdictDispute = z.infer<typeof verdictDispute>;

/** Two paths of one problem: the one with the higher reward has the lower critique. */
export const orderDispute = z.object({
  problemId: rowId,
  problemText: z.string(),
  rewarded: side.describe("Higher by reward"),
  graded: side.describe("Higher by critique"),
  pairId: rowId.nullable().describe("Where it is a preference pair already"),
  decided: z.boolean().describe("People have decided it"),
});
export type OrderDispute = z.infer<typeof orderDispute>;

const tags = ["Scoring"];

export const trustContract = {
  of: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/trust",
      tags,
      summary: "How far a scorer can be trusted",
    })
    .input(projectInput.extend({ scorer: z.string().min(1), kind: scoreKind }))
    .output(trust),
  verdictDisputes: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/disputes/verdict",
      tags,
      summary: "Paths whose verdict and critique disagree, most first",
    })
    .input(
      projectInput.extend(pageInput.shape).extend({
        critique: z.string().min(1).describe("The scorer's name"),
        low: z.coerce.number().min(1).max(10).default(3).describe("A correct path with at most this"),
        high: z.coerce.number().min(1).max(10).default(8).describe("An incorrect one with at least this"),
      }),
    )
    .output(pageOf(verdictDispute)),
  orderDisputes: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/disputes/order",
      tags,
      summary: "Pairs of paths whose order by reward and by critique disagree, a problem's strongest one",
    })
    .input(
      projectInput.extend(pageInput.shape).extend({
        reward: z.string().min(1).describe("The scorer's name"),
        critique: z.string().min(1),
        margin: z.coerce.number().min(0).max(9).default(2).describe("The critiques differ by at least this"),
      }),
    )
    .output(pageOf(orderDispute)),
};

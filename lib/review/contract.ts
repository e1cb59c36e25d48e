import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { segment } from "#lib/paths/contract.ts";

/** What a reviewer says, in terms of what stands on the screen. A is left, B is right. */
export const sideAnswer = z.enum(["a", "b", "tie", "both_bad", "skip"]);
export type SideAnswer = z.infer<typeof sideAnswer>;

/** One side as a reviewer sees it: no model, no verdict. */
const blindSide = z.object({ pathId: rowId, segments: z.array(segment) });

/** A pair handed to one reviewer. Sides are shuffled for each pair and reviewer, always in the same way. */
export const reviewUnit = z.object({
  pairId: rowId,
  problemText: z.string(),
  referenceAnswer: z.string().nullable(),
  a: blindSide,
  b: blindSide,
  leaseUntil: timestamp.describe("Until then nobody else is given this pair"),
});
export type ReviewUnit = z.infer<typeof reviewUnit>;

export const reviewProgress = z.object({
  open: z.number().int().describe("Pairs that wait for a judgement"),
  judged: z.number().int(),
  mine: z.number().int().describe("Judgements of mine that stand"),
  minePerHour: z
    .number()
    .nullable()
    .describe("My pace over the last hour of work; null before the third judgement"),
});
export type ReviewProgress = z.infer<typeof reviewProgress>;

const tags = ["Review"];

export const reviewContract = {
  next: operation
    .meta({ role: "reviewer" })
    .route({
      method: "POST",
      path: "/projects/{project}/review/next",
      tags,
      summary: "Take the next pairs, or renew the lease of the ones already held",
    })
    .input(projectInput.extend({ count: z.number().int().min(1).max(10).default(3) }))
    .output(z.object({ units: z.array(reviewUnit), progress: reviewProgress })),
  judge: operation
    .meta({ role: "reviewer" })
    .route({
      method: "PUT",
      path: "/projects/{project}/review/judgements/{id}",
      tags,
      summary: "Judge a pair; sending the same id again changes nothing",
    })
    .input(
      projectInput.extend({
        id: z.uuid().describe("Made by the caller, so that a repeat is recognised"),
        pairId: rowId,
        answer: sideAnswer,
        leftPathId: rowId.describe("The path that stood on the left (A)"),
        seconds: z.number().min(0).max(86_400),
        strength: z.number().int().min(1).max(3).optional(),
        comment: z.string().trim().max(4000).optional(),
      }),
    )
    .output(z.object({ progress: reviewProgress })),
  undo: operation
    .meta({ role: "reviewer" })
    .route({
      method: "POST",
      path: "/projects/{project}/review/undo",
      tags,
      summary: "Take my last judgement back and get its pair again",
    })
    .input(
      projectInput.extend({
        id: z.uuid().optional().describe("The judgement to take back; else my last one"),
      }),
    )
    .output(
      z.object({ unit: reviewUnit.nullable(), answer: sideAnswer.nullable(), progress: reviewProgress }),
    ),
  progress: operation
    .meta({ role: "reviewer" })
    .route({
      method: "GET",
      path: "/projects/{project}/review/progress",
      tags,
      summary: "Progress, all and mine",
    })
    .input(projectInput)
    .output(reviewProgress),
};

import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { answerDraft, note, reviewUnit, taskKind, unitAnswer } from "../contract.ts";

/** How far a queue is, and how far one is in it oneself. */
export const reviewProgress = z.object({
  open: z.number().int().describe("Answers that are still wanted, by anybody"),
  answered: z.number().int().describe("Answers that stand"),
  mine: z.number().int().describe("Answers of mine that stand, skips left out"),
  minePerHour: z
    .number()
    .nullable()
    .describe("My pace over the last hour of work; null before the third answer"),
  warning: z
    .enum(["fast", "one_sided"])
    .nullable()
    .describe("My last answers came faster than they can be read, or nearly all for one side"),
});
export type ReviewProgress = z.infer<typeof reviewProgress>;

/** A queue as a reviewer sees it. */
export const workQueue = z.object({
  id: rowId,
  name: z.string(),
  kind: taskKind,
  instructions: z.string().describe("Markdown"),
  state: z.enum(["open", "paused", "closed"]),
  hidesVerdict: z.boolean(),
  target: z.number().int().nullable(),
  deadline: timestamp.nullable(),
  open: z.number().int(),
  answered: z.number().int(),
  mine: z.number().int(),
});
export type WorkQueue = z.infer<typeof workQueue>;

/** What a reviewer said of a problem that they found bad. */
export const problemRemark = z.object({
  id: z.uuid(),
  comment: z.string(),
  clear: z.boolean().nullable(),
  solvable: z.boolean().nullable(),
  answerRight: z.boolean().nullable(),
  at: timestamp,
});
export type ProblemRemark = z.infer<typeof problemRemark>;

const tags = ["Review"];
const path = "/projects/{project}/review/queues/{queue}";
const inQueue = projectInput.extend({ queue: rowId });

/** What a reviewer does. */
export const workContract = {
  queues: operation
    .meta({ role: "reviewer" })
    .route({ method: "GET", path: "/projects/{project}/review/queues", tags, summary: "Queues to work on" })
    .input(projectInput)
    .output(z.array(workQueue)),
  next: operation
    .meta({ role: "reviewer" })
    .route({
      method: "POST",
      path: `${path}/next`,
      tags,
      summary: "Take the next units, or renew the lease of the ones already held",
    })
    .input(inQueue.extend({ count: z.number().int().min(1).max(10).default(3) }))
    .output(z.object({ units: z.array(reviewUnit), progress: reviewProgress })),
  answer: operation
    .meta({ role: "reviewer" })
    .route({
      method: "PUT",
      path: `${path}/answers/{id}`,
      tags,
      summary: "Answer a unit; sending the same id again changes nothing",
    })
    .input(
      inQueue.extend({
        id: z.uuid().describe("Made by the caller, so that a repeat is recognised"),
        unit: rowId,
        answer: unitAnswer,
        shown: z.array(rowId).max(20).describe("The paths as they stood, from the left"),
        problemVersion: z.number().int().describe("Of the problem, as it was shown"),
        seconds: z.number().min(0).max(86_400),
        comment: z.string().trim().max(4000).default(""),
        notes: z.array(note).max(50).default([]),
      }),
    )
    .output(
      z.object({
        progress: reviewProgress,
        late: z.boolean().describe("Kept, though the lease had ended, or the problem has been changed since"),
      }),
    ),
  undo: operation
    .meta({ role: "reviewer" })
    .route({
      method: "POST",
      path: `${path}/undo`,
      tags,
      summary: "Take my last answer back, one of the last ten, and get its unit again",
    })
    .input(inQueue.extend({ id: z.uuid().optional().describe("The answer to take back; else my last one") }))
    .output(
      z.object({
        unit: reviewUnit.nullable().describe("With the answer that was taken back as its draft"),
        progress: reviewProgress,
      }),
    ),
  draft: operation
    .meta({ role: "reviewer" })
    .route({
      method: "PUT",
      path: `${path}/drafts/{unit}`,
      tags,
      summary: "Keep what is begun; renews the lease",
    })
    .input(inQueue.extend({ unit: rowId, draft: answerDraft }))
    .output(z.object({ leaseUntil: timestamp.nullable().describe("Null: it isn't mine any more") })),
  release: operation
    .meta({ role: "reviewer" })
    .route({ method: "POST", path: `${path}/release`, tags, summary: "Give back the units that I hold" })
    .input(inQueue)
    .output(z.object({ released: z.number().int() })),
  progress: operation
    .meta({ role: "reviewer" })
    .route({ method: "GET", path: `${path}/progress`, tags, summary: "Progress, all and mine" })
    .input(inQueue)
    .output(reviewProgress),
  remarks: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/problems/{problem}/remarks",
      tags,
      summary: "What reviewers said of a problem that they found bad",
    })
    .input(projectInput.extend({ problem: rowId }))
    .output(z.array(problemRemark)),
};

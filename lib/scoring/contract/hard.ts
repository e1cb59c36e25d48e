import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { hardRule } from "../contract.ts";

/** Hard samples of a project, as one finished run left them. */
export const difficultyPoint = z.object({
  at: timestamp,
  runId: rowId.nullable(),
  runKind: z.string().nullable(),
  judged: z.number().int().describe("Problems with enough paths to say"),
  hard: z.number().int(),
  meanShare: z.number().nullable().describe("Mean share of failing paths, from 0 to 1"),
});
export type DifficultyPoint = z.infer<typeof difficultyPoint>;

export const hardSummary = z.object({
  rule: hardRule,
  judged: z.number().int(),
  hard: z.number().int(),
  problems: z.number().int(),
  shares: z
    .array(z.number().int())
    .length(11)
    .describe("Problems by share of failing paths: 0, to 10 %, … 100 %"),
  series: z.array(difficultyPoint).describe("Oldest first, the last 200"),
});
export type HardSummary = z.infer<typeof hardSummary>;

const tags = ["Hard samples"];
const path = "/projects/{project}/hard";

export const hardContract = {
  summary: operation
    .meta({ role: "curator" })
    .route({ method: "GET", path, tags, summary: "The rule for hard samples, and what it finds" })
    .input(projectInput)
    .output(hardSummary),
  preview: operation
    .meta({ role: "lead" })
    .route({ method: "POST", path: `${path}/preview`, tags, summary: "What another rule would find" })
    .input(projectInput.extend({ rule: hardRule }))
    .output(z.object({ judged: z.number().int(), hard: z.number().int() })),
  setRule: operation
    .meta({ role: "lead" })
    .route({ method: "PUT", path: `${path}/rule`, tags, summary: "Change the rule for hard samples" })
    .input(projectInput.extend({ rule: hardRule }))
    .output(hardSummary),
};

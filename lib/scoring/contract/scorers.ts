import { z } from "zod";
import { operation, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { score, scoreKind, scorerSource } from "../contract.ts";
import { trainedReport } from "./trained.ts";

/** A version of a scorer. Scores that were imported have scorers without an id. */
export const scorer = z.object({
  id: rowId.nullable(),
  name: z.string(),
  title: z.string(),
  version: z.number().int(),
  kind: scoreKind,
  source: scorerSource,
  runId: rowId.nullable(),
  model: z.string().nullable().describe("The model that it asks"),
  settings: z.record(z.string(), z.unknown()),
  paths: z.number().int().describe("Paths that it has scored"),
  problems: z.number().int(),
  by: z.string().nullable(),
  createdAt: timestamp.nullable(),
});
export type Scorer = z.infer<typeof scorer>;

/** A model's strength by people's judgements (Bradley–Terry with ties), in log-odds against its group's mean. */
export const modelStrength = z.object({
  model: z.string(),
  strength: z.number(),
  low: z.number().describe("95 % confidence"),
  high: z.number(),
  group: z
    .number()
    .int()
    .describe(
      "Only strengths of one group are comparable: models of two were never compared, not even through others",
    ),
  wins: z.number(),
  ties: z.number(),
  losses: z.number(),
});
export type ModelStrength = z.infer<typeof modelStrength>;

export const scorerFull = scorer.extend({
  report: trainedReport.nullable().describe("Of a trained one"),
  strengths: z.array(modelStrength).nullable().describe("Of one from judgements, strongest first"),
  values: z
    .array(z.object({ from: z.number(), to: z.number(), count: z.number().int() }))
    .describe("Histogram"),
});
export type ScorerFull = z.infer<typeof scorerFull>;

export const scoredPath = z.object({ pathId: rowId, scores: z.array(score) });

const tags = ["Scoring"];
const path = "/projects/{project}/scorers";

export const scorersContract = {
  list: operation
    .meta({ role: "curator" })
    .route({ method: "GET", path, tags, summary: "Scorers, newest first" })
    .input(projectInput)
    .output(z.array(scorer)),
  get: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: `${path}/{scorer}`,
      tags,
      summary: "One scorer with what was measured of it",
    })
    .input(projectInput.extend({ scorer: rowId }))
    .output(scorerFull),
  remove: operation
    .meta({ role: "lead" })
    .route({ method: "DELETE", path: `${path}/{scorer}`, tags, summary: "Remove a scorer with its scores" })
    .input(projectInput.extend({ scorer: rowId }))
    .output(z.object({ scores: z.number().int().describe("Scores that went with it") })),
  ofPath: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/paths/{path}/scores",
      tags,
      summary: "A path's scores, newest scorer first",
    })
    .input(projectInput.extend({ path: rowId }))
    .output(z.array(score)),
  ofProblem: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/problems/{problem}/scores",
      tags,
      summary: "A problem's own scores, and those of its paths",
    })
    .input(projectInput.extend({ problem: rowId }))
    .output(z.object({ problem: z.array(score), paths: z.array(scoredPath) })),
  grade: operation
    .meta({ role: "curator" })
    .route({
      method: "PUT",
      path: "/projects/{project}/paths/{path}/grade",
      tags,
      summary: "One's own critique of a path, from 1 to 10; null takes it back",
    })
    .input(
      projectInput.extend({
        path: rowId,
        value: z.number().int().min(1).max(10).nullable(),
        rationale: z.string().trim().max(10_000).nullable().default(null),
      }),
    )
    .output(z.array(score)),
};

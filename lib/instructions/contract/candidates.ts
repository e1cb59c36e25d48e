import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { run } from "#lib/jobs/contract.ts";
import { problemRow, TEXT_LIMIT } from "#lib/problems/contract.ts";
import {
  candidate,
  candidateFacets,
  candidateFilter,
  candidateMethod,
  candidateRow,
  candidateState,
  decision,
  histogram,
  measure,
  thresholds,
} from "../contract.ts";

export const refilterPreview = z.object({
  accepted: z
    .number()
    .int()
    .describe("Candidates that would then be accepted, of those that the measures decide"),
  dropped: z.number().int(),
  changing: z.number().int().describe("Candidates whose state would change"),
});
export type RefilterPreview = z.infer<typeof refilterPreview>;

export const lineage = z.object({
  candidate: rowId,
  method: candidateMethod,
  run,
  model: z.string().nullable(),
  promptVersion: z.number().int().nullable(),
  values: z.record(z.string(), z.number()).nullable(),
  parents: z.array(problemRow),
});

/** Where a problem comes from and what was grown from it. */
export const family = z.object({
  lineage: lineage.nullable().describe("Null for a problem that no run made"),
  children: z.array(problemRow).describe("The first fifty problems that were grown from it"),
  childCount: z.number().int(),
});
export type Family = z.infer<typeof family>;

const path = "/projects/{project}/candidates";
const tags = ["Instructions"];
const candidateInput = projectInput.extend({ candidate: rowId });
const refilterInput = projectInput.extend({ run: rowId, thresholds });

export const candidatesContract = {
  list: operation
    .meta({ role: "curator" })
    .route({ method: "GET", path, tags, summary: "Candidates that match a filter" })
    .input(projectInput.extend(pageInput.shape).extend(candidateFilter.shape))
    .output(pageOf(candidateRow)),
  facets: operation
    .meta({ role: "curator" })
    .route({ method: "GET", path: `${path}/facets`, tags, summary: "Values to filter candidates by" })
    .input(projectInput)
    .output(candidateFacets),
  get: operation
    .meta({ role: "curator" })
    .route({ method: "GET", path: `${path}/{candidate}`, tags, summary: "One candidate beside its nearest" })
    .input(candidateInput)
    .output(candidate),
  decide: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: `${path}/{candidate}/decision`,
      tags,
      summary: "Accept or drop a candidate; a conflict when someone else decided since the caller looked",
    })
    .input(
      candidateInput.extend({
        state: decision,
        seen: timestamp
          .nullable()
          .default(null)
          .describe("Its `decidedAt` as the caller saw it; null where no person had decided"),
      }),
    )
    .output(candidateRow),
  decideAll: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: `${path}/decisions`,
      tags,
      summary: "Accept or drop all candidates that match a filter",
    })
    .input(
      projectInput.extend({
        filter: candidateFilter,
        state: candidateState,
        changing: z.number().int().describe("How many the caller expects to change; otherwise a conflict"),
      }),
    )
    .output(z.object({ changed: z.number().int() })),
  histogram: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: `${path}/histogram`,
      tags,
      summary: "How near candidates are to their nearest",
    })
    .input(projectInput.extend({ measure, run: rowId.optional() }))
    .output(histogram),
  previewRefilter: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: `${path}/refilter/preview`,
      tags,
      summary: "What other thresholds would do to a run",
    })
    .input(refilterInput)
    .output(refilterPreview),
  refilter: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: `${path}/refilter`,
      tags,
      summary: "Decide a run's candidates by other thresholds; what people decided stays",
    })
    .input(refilterInput)
    .output(z.object({ accepted: z.number().int(), dropped: z.number().int(), changed: z.number().int() })),
  unparsed: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: `${path}/unparsed`,
      tags,
      summary: "Replies that gave no candidates, and why",
    })
    .input(projectInput.extend(pageInput.shape).extend({ run: rowId }))
    .output(
      pageOf(
        z.object({
          slot: z.number().int(),
          fault: z.string(),
          callId: rowId.nullable(),
          reply: z.string().max(TEXT_LIMIT).nullable(),
        }),
      ),
    ),
  family: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/problems/{problem}/family",
      tags,
      summary: "A problem's parents, run and children",
    })
    .input(projectInput.extend({ problem: rowId }))
    .output(family),
};

import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { problem, problemRow } from "../contract.ts";

export const binnedProblem = problemRow.extend({ binnedAt: timestamp, binnedBy: z.string().nullable() });
export type BinnedProblem = z.infer<typeof binnedProblem>;

const tags = ["Problems"];

export const binContract = {
  list: operation
    .meta({ role: "curator" })
    .route({
      method: "GET",
      path: "/projects/{project}/bin",
      tags,
      summary: "Problems in the bin, last deleted first",
    })
    .input(projectInput.extend(pageInput.shape))
    .output(pageOf(binnedProblem)),
  restore: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/bin/{problem}/restore",
      tags,
      summary: "Take a problem out of the bin, with its paths and pairs",
    })
    .input(projectInput.extend({ problem: rowId }))
    .output(problem),
  purge: operation
    .meta({ role: "lead" })
    .route({
      method: "DELETE",
      path: "/projects/{project}/bin/{problem}",
      tags,
      summary: "Delete a problem of the bin for good, with its paths and pairs",
    })
    .input(projectInput.extend({ problem: rowId }))
    .output(z.object({ purged: z.boolean() })),
};

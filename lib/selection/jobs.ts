import { z } from "zod";
import { rowId } from "#lib/api/operation.ts";
import { defineJob } from "#lib/jobs/job.ts";
import { embedRequest } from "./contract/embedding.ts";
import { selectionRule } from "./contract.ts";

/** Selects paths for rejection-sampling fine-tuning into the selection's rows. */
export const selectJob = defineJob(
  "select",
  z.object({
    selectionId: rowId,
    rule: selectionRule,
    last: z.number().int().min(0).describe("Paths after this one came later and don't count"),
  }),
);

/** Has paths embedded by an endpoint. */
export const embedJob = defineJob("embed", embedRequest.extend({ last: z.number().int().min(0) }));

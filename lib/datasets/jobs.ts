import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";
import { importOptions } from "./import-options.ts";

/** Reads an uploaded file into the project; its progress counts bytes. */
export const importJob = defineJob(
  "import",
  z.object({ uploadId: z.number().int(), name: z.string(), options: importOptions }),
);

/** Snapshots the rows of a dataset version; its progress counts rows. */
export const freezeJob = defineJob("freeze", z.object({ versionId: z.number().int(), name: z.string() }));

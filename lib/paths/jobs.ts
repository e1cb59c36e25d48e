import { z } from "zod";
import { defineJob } from "#lib/jobs/job.ts";

/** Compares the final answers of a project's paths with their problems' reference answers. */
export const checkJob = defineJob("check", z.object({ scope: z.enum(["unchecked", "all"]) }));

export type CheckScope = z.infer<typeof checkJob.parameters>["scope"];

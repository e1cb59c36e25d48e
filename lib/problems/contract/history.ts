import { z } from "zod";
import { operation, pageInput, pageOf, projectInput, rowId, timestamp } from "#lib/api/operation.ts";
import { problem, split } from "../contract.ts";

export const versionCause = z.enum(["created", "edit", "restore", "bulk", "undo", "import", "generated"]);

/** The fields as they were kept: files may bring longer texts than people may write, with white space around them. */
const keptFields = z.object({
  text: z.string(),
  answer: z.string().nullable(),
  solution: z.string().nullable(),
  subdomain: z.string().nullable(),
  difficulty: z.string().nullable(),
  tags: z.array(z.string()),
  source: z.string().nullable(),
  split,
});

export const problemVersion = z.object({
  version: z.number().int(),
  fields: keptFields,
  cause: versionCause,
  author: z.string().nullable(),
  at: timestamp,
  changed: z.array(z.string()).describe("Fields that differ from the version before"),
});
export type ProblemVersion = z.infer<typeof problemVersion>;

const problemInput = projectInput.extend({ problem: rowId });
const tags = ["Problems"];

export const historyContract = {
  list: operation
    .meta({ role: "member" })
    .route({
      method: "GET",
      path: "/projects/{project}/problems/{problem}/versions",
      tags,
      summary: "A problem's versions, newest first",
    })
    .input(problemInput.extend(pageInput.shape))
    .output(pageOf(problemVersion)),
  restore: operation
    .meta({ role: "curator" })
    .route({
      method: "POST",
      path: "/projects/{project}/problems/{problem}/versions/{restored}",
      tags,
      summary: "Make the problem what it was in an earlier version, as a new version",
    })
    .input(
      problemInput.extend({
        restored: z.coerce.number().int().min(1),
        version: z.number().int().min(1).describe("The version that the caller saw"),
      }),
    )
    .output(problem),
};

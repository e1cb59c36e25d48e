import { z } from "zod";
import { operation, projectInput, rowId } from "#lib/api/operation.ts";

/** A sub-domain in the project's tree. */
export const subdomain = z.object({
  id: rowId,
  name: z.string(),
  parentId: rowId.nullable(),
  problems: z.number().int().describe("Its own problems"),
  seeds: z.number().int().describe("Of these, the seeds"),
  within: z.number().int().describe("Problems of it and of all below it"),
});
export type Subdomain = z.infer<typeof subdomain>;

export const subdomainList = z.object({ subdomains: z.array(subdomain), unclassified: z.number().int() });
export type SubdomainList = z.infer<typeof subdomainList>;

const name = z.string().trim().min(1, "Give it a name").max(200);
const path = "/projects/{project}/subdomains";
const tags = ["Sub-domains"];

export const subdomainsContract = {
  list: operation
    .meta({ role: "member" })
    .route({ method: "GET", path, tags, summary: "The project's sub-domains, by name" })
    .input(projectInput)
    .output(subdomainList),
  create: operation
    .meta({ role: "curator" })
    .route({ method: "POST", path, tags, summary: "Make a sub-domain" })
    .input(projectInput.extend({ name, parentId: rowId.nullable().default(null) }))
    .output(subdomain),
  update: operation
    .meta({ role: "curator" })
    .route({
      method: "PATCH",
      path: `${path}/{subdomain}`,
      tags,
      summary: "Rename a sub-domain, or move it in the tree",
    })
    .input(
      projectInput.extend({ subdomain: rowId, name: name.optional(), parentId: rowId.nullable().optional() }),
    )
    .output(subdomain),
  remove: operation
    .meta({ role: "curator" })
    .route({
      method: "DELETE",
      path: `${path}/{subdomain}`,
      tags,
      summary: "Take a sub-domain away; its problems and what is below it go to `into`, or to its parent",
    })
    .input(projectInput.extend({ subdomain: rowId, into: rowId.nullable().optional() }))
    .output(z.object({ moved: z.number().int() })),
};

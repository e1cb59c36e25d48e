import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { subdomainsContract } from "../contract/subdomains.ts";
import { createSubdomain } from "../store/subdomains/create.ts";
import { listSubdomains } from "../store/subdomains/list.ts";
import { removeSubdomain } from "../store/subdomains/remove.ts";
import { updateSubdomain } from "../store/subdomains/update.ts";

const os = implement(subdomainsContract).$context<Context>().use(inProject);

export const subdomainsRouter = os.router({
  list: os.list.handler(({ context }) => listSubdomains(context.scope)),
  create: os.create.handler(({ context, input }) => createSubdomain(context.scope, input)),
  update: os.update.handler(({ context, input }) => updateSubdomain(context.scope, input)),
  remove: os.remove.handler(({ context, input }) => removeSubdomain(context.scope, input)),
});

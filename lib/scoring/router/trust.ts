import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { trustContract } from "../contract/trust.ts";
import { orderDisputes, verdictDisputes } from "../store/trust/disputes.ts";
import { readTrust } from "../store/trust/read.ts";

const os = implement(trustContract).$context<Context>().use(inProject);

export const trustRouter = os.router({
  of: os.of.handler(({ context, input }) => readTrust(context.scope, input)),
  verdictDisputes: os.verdictDisputes.handler(({ context, input }) => verdictDisputes(context.scope, input)),
  orderDisputes: os.orderDisputes.handler(({ context, input }) => orderDisputes(context.scope, input)),
});

import { implement } from "@orpc/server";
import { guard, inProject } from "#lib/api/guard.ts";
import { actorIn, type Context } from "#lib/context.ts";
import { modelsContract } from "./contract.ts";
import { probe } from "./probe.ts";
import { getCall, listCalls } from "./store/calls.ts";
import { createEndpoint, listEndpoints, removeEndpoint, updateEndpoint } from "./store/endpoints.ts";
import { allowHost, disallowHost, listHosts } from "./store/hosts.ts";
import { loadTarget } from "./store/target.ts";

const os = implement(modelsContract).$context<Context>();
const installation = os.use(guard);
const project = os.use(inProject);

export const modelsRouter = os.router({
  list: project.list.handler(({ context }) => listEndpoints(context.scope)),
  create: project.create.handler(({ context, input }) => createEndpoint(context.scope, input)),
  update: project.update.handler(({ context, input }) => updateEndpoint(context.scope, input)),
  remove: project.remove.handler(async ({ context, input }) => ({
    removed: await removeEndpoint(context.scope, input.model),
  })),
  test: project.test.handler(async ({ context, input }) =>
    probe(await loadTarget(context.scope.projectId, input.model)),
  ),
  calls: project.calls.handler(({ context, input }) => listCalls(context.scope, input)),
  call: project.call.handler(({ context, input }) => getCall(context.scope, input.call)),
  hosts: {
    list: installation.hosts.list.handler(() => listHosts()),
    allow: installation.hosts.allow.handler(({ context, input }) => allowHost(actorIn(context), input.host)),
    disallow: installation.hosts.disallow.handler(async ({ context, input }) => ({
      removed: await disallowHost(actorIn(context), input.host),
    })),
  },
});

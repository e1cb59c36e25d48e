import { implement } from "@orpc/server";
import { guard, inProject } from "#lib/api/guard.ts";
import { actorIn, type Context } from "#lib/context.ts";
import { projectsContract } from "./contract.ts";
import { countProject, getProject, listMembers, listProjects } from "./store/read.ts";
import { createProject, removeMember, setMember, updateProject } from "./store/write.ts";

const os = implement(projectsContract).$context<Context>();
const installation = os.use(guard);
const project = os.use(inProject);

export const projectsRouter = os.router({
  list: installation.list.handler(({ context }) => listProjects(actorIn(context))),
  create: installation.create.handler(({ context, input }) => createProject(actorIn(context), input)),
  get: project.get.handler(async ({ context }) => ({
    ...(await getProject(context.scope)),
    counts: await countProject(context.scope),
  })),
  update: project.update.handler(({ context, input }) => updateProject(context.scope, input)),
  members: {
    list: project.members.list.handler(({ context }) => listMembers(context.scope)),
    set: project.members.set.handler(({ context, input }) => setMember(context.scope, input)),
    remove: project.members.remove.handler(async ({ context, input }) => ({
      removed: await removeMember(context.scope, input.userId),
    })),
  },
});

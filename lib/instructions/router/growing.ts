import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { growingContract } from "../contract/growing.ts";
import { growingDefaults } from "../store/defaults.ts";
import { previewPrompt, promptSets, saveNextPrompt } from "../store/prompts.ts";
import { startInstruct } from "../store/start-instruct.ts";

const os = implement(growingContract).$context<Context>().use(inProject);

export const growingRouter = os.router({
  instruct: os.instruct.handler(({ context, input }) => startInstruct(context.scope, input)),
  prompts: os.prompts.handler(({ context }) => promptSets(context.scope)),
  savePrompt: os.savePrompt.handler(({ context, input }) => saveNextPrompt(context.scope, input)),
  previewPrompt: os.previewPrompt.handler(({ context, input }) => previewPrompt(context.scope, input)),
  defaults: os.defaults.handler(({ context }) => growingDefaults(context.scope)),
});

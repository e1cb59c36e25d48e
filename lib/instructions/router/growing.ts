import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { promptSets, saveNextPrompt } from "#lib/models/store/prompt-sets.ts";
import { growingContract } from "../contract/growing.ts";
import { INSTRUCT_PROMPTS } from "../prompt-text.ts";
import { growingDefaults } from "../store/defaults.ts";
import { previewPrompt } from "../store/prompts.ts";
import { startInstruct } from "../store/start-instruct.ts";

const os = implement(growingContract).$context<Context>().use(inProject);

export const growingRouter = os.router({
  instruct: os.instruct.handler(({ context, input }) => startInstruct(context.scope, input)),
  prompts: os.prompts.handler(({ context }) => promptSets(context.scope, INSTRUCT_PROMPTS)),
  savePrompt: os.savePrompt.handler(({ context, input }) =>
    saveNextPrompt(context.scope, INSTRUCT_PROMPTS, input),
  ),
  previewPrompt: os.previewPrompt.handler(({ context, input }) => previewPrompt(context.scope, input)),
  defaults: os.defaults.handler(({ context }) => growingDefaults(context.scope)),
});

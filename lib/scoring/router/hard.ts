import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { hardContract } from "../contract/hard.ts";
import { setHardRule } from "../store/hard/set-rule.ts";
import { hardSummary, previewHard } from "../store/hard/summary.ts";

const os = implement(hardContract).$context<Context>().use(inProject);

export const hardRouter = os.router({
  summary: os.summary.handler(({ context }) => hardSummary(context.scope)),
  preview: os.preview.handler(({ context, input }) => previewHard(context.scope, input.rule)),
  setRule: os.setRule.handler(async ({ context, input }) => {
    await setHardRule(context.scope, input.rule);
    return hardSummary(context.scope);
  }),
});

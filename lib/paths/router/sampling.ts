import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { Context } from "#lib/context.ts";
import { promptSets, saveNextPrompt } from "#lib/models/store/prompt-sets.ts";
import { samplingContract } from "../contract/sampling.ts";
import { SAMPLE_PROMPTS } from "../sample-prompts.ts";
import { estimateSample } from "../store/estimate-sample.ts";
import { previewSamplePrompt } from "../store/sample-prompts.ts";
import { startSample } from "../store/start-sample.ts";
import { sampleYields } from "../store/yields.ts";

const os = implement(samplingContract).$context<Context>().use(inProject);

export const samplingRouter = os.router({
  start: os.start.handler(({ context, input }) => startSample(context.scope, input)),
  estimate: os.estimate.handler(({ context, input }) => estimateSample(context.scope, input)),
  yields: os.yields.handler(({ context, input }) => sampleYields(context.scope, input.run)),
  prompts: os.prompts.handler(({ context }) => promptSets(context.scope, SAMPLE_PROMPTS)),
  savePrompt: os.savePrompt.handler(({ context, input }) =>
    saveNextPrompt(context.scope, SAMPLE_PROMPTS, input),
  ),
  previewPrompt: os.previewPrompt.handler(({ context, input }) => previewSamplePrompt(context.scope, input)),
});

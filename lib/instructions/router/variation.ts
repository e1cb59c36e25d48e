import { implement } from "@orpc/server";
import { inProject } from "#lib/api/guard.ts";
import type { ProjectScope } from "#lib/auth/scope.ts";
import type { Context } from "#lib/context.ts";
import { AppError } from "#lib/errors.ts";
import { askProgram } from "#lib/python/ask-program.ts";
import { decideAnswers } from "#lib/python/decide.ts";
import { sandbox } from "#lib/python/process-sandbox.ts";
import { type SeedTemplate, type Template, variationContract } from "../contract/variation.ts";
import { type SeedProgram, seedProgram } from "../store/seed-programs.ts";
import { startVary } from "../store/start-vary.ts";
import { saveTemplate } from "../store/templates.ts";
import { withSettings } from "../variation/check-template.ts";
import { exactAnswer } from "../variation/exact-answer.ts";
import { previewVariants } from "../variation/preview-variants.ts";
import { templateOf } from "../variation/template-of.ts";
import { isCurrent, NO_PROGRAM, openTemplate, type Tools } from "../variation/try-variant.ts";

const os = implement(variationContract).$context<Context>().use(inProject);

/** Whoever looks at a template waits for it. */
const LIMITS = { milliseconds: 5_000, outputCharacters: 64_000 };

function toolsOf(signal: AbortSignal | undefined): Tools {
  return {
    run: (program) => askProgram(sandbox, program, { limits: LIMITS, ...(signal ? { signal } : {}) }),
    compare: async (reference, prediction) => {
      const [found] = await decideAnswers(sandbox, [{ reference, prediction }], signal, LIMITS.milliseconds);
      return found ?? { outcome: "undecided", reason: "it can't be compared" };
    },
  };
}

async function shown(
  scope: ProjectScope,
  id: number,
  signal: AbortSignal | undefined,
): Promise<SeedTemplate> {
  const seed = await seedProgram(scope, id);
  const opened = await openTemplate(toolsOf(signal), seed, seed.saved);
  const answer = "own" in opened ? exactAnswer(opened.own.answer ?? "") : opened.answer;
  return {
    problem: seed.id,
    template: opened.template,
    reason: "reason" in opened ? opened.reason : null,
    saved: isCurrent(seed, seed.saved),
    version: seed.savedVersion,
    answer,
  };
}

/** The template that the seed makes, with the ranges and constraints that the caller set. */
function settingsOf(seed: SeedProgram, set: Template): Template {
  const made = seed.program === null ? null : templateOf(seed.text, seed.program);
  if (!made?.template) throw new AppError("conflict", made?.reason ?? NO_PROGRAM, { field: "template" });
  const { template, fault } = withSettings(made.template, set);
  if (template) return template;
  throw new AppError(fault.field === "template" ? "conflict" : "invalid_input", fault.message, {
    field: fault.field,
  });
}

export const variationRouter = os.router({
  start: os.start.handler(({ context, input }) => startVary(context.scope, input)),
  template: os.template.handler(({ context, input, signal }) => shown(context.scope, input.problem, signal)),
  saveTemplate: os.saveTemplate.handler(async ({ context, input, signal }) => {
    const seed = await seedProgram(context.scope, input.problem);
    const template = settingsOf(seed, input.template);
    const { problem, version } = input;
    await saveTemplate(context.scope, { problem, version, template, problemVersion: seed.version });
    return shown(context.scope, input.problem, signal);
  }),
  preview: os.preview.handler(async ({ context, input, signal }) => {
    const seed = await seedProgram(context.scope, input.problem);
    const tools = toolsOf(signal);
    const opened = await openTemplate(tools, seed, settingsOf(seed, input.template));
    if ("reason" in opened) throw new AppError("conflict", opened.reason, { field: "template" });
    return previewVariants(tools.run, opened, input);
  }),
});

import type { Template, Variant } from "../contract/variation.ts";
import { seededRandom } from "../random.ts";
import type { Values } from "./constraint.ts";
import { sampleValues } from "./sample-values.ts";
import { type OpenTemplate, type RunProgram, tryVariant } from "./try-variant.ts";

/**
 * The values that a run with this seed of chance tries for a problem, in order: at most `tries`, fewer where there are no
 * more. They depend on the template, the problem and the seed alone, so a run that goes on tries the same again.
 */
export function valuesToTry(
  template: Template,
  { problem, seed, tries }: { problem: number; seed: number; tries: number },
): Values[] {
  return [...sampleValues(template, seededRandom(seed, problem)).take(tries)];
}

/** A few variants of a template: the first that a run with this seed of chance would try. */
export async function previewVariants(
  run: RunProgram,
  opened: OpenTemplate,
  wish: { problem: number; seed: number; count: number },
): Promise<Variant[]> {
  const values = valuesToTry(opened.template, { ...wish, tries: wish.count });
  const tried = await Promise.all(values.map((one) => tryVariant(run, opened, one)));
  return tried.map(({ values: used, text, answer, refused }) => ({
    values: { ...used },
    text,
    answer,
    refused,
  }));
}

import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { Template } from "#lib/instructions/contract/variation.ts";

export const VARIANTS = 6;

export const templateQuery = (api: Api, project: string, problem: number) =>
  api.variation.template.queryOptions({ input: { project, problem } });

/** A few variants, run anew for each template; those before stay in sight meanwhile. */
export const variantsQuery = (
  api: Api,
  {
    project,
    problem,
    template,
    seed,
  }: { project: string; problem: number; template: Template; seed: number },
) =>
  api.variation.preview.queryOptions({
    input: { project, problem, template, seed, count: VARIANTS },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

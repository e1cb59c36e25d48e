import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { HardRule } from "#lib/scoring/contract.ts";

export const hardQuery = (api: Api, project: string) => api.hard.summary.queryOptions({ input: { project } });

export const hardPreviewQuery = (api: Api, project: string, rule: HardRule) =>
  api.hard.preview.queryOptions({ input: { project, rule }, placeholderData: keepPreviousData });

/** Scorers that a rule can name. */
export const critiquesQuery = (api: Api, project: string) => ({
  ...api.scorers.list.queryOptions({ input: { project } }),
  select: critiques,
});

function critiques<Scorer extends { kind: string; name: string; paths: number }>(scorers: readonly Scorer[]) {
  return scorers.filter(({ kind, paths }) => kind === "critique" && paths > 0);
}

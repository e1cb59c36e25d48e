import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { ThoughtOfRun } from "#lib/scoring/contract/runs.ts";
import type { ScoreKind } from "#lib/scoring/contract.ts";

export const scorersQuery = (api: Api, project: string) =>
  api.scorers.list.queryOptions({ input: { project } });

export const scorerQuery = (api: Api, project: string, scorer: number) =>
  api.scorers.get.queryOptions({ input: { project, scorer } });

export const basisQuery = (api: Api, project: string) =>
  api.scoringRuns.basis.queryOptions({ input: { project } });

export const trustQuery = (api: Api, project: string, scorer: string, kind: ScoreKind) =>
  api.trust.of.queryOptions({ input: { project, scorer, kind } });

export const pathScoresQuery = (api: Api, project: string, path: number) =>
  api.scorers.ofPath.queryOptions({ input: { project, path } });

export const problemScoresQuery = (api: Api, project: string, problem: number) =>
  api.scorers.ofProblem.queryOptions({ input: { project, problem } });

export const scorePromptsQuery = (api: Api, project: string) =>
  api.scoringRuns.prompts.queryOptions({ input: { project } });

/** What a run would take; what was known of a run thought of before stands until it is worked out. */
export const scoringEstimateQuery = (api: Api, project: string, model: number, run: ThoughtOfRun) =>
  api.scoringRuns.estimate.queryOptions({
    input: { project, model, run },
    placeholderData: keepPreviousData,
  });

const PAGE_ROWS = 50;

export const verdictDisputesQuery = (api: Api, project: string, critique: string) =>
  api.trust.verdictDisputes.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      critique,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const orderDisputesQuery = (api: Api, project: string, reward: string, critique: string) =>
  api.trust.orderDisputes.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      reward,
      critique,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

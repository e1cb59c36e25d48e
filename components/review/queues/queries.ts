import { keepPreviousData } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { QueueSource } from "#lib/review/contract/queues.ts";
import { type UnitFilter, unitFilterOf } from "./queue-params.ts";

const WATCH_MS = 15_000;

/** Others work in them meanwhile: looked at again every few seconds. */
export const queuesQuery = (api: Api, project: string) =>
  api.queues.list.queryOptions({ input: { project }, refetchInterval: WATCH_MS });

export const queueQuery = (api: Api, project: string, queue: number) =>
  api.queues.get.queryOptions({ input: { project, queue }, refetchInterval: WATCH_MS });

/** How many units a queue of that source would have. */
export const queuePreviewQuery = (api: Api, project: string, source: QueueSource) =>
  api.queues.preview.queryOptions({ input: { project, source }, placeholderData: keepPreviousData });

const PAGE_ROWS = 100;

export const unitsQuery = (api: Api, project: string, queue: number, filter: UnitFilter) =>
  api.queues.units.infiniteOptions({
    input: (cursor: number | null) => ({
      project,
      queue,
      ...filter,
      limit: PAGE_ROWS,
      ...(cursor === null ? {} : { cursor }),
    }),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** What a lead has to decide, the worst disagreement first. */
export const disputedQuery = (api: Api, project: string, queue: number) =>
  unitsQuery(api, project, queue, unitFilterOf("disputed"));

export const unitQuery = (api: Api, project: string, queue: number, unit: number) =>
  api.queues.unit.queryOptions({ input: { project, queue, unit } });

export const errorTagsQuery = (api: Api, project: string) =>
  api.queues.tags.queryOptions({ input: { project } });

export const agreementQuery = (api: Api, project: string, queue: number) =>
  api.agreement.ofQueue.queryOptions({ input: { project, queue } });

export const reviewersQuery = (api: Api, project: string, queue: number) =>
  api.agreement.reviewers.queryOptions({ input: { project, queue }, refetchInterval: WATCH_MS });

export const winRatesQuery = (api: Api, project: string) =>
  api.agreement.winRates.queryOptions({ input: { project } });

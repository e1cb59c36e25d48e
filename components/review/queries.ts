import type { QueryClient } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { ReviewProgress } from "#lib/review/contract/work.ts";

const LOOK_AGAIN_MS = 15_000;

export const workQueuesQuery = (api: Api, project: string) =>
  api.review.queues.queryOptions({ input: { project }, refetchInterval: LOOK_AGAIN_MS });

/** Others answer too: looked at again every few seconds. */
export const reviewProgressQuery = (api: Api, project: string, queue: number) =>
  api.review.progress.queryOptions({ input: { project, queue }, refetchInterval: LOOK_AGAIN_MS });

export const myFiguresQuery = (api: Api, project: string, queue: number) =>
  api.agreement.mine.queryOptions({ input: { project, queue } });

/** Takes over the progress that came with an answer; one asked for before it must not come after it. */
export async function setReviewProgress(
  queryClient: QueryClient,
  api: Api,
  of: { project: string; queue: number },
  progress: ReviewProgress,
): Promise<void> {
  const { queryKey } = reviewProgressQuery(api, of.project, of.queue);
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, progress);
}

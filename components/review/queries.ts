import type { QueryClient } from "@tanstack/react-query";
import type { Api } from "#components/api/api.ts";
import type { ReviewProgress } from "#lib/review/contract.ts";

const LOOK_AGAIN_MS = 15_000;

/** Others vote too: looked at again every few seconds. */
export const reviewProgressQuery = (api: Api, project: string) =>
  api.review.progress.queryOptions({ input: { project }, refetchInterval: LOOK_AGAIN_MS });

/** Takes over the progress that came with an answer; one asked for before it must not come after it. */
export async function setReviewProgress(
  queryClient: QueryClient,
  api: Api,
  project: string,
  progress: ReviewProgress,
): Promise<void> {
  const { queryKey } = reviewProgressQuery(api, project);
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, progress);
}

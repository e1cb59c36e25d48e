import { QueryClient } from "@tanstack/react-query";
import { apiFailure } from "#lib/api/client.ts";

const RETRIES = 3;

/** A call that failed on the way is tried again; an answer from the studio, even a refusal, is final. */
export function shouldRetry(failures: number, error: unknown): boolean {
  return failures < RETRIES && apiFailure(error).code === "offline";
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // What a page prefetched is fresh enough not to be asked for again while it opens.
      queries: { staleTime: 10_000, retry: shouldRetry },
      mutations: { retry: shouldRetry },
    },
  });
}

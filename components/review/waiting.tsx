import { Scale } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { WorkQueue } from "#lib/review/contract/work.ts";
import type { useReview } from "./use-review.ts";

interface WaitingProps {
  review: ReturnType<typeof useReview>;
  queue: WorkQueue;
  open: number;
}

/** What stands in place of a unit: still loading, failed, paused, all done, or all with others. */
export function Waiting({ review, queue, open }: WaitingProps) {
  if (review.loading) {
    return (
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-3 md:flex-row">
        <Skeleton className="min-h-72 flex-1" />
        <Skeleton className="min-h-72 flex-1" />
      </div>
    );
  }
  if (review.failure) {
    return (
      <div className="flex-1">
        <ErrorState message={review.failure.message} onRetry={() => void review.retry()} />
      </div>
    );
  }
  const isOpen = queue.state === "open";
  return (
    <div className="flex-1">
      <EmptyState icon={<Scale />} title={isOpen ? "Nothing waits for you" : `This queue is ${queue.state}`}>
        {!isOpen
          ? "A lead has stopped it. What you have answered is kept; u takes your last answer back."
          : open > 0
            ? "Others hold what is left, or you have answered it already. This page looks again every few seconds."
            : "Everything has been answered. New work appears here by itself; u takes your last answer back."}
      </EmptyState>
    </div>
  );
}

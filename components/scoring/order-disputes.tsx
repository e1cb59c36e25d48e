import { useInfiniteQuery } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { DisputePath } from "./dispute-path.tsx";
import { orderDisputesQuery } from "./queries.ts";
import { scoreText } from "./scorer-words.ts";

/** Pairs of paths whose order by reward and by critique disagree, side by side. */
export function OrderDisputes({
  project,
  reward,
  critique,
}: {
  project: string;
  reward: string;
  critique: string;
}) {
  const query = useInfiniteQuery(orderDisputesQuery(api, project, reward, critique));
  const [at, setAt] = useState(0);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const item = items[Math.min(at, Math.max(0, items.length - 1))];
  const move = (by: number) => {
    const next = Math.max(0, Math.min(items.length - 1, at + by));
    setAt(next);
    if (next >= items.length - 2 && query.hasNextPage && !query.isFetchingNextPage)
      void query.fetchNextPage();
  };
  useHotkeys({ j: () => move(1), k: () => move(-1) });
  if (query.isError && !query.data) {
    return (
      <Failure
        error={query.error}
        what="These disputes"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (!query.data) return <SkeletonLines lines={8} />;
  if (!item) {
    return (
      <EmptyState icon={<Handshake />} title="Reward and critique agree">
        In no problem does the path that {reward} puts higher get a lower critique by {critique}.
      </EmptyState>
    );
  }
  const facts = (side: typeof item.graded) =>
    `reward ${scoreText("reward", side.reward)} (within this problem), critique ${scoreText("critique", side.critique)}`;
  return (
    <div className="flex flex-col gap-4">
      <Panel title={`${at + 1} of ${(query.data.pages[0]?.count ?? 0).toLocaleString("en")}`}>
        <p>
          {item.problemText}{" "}
          {item.pairId === null ? null : (
            <TextLink href={`/projects/${project}/pairs/${item.pairId}`}>
              {item.decided ? "People have decided it" : "A pair already"}
            </TextLink>
          )}
        </p>
        <p className="mt-2 text-ink-faint text-xs">
          <Kbd keys="j" /> and <Kbd keys="k" /> go on and back. Mining pairs by the policy “orders disagree”
          sends these to review.
        </p>
      </Panel>
      <div className="grid gap-4 lg:grid-cols-2">
        <section aria-label="Higher by reward" className="flex min-w-0 flex-col gap-2">
          <h2 className="font-medium">Higher by reward: {facts(item.rewarded)}</h2>
          <DisputePath project={project} id={item.rewarded.id} withProblem={false} />
        </section>
        <section aria-label="Higher by critique" className="flex min-w-0 flex-col gap-2">
          <h2 className="font-medium">Higher by critique: {facts(item.graded)}</h2>
          <DisputePath project={project} id={item.graded.id} withProblem={false} />
        </section>
      </div>
    </div>
  );
}

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { notify } from "#components/ui/notify.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { apiFailure } from "#lib/api/client.ts";
import { DisputePath } from "./dispute-path.tsx";
import { verdictDisputesQuery } from "./queries.ts";
import { scoreText } from "./scorer-words.ts";

/** Keys that give a grade; 0 is ten. */
const GRADE_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;

/** Paths whose verdict and critique disagree, one after the other, for a person to grade. */
export function VerdictDisputes({ project, critique }: { project: string; critique: string }) {
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(verdictDisputesQuery(api, project, critique));
  const [at, setAt] = useState(0);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const item = items[Math.min(at, Math.max(0, items.length - 1))];
  const move = (by: number) => {
    const next = Math.max(0, Math.min(items.length - 1, at + by));
    setAt(next);
    if (next >= items.length - 2 && query.hasNextPage && !query.isFetchingNextPage)
      void query.fetchNextPage();
  };
  const grade = useMutation(
    api.scorers.grade.mutationOptions({
      onSuccess: async () => {
        move(1);
        await queryClient.invalidateQueries({
          queryKey: verdictDisputesQuery(api, project, critique).queryKey,
        });
      },
      onError: (error) =>
        notify({ tone: "bad", title: "The grade wasn't saved", description: apiFailure(error).message }),
    }),
  );
  const give = (value: number) => {
    if (item && !grade.isPending) grade.mutate({ project, path: item.pathId, value });
  };
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    ...Object.fromEntries(GRADE_KEYS.map((key) => [key, () => give(key === "0" ? 10 : Number(key))])),
  });
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
      <EmptyState icon={<Handshake />} title="Verdict and critique agree">
        No correct path has a low critique by {critique}, and no incorrect one a high one.
      </EmptyState>
    );
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <DisputePath project={project} id={item.pathId} />
      <Panel title={`${at + 1} of ${(query.data.pages[0]?.count ?? 0).toLocaleString("en")}`}>
        <div className="flex flex-col gap-4">
          <p>
            Its verdict is <strong>{item.verdict}</strong>, and {critique} gives it{" "}
            <strong>{scoreText("critique", item.critique)}</strong> of 10.
          </p>
          {item.rationale ? <p className="text-ink-muted">{item.rationale}</p> : null}
          {item.verdictReason ? <p className="text-ink-muted text-xs">{item.verdictReason}</p> : null}
          <fieldset className="flex flex-wrap gap-1">
            <legend className="mb-1 text-ink-muted text-xs">Your grade</legend>
            {GRADE_KEYS.map((key) => {
              const value = key === "0" ? 10 : Number(key);
              return (
                <Button
                  key={key}
                  size="sm"
                  variant={item.graded === value ? "primary" : "secondary"}
                  onClick={() => give(value)}
                >
                  {value}
                </Button>
              );
            })}
          </fieldset>
          <p className="text-ink-faint text-xs">
            <Kbd keys="1" /> to <Kbd keys="9" /> and <Kbd keys="0" /> for ten grade it, <Kbd keys="j" /> and{" "}
            <Kbd keys="k" /> go on and back.
          </p>
        </div>
      </Panel>
    </div>
  );
}

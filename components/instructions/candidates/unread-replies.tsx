"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { MailQuestion } from "lucide-react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Fold } from "#components/problems/fold.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { askingRunsQuery, unreadQuery } from "./queries.ts";

interface UnreadRepliesProps {
  project: string;
  /** The run that the URL names. */
  run: number | null;
  onRun: (run: number) => void;
}

/** A run's replies that gave no candidates, as the model wrote them. */
export function UnreadReplies({ project, run, onRun }: UnreadRepliesProps) {
  const runs = useQuery(askingRunsQuery(api, project));
  const known = runs.data?.items ?? [];
  const id = known.find((each) => each.id === run)?.id ?? known[0]?.id ?? null;
  if (runs.isError && !runs.data) {
    return (
      <Failure
        error={runs.error}
        what="The runs"
        onRetry={() => void runs.refetch()}
        retrying={runs.isFetching}
      />
    );
  }
  if (runs.data === undefined) return <SkeletonLines lines={8} />;
  if (id === null) {
    return (
      <EmptyState icon={<MailQuestion />} title="No model has been asked yet">
        Replies of a Self-Instruct run that can't be read as problems are kept here, with what was wrong with
        them.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {known.length > 1 ? (
        <Field label="Run">
          <Select
            value={String(id)}
            options={known.map((each) => ({
              value: String(each.id),
              label: `Run ${each.id}`,
              hint: each.state,
            }))}
            onChange={(next) => onRun(Number(next))}
          />
        </Field>
      ) : (
        <p className="text-ink-muted">Run {id}</p>
      )}
      <Replies project={project} run={id} />
    </div>
  );
}

function Replies({ project, run }: { project: string; run: number }) {
  const query = useInfiniteQuery(unreadQuery(api, project, run));
  if (query.isError && !query.data) {
    return (
      <Failure
        error={query.error}
        what="These replies"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (!query.data) return <SkeletonLines lines={6} />;
  const replies = query.data.pages.flatMap(({ items }) => items);
  if (replies.length === 0) {
    return (
      <EmptyState icon={<MailQuestion />} title="Every reply could be read">
        Each reply of this run gave candidates.
      </EmptyState>
    );
  }
  return (
    <>
      <p role="status" className="text-ink-muted">
        {countWords(query.data.pages[0]?.count ?? 0, "reply", "replies")} gave no candidates.
      </p>
      <ul className="flex flex-col gap-2">
        {replies.map(({ slot, fault, reply }) => (
          <li key={slot}>
            <Fold title={`Request ${slot}`} hint={fault}>
              {reply === null ? (
                <p className="text-ink-muted">No reply came.</p>
              ) : (
                <pre
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
                  tabIndex={0}
                  className="max-h-96 overflow-auto whitespace-pre-wrap font-mono text-xs leading-5 [overflow-wrap:anywhere]"
                >
                  {reply}
                </pre>
              )}
            </Fold>
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button
          className="self-start"
          pending={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </>
  );
}

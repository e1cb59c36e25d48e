"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { api } from "#components/api/api.ts";
import { TraceViewSwitch } from "#components/paths/trace-view.tsx";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { Adjudication } from "./adjudication.tsx";
import { disputedQuery, queueQuery, unitQuery } from "./queries.ts";
import { UNIT_STATE_TONE, UNIT_STATE_WORD } from "./queue-words.ts";
import { unitNeighbours } from "./unit-neighbours.ts";

interface UnitScreenProps {
  project: string;
  queue: number;
  id: number;
}

/** One unit with all that was said of it, for a lead to decide; keys go on to the next disputed one. */
export function UnitScreen({ project, queue, id }: UnitScreenProps) {
  const router = useRouter();
  const query = useQuery(unitQuery(api, project, queue, id));
  const name = useQuery(queueQuery(api, project, queue)).data?.name ?? "Queue";
  const { before, after, left } = useDisputed(project, queue, id);
  const at = `/projects/${project}/queues/${queue}`;
  const go = (unit: number | null) => {
    if (unit !== null) router.push(`${at}/units/${unit}`);
  };
  useHotkeys({ j: () => go(after), k: () => go(before) });
  const unit = query.data;
  return (
    <>
      <PageHeader
        title={`Unit ${id}`}
        back={{ href: `${at}?view=units`, label: name }}
        meta={
          unit ? (
            unit.gold === null ? (
              <Badge tone={UNIT_STATE_TONE[unit.state]}>{UNIT_STATE_WORD[unit.state]}</Badge>
            ) : (
              <Badge tone="accent">Gold</Badge>
            )
          ) : null
        }
        actions={
          <>
            {unit && unit.kind !== "seed" ? <TraceViewSwitch /> : null}
            {unit ? (
              <LinkButton size="sm" variant="ghost" href={`/projects/${project}/problems/${unit.problemId}`}>
                To the problem
              </LinkButton>
            ) : null}
            <Button
              size="sm"
              icon={<ChevronLeft />}
              shortcut="k"
              disabled={before === null}
              onClick={() => go(before)}
            >
              Before
            </Button>
            <Button
              size="sm"
              icon={<ChevronRight />}
              shortcut="j"
              disabled={after === null}
              onClick={() => go(after)}
            >
              {left === undefined ? "Next disputed" : `Next of ${left.toLocaleString("en")} disputed`}
            </Button>
          </>
        }
      />
      {unit ? (
        <Adjudication key={unit.id} project={project} queue={queue} unit={unit} />
      ) : (
        <PageBody>
          {query.isError ? (
            <Failure
              error={query.error}
              what="This unit"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : (
            <SkeletonLines lines={10} />
          )}
        </PageBody>
      )}
    </>
  );
}

/** The disputed units beside this one; the next is fetched ahead, so that its key shows it at once. */
function useDisputed(project: string, queue: number, id: number) {
  const queryClient = useQueryClient();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    disputedQuery(api, project, queue),
  );
  const ids = (data?.pages ?? []).flatMap(({ items }) => items.map((unit) => unit.id));
  const { before, after } = unitNeighbours(ids, id);
  const isLast = ids.at(-1) === id;
  useEffect(() => {
    if (isLast && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isLast, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (after !== null) void queryClient.prefetchQuery(unitQuery(api, project, queue, after));
  }, [queryClient, project, queue, after]);
  return { before, after, left: data?.pages[0]?.count };
}

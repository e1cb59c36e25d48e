"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { dollars } from "#components/ui/dollars.ts";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import { CallSheet } from "./call-sheet.tsx";
import { CALL_TONE, triesWords } from "./model-words.ts";
import { callsQuery } from "./queries.ts";

interface CallsPanelProps {
  project: string;
  run: number;
  /** The run still moves: new calls come in. */
  live: boolean;
}

/** The calls that a run has made, newest first; each opens to what was asked and answered. Nothing where it has made none. */
export function CallsPanel({ project, run, live }: CallsPanelProps) {
  const [open, setOpen] = useState<number | null>(null);
  const calls = useInfiniteQuery(callsQuery(api, project, run, live));
  if (calls.isError && !calls.data) {
    return <Failure error={calls.error} what="The calls" onRetry={() => void calls.refetch()} />;
  }
  if (!calls.data) return <SkeletonLines lines={4} />;
  const items = calls.data.pages.flatMap((page) => page.items);
  const count = calls.data.pages[0]?.count ?? 0;
  if (items.length === 0) return null;
  return (
    <Panel
      title="Calls"
      description={`${count.toLocaleString("en")} of models, newest first`}
      flush
      className="mt-4"
    >
      <ul className="divide-y divide-line">
        {items.map((call) => {
          const tries = triesWords(call);
          return (
            <li key={call.id}>
              <button
                type="button"
                className="flex w-full flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
                onClick={() => setOpen(call.id)}
              >
                <ToneDot tone={CALL_TONE[call.state]} label={call.state} showLabel={false} />
                <span className="w-28 shrink-0 truncate font-mono text-xs">{call.slot}</span>
                <span className="w-32 shrink-0 truncate">{call.endpoint}</span>
                <span className="min-w-0 flex-1 truncate text-ink-muted">{call.error ?? tries ?? ""}</span>
                <span className="text-ink-muted text-xs tabular-nums">
                  {call.inputTokens.toLocaleString("en")} + {call.outputTokens.toLocaleString("en")} tokens
                </span>
                <span className="w-16 text-right text-xs tabular-nums">{dollars(call.cost)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {calls.hasNextPage ? (
        <div className="border-line border-t px-4 py-2">
          <Button size="sm" pending={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
            Show older calls
          </Button>
        </div>
      ) : null}
      <CallSheet project={project} call={open} onClose={() => setOpen(null)} />
    </Panel>
  );
}

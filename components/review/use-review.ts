"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, client } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { type ApiFailure, apiFailure } from "#lib/api/client.ts";
import type { SideAnswer } from "#lib/review/contract.ts";
import { setReviewProgress } from "./queries.ts";
import { useOutbox } from "./use-outbox.ts";
import { useVisibleSeconds } from "./use-visible-seconds.ts";
import { EMPTY, LOW_WATER, received, restored, voted, type WorkList } from "./work-list.ts";

const AHEAD = 4;
const LOOK_AGAIN_MS = 15_000;

/** Everything the review screen does: keeps pairs ready, sends votes, takes them back. */
export function useReview(project: string, userId: string) {
  const queryClient = useQueryClient();
  const [work, setWork] = useState<WorkList>(EMPTY);
  const [loading, setLoading] = useState(true);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const outbox = useOutbox(project, userId);
  const clock = useVisibleSeconds();
  const asking = useRef(false);
  const { flush } = outbox;

  const refill = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    try {
      // Votes first: a pair that was voted on here must not be handed out again.
      await flush();
      const { units } = await client.review.next({ project, count: AHEAD });
      setWork((current) => received(current, units));
      setFailure(null);
    } catch (error) {
      setFailure(apiFailure(error));
    } finally {
      asking.current = false;
      setLoading(false);
    }
  }, [project, flush]);

  const ready = work.units.length;
  useEffect(() => {
    if (ready < LOW_WATER && !work.exhausted && failure === null) void refill();
  }, [ready, work.exhausted, failure, refill]);

  // Others may skip or give back what they hold, and leases end: look again while there is nothing to do here.
  const idle = work.units.length === 0 || failure !== null;
  useEffect(() => {
    if (!idle) return;
    const timer = window.setInterval(() => void refill(), LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [idle, refill]);

  const current = work.units[0] ?? null;
  const currentId = current?.pairId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each pair.
  useEffect(() => clock.restart(), [currentId, clock.restart]);

  const vote = useCallback(
    (answer: SideAnswer, comment?: string) => {
      if (!current) return;
      const id = crypto.randomUUID();
      outbox.send({
        id,
        pairId: current.pairId,
        answer,
        leftPathId: current.a.pathId,
        seconds: clock.read(),
        ...(comment ? { comment } : {}),
      });
      setWork((before) => voted({ ...before, exhausted: false }, id, answer));
    },
    [current, outbox, clock],
  );

  const undo = useCallback(async () => {
    const last = work.votes.at(-1);
    if (last && outbox.withdraw(last.id)) {
      setWork((before) => restored(before, last.unit));
      return;
    }
    try {
      await flush();
      const { unit, progress } = await client.review.undo({ project, ...(last ? { id: last.id } : {}) });
      await setReviewProgress(queryClient, api, project, progress);
      if (unit) setWork((before) => restored(before, unit));
      else notify({ title: "There is nothing to take back" });
    } catch (error) {
      notify({
        tone: "bad",
        title: "The vote couldn't be taken back",
        description: apiFailure(error).message,
      });
    }
  }, [work.votes, outbox, flush, project, queryClient]);

  return {
    current,
    ahead: work.units.slice(1),
    lastAnswer: work.votes.at(-1)?.answer ?? null,
    loading: loading && current === null,
    failure,
    pending: outbox.pending,
    offline: outbox.offline || failure?.code === "offline",
    vote,
    undo,
    retry: refill,
  };
}

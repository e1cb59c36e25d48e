"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, client } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { type ApiFailure, apiFailure } from "#lib/api/client.ts";
import type { Note, UnitAnswer } from "#lib/review/contract.ts";
import { setReviewProgress } from "./queries.ts";
import { useOutbox } from "./use-outbox.ts";
import { useVisibleSeconds } from "./use-visible-seconds.ts";
import { EMPTY, LOW_WATER, received, restored, voted, type WorkList } from "./work-list.ts";

const AHEAD = 4;
const LOOK_AGAIN_MS = 15_000;

/** Everything the review room does: keeps units ready, sends answers, takes them back. */
export function useReview(project: string, queue: number, userId: string) {
  const queryClient = useQueryClient();
  const [work, setWork] = useState<WorkList>(EMPTY);
  const [loading, setLoading] = useState(true);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const outbox = useOutbox(project, queue, userId);
  const clock = useVisibleSeconds();
  const asking = useRef(false);
  const { flush } = outbox;

  const refill = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    try {
      // Answers first: a unit that was answered here must not be handed out again.
      await flush();
      const { units, progress } = await client.review.next({ project, queue, count: AHEAD });
      setWork((current) => received(current, units));
      await setReviewProgress(queryClient, api, { project, queue }, progress);
      setFailure(null);
    } catch (error) {
      setFailure(apiFailure(error));
    } finally {
      asking.current = false;
      setLoading(false);
    }
  }, [project, queue, flush, queryClient]);

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
  const currentId = current?.unitId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each unit.
  useEffect(() => clock.restart(), [currentId, clock.restart]);

  const answer = useCallback(
    (said: UnitAnswer, { comment, notes }: { comment: string; notes: Note[] }) => {
      if (!current) return;
      const id = crypto.randomUUID();
      measurePaint();
      outbox.send({
        id,
        unit: current.unitId,
        answer: said,
        shown: current.paths.map(({ pathId }) => pathId),
        problemVersion: current.problemVersion,
        seconds: clock.read(),
        comment,
        notes,
      });
      setWork((before) => voted({ ...before, exhausted: false }, id));
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
      const { unit, progress } = await client.review.undo({
        project,
        queue,
        ...(last ? { id: last.id } : {}),
      });
      await setReviewProgress(queryClient, api, { project, queue }, progress);
      if (unit) setWork((before) => restored(before, unit));
      else notify({ title: "There is nothing to take back" });
    } catch (error) {
      const description = apiFailure(error).message;
      notify({ tone: "bad", title: "The answer couldn't be taken back", description });
    }
  }, [work.votes, outbox, flush, project, queue, queryClient]);

  return {
    current,
    loading: loading && current === null,
    failure,
    pending: outbox.pending,
    refused: outbox.refused,
    letGo: outbox.letGo,
    offline: outbox.offline || failure?.code === "offline",
    answer,
    undo,
    retry: refill,
  };
}

/** From the key press to the next unit painted, as the browser's timeline can show it and a bench read it. */
function measurePaint(): void {
  const start = performance.now();
  const painted = () => performance.measure("review:paint", { start, end: performance.now() });
  requestAnimationFrame(() => requestAnimationFrame(painted));
}

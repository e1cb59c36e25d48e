"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { api, client } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { createOutbox, type KeyValueStore, type Outgoing } from "./outbox.ts";
import { setReviewProgress } from "./queries.ts";

const RETRY_MS = 3_000;

/** The page is drawn on the server first, where no votes are kept. */
const NOWHERE: KeyValueStore = { getItem: () => null, setItem: () => {}, removeItem: () => {} };

/**
 * Sends votes one after the other, and keeps each in the browser until the studio has it. A broken connection is
 * tried again; a vote that the studio refuses is shown and let go.
 */
export function useOutbox(project: string, userId: string) {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(0);
  const [offline, setOffline] = useState(false);
  const sending = useRef(false);
  const outbox = useMemo(
    () => createOutbox(typeof window === "undefined" ? NOWHERE : window.localStorage, userId, project),
    [userId, project],
  );

  const flush = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      for (let vote = outbox.list()[0]; vote; vote = outbox.list()[0]) {
        try {
          const { progress } = await client.review.judge({ project, ...vote });
          await setReviewProgress(queryClient, api, project, progress);
        } catch (error) {
          const failure = apiFailure(error);
          if (failure.code === "offline" || failure.code === "internal" || failure.code === "unavailable") {
            setOffline(true);
            return;
          }
          notify({ tone: "warn", title: "A vote wasn't taken", description: failure.message });
        }
        outbox.remove(vote.id);
        setOffline(false);
        setPending(outbox.list().length);
      }
    } finally {
      sending.current = false;
    }
  }, [outbox, project, queryClient]);

  useEffect(() => {
    setPending(outbox.list().length);
    void flush();
    const again = () => void flush();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [outbox, flush]);

  useEffect(() => {
    if (!offline) return;
    const timer = window.setInterval(() => void flush(), RETRY_MS);
    return () => window.clearInterval(timer);
  }, [offline, flush]);

  const send = useCallback(
    (vote: Outgoing) => {
      outbox.add(vote);
      setPending(outbox.list().length);
      void flush();
    },
    [outbox, flush],
  );

  /** Takes a vote out before it was sent; false when it is already on its way or there. */
  const withdraw = useCallback(
    (id: string) => {
      const waiting = outbox.list();
      const first = waiting[0]?.id === id && sending.current;
      if (first || !waiting.some((vote) => vote.id === id)) return false;
      outbox.remove(id);
      setPending(outbox.list().length);
      return true;
    },
    [outbox],
  );

  return { pending, offline, send, withdraw, flush };
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { api, client } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { createOutbox, type KeyValueStore, type Outgoing } from "./outbox.ts";
import { setReviewProgress } from "./queries.ts";

const RETRY_MS = 3_000;
const LATER = new Set(["offline", "internal", "unavailable"]);

/** The page is drawn on the server first, where no answers are kept. */
const NOWHERE: KeyValueStore = { getItem: () => null, setItem: () => {}, removeItem: () => {} };

/** An answer that the studio didn't take, with its words. */
export interface Refused {
  answer: Outgoing;
  message: string;
}

/**
 * Sends answers one after the other, and keeps each in the browser until the studio has it. A broken connection is
 * tried again; an answer that the studio refuses is shown until the person lets it go.
 */
export function useOutbox(project: string, queue: number, userId: string) {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(0);
  const [offline, setOffline] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const sending = useRef(false);
  const outbox = useMemo(() => {
    const store = typeof window === "undefined" ? NOWHERE : window.localStorage;
    return createOutbox(store, userId, `${project}/${queue}`);
  }, [userId, project, queue]);

  const flush = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      for (let answer = outbox.list()[0]; answer; answer = outbox.list()[0]) {
        const said = answer;
        try {
          const { progress, late } = await client.review.answer({ project, queue, ...said });
          await setReviewProgress(queryClient, api, { project, queue }, progress);
          if (late) notify({ title: "Your answer came late, and was kept" });
        } catch (error) {
          const { code, message } = apiFailure(error);
          if (LATER.has(code)) {
            setOffline(true);
            return;
          }
          setRefused((before) => [...before, { answer: said, message }]);
        }
        outbox.remove(said.id);
        setOffline(false);
        setPending(outbox.list().length);
      }
    } finally {
      sending.current = false;
    }
  }, [outbox, project, queue, queryClient]);

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
    (answer: Outgoing) => {
      outbox.add(answer);
      setPending(outbox.list().length);
      void flush();
    },
    [outbox, flush],
  );

  /** Takes an answer out before it was sent; false when it is already on its way or there. */
  const withdraw = useCallback(
    (id: string) => {
      const waiting = outbox.list();
      const first = waiting[0]?.id === id && sending.current;
      if (first || !waiting.some((answer) => answer.id === id)) return false;
      outbox.remove(id);
      setPending(outbox.list().length);
      return true;
    },
    [outbox],
  );

  const letGo = useCallback((id: string) => {
    setRefused((before) => before.filter(({ answer }) => answer.id !== id));
  }, []);

  return { pending, offline, refused, letGo, send, withdraw, flush };
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, client } from "#components/api/api.ts";
import { type DraftKeeper, type DraftState, keepDraft, type Written } from "./draft-keeper.ts";
import type { LocalDraft } from "./local-draft.ts";
import { draftQuery } from "./queries.ts";

/** Browsers send no more than this, in bytes, for a page that goes away. */
const LAST_BYTES = 60_000;

interface Place {
  project: string;
  /** Without it: a new problem. */
  problem: number | undefined;
}

/** Sends a draft in a way that outlives the page. What is too long stays in this browser until it is opened again. */
function sendLast({ project, problem }: Place, written: Written): void {
  const body = JSON.stringify({ ...(problem === undefined ? {} : { problem }), ...written });
  if (new TextEncoder().encode(body).length > LAST_BYTES) return;
  const address = `/api/v1/projects/${encodeURIComponent(project)}/drafts`;
  const headers = { "content-type": "application/json" };
  void fetch(address, { method: "PUT", keepalive: true, headers, body }).catch(() => {
    // It is kept in this browser as well.
  });
}

/** Keeps what is written in an editor as a draft, see `keepDraft`; `savedAt`: of the draft that it opened with. */
export function useDraft(
  place: Place,
  local: LocalDraft,
  savedAt: string | null,
): { keeper: DraftKeeper; state: DraftState } {
  const queryClient = useQueryClient();
  const { project, problem } = place;
  const [state, setState] = useState<DraftState>(
    savedAt === null ? { status: "none" } : { status: "saved", at: Date.parse(savedAt) },
  );
  const [keeper] = useState(() => {
    const input = { project, ...(problem === undefined ? {} : { problem }) };
    const { queryKey } = draftQuery(api, project, problem);
    return keepDraft(savedAt, {
      local,
      save: async (written) => {
        const draft = await client.drafts.save({ ...input, ...written });
        queryClient.setQueryData(queryKey, draft);
        return draft.updatedAt;
      },
      discard: async () => {
        await client.drafts.discard(input);
        queryClient.setQueryData(queryKey, null);
      },
      sendLast: (written) => sendLast(place, written),
      schedule: (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      onState: setState,
    });
  });

  useEffect(() => {
    const flush = () => void keeper.flush();
    const onHidden = () => {
      if (document.visibilityState === "hidden") flush();
    };
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", keeper.leave);
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", keeper.leave);
      document.removeEventListener("visibilitychange", onHidden);
      flush();
    };
  }, [keeper]);

  return { keeper, state };
}

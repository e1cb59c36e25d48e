"use client";

import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, client } from "#components/api/api.ts";
import { meQuery } from "#components/projects/queries.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { Candidate, CandidateRow, Decision } from "#lib/instructions/contract.ts";
import { decidedRow, takingBack } from "./decided-row.ts";

interface Page {
  items: CandidateRow[];
  nextCursor: number | null;
  count: number;
}

const UNDO_DEPTH = 100;

/**
 * Decides on candidates: what is shown changes at once, the decisions go out one after the other, and where one isn't
 * taken its row goes back to what it was, with the reason in words. `undo` takes the last one back and gives its
 * candidate.
 */
export function useDecisions(project: string) {
  const queryClient = useQueryClient();
  const me = useQuery(meQuery(api)).data?.name ?? "You";
  const [undoable, setUndoable] = useState<readonly CandidateRow[]>([]);
  const sending = useRef<Promise<void>>(Promise.resolve());
  /** By candidate: its `decidedAt` as the studio last gave it. What is shown may be ahead of that. */
  const seen = useRef(new Map<number, string | null>());
  const underWay = useRef(new Map<number, number>());

  const show = (row: CandidateRow) => {
    queryClient.setQueriesData<InfiniteData<Page>>(
      { queryKey: api.candidates.list.key({ type: "infinite" }) },
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.id === row.id ? { ...row, text: item.text } : item)),
          })),
        },
    );
    const { queryKey } = api.candidates.get.queryOptions({ input: { project, candidate: row.id } });
    queryClient.setQueryData<Candidate>(queryKey, (data) => data && { ...data, ...row, text: data.text });
  };

  const send = async (before: CandidateRow, state: Decision) => {
    const { id } = before;
    try {
      const input = { project, candidate: id, state, seen: seen.current.get(id) ?? null };
      const row = await client.candidates.decide(input);
      settle(id, row);
    } catch (error) {
      setUndoable((rows) => rows.filter((row) => row !== before));
      const { message } = apiFailure(error);
      notify({ tone: "warn", title: `Candidate ${id} stays as it was`, description: message });
      settle(id, await client.candidates.get({ project, candidate: id }).catch(() => before));
    }
    // For the next time that they are shown; asking for them after each decision would cost more than the decisions.
    for (const queryKey of [
      api.candidates.facets.key(),
      api.candidates.histogram.key(),
      api.problems.key(),
    ]) {
      void queryClient.invalidateQueries({ queryKey, refetchType: "none" });
    }
  };

  /** Shows what the studio says, unless another decision on the candidate is under way: that is ahead of it. */
  const settle = (id: number, row: CandidateRow) => {
    const left = (underWay.current.get(id) ?? 1) - 1;
    underWay.current.set(id, left);
    seen.current.set(id, row.decidedAt);
    if (left === 0) show(row);
  };

  const make = (before: CandidateRow, state: Decision, shown: CandidateRow) => {
    underWay.current.set(before.id, (underWay.current.get(before.id) ?? 0) + 1);
    show(shown);
    sending.current = sending.current.then(() => send(before, state));
  };

  return {
    decide: (row: CandidateRow, state: "accepted" | "dropped") => {
      if ((underWay.current.get(row.id) ?? 0) === 0) seen.current.set(row.id, row.decidedAt);
      make(row, state, decidedRow(row, state, me, new Date().toISOString()));
      setUndoable((rows) => [...rows, row].slice(-UNDO_DEPTH));
    },
    undo: (): CandidateRow | null => {
      const before = undoable.at(-1);
      if (before === undefined) return null;
      setUndoable((rows) => rows.slice(0, -1));
      make(before, takingBack(before), before);
      return before;
    },
    canUndo: undoable.length > 0,
  };
}

"use client";

import { useEffect, useRef, useState } from "react";
import { client } from "#components/api/api.ts";
import { useSettled } from "#components/ui/use-settled.ts";
import type { AnswerDraft, Note, ReviewUnit, UnitAnswer } from "#lib/review/contract.ts";

const SETTLED_MS = 800;
const RENEW_MS = 120_000;
const NOTHING: AnswerDraft = { answer: null, comment: "", notes: [] };

/**
 * What is begun of the unit on the screen: put back from the server, kept there while it is written, and empty with the
 * next unit. Keeping it also renews the lease, as long as the page is open.
 */
export function useDraft(project: string, queue: number, unit: ReviewUnit | null) {
  const [draft, setDraft] = useState<AnswerDraft>(NOTHING);
  const of = useRef<number | null>(null);
  const id = unit?.unitId ?? null;
  if (of.current !== id) {
    of.current = id;
    setDraft(unit?.draft ?? NOTHING);
  }
  const changed = JSON.stringify(draft) !== JSON.stringify(unit?.draft ?? NOTHING);
  const settled = useSettled(changed ? JSON.stringify({ id, draft }) : null, SETTLED_MS);
  useEffect(() => {
    if (settled === null) return;
    const kept: { id: number | null; draft: AnswerDraft } = JSON.parse(settled);
    if (kept.id === null || kept.id !== of.current) return;
    // Lost drafts are written again with the next word; the answer itself is kept by the outbox.
    client.review.draft({ project, queue, unit: kept.id, draft: kept.draft }).catch(() => {});
  }, [settled, project, queue]);

  useEffect(() => {
    if (id === null) return;
    const renew = () => {
      if (!document.hidden) client.review.next({ project, queue, count: 1 }).catch(() => {});
    };
    const timer = window.setInterval(renew, RENEW_MS);
    return () => window.clearInterval(timer);
  }, [id, project, queue]);

  return {
    draft,
    setAnswer: (answer: UnitAnswer | null) => setDraft((before) => ({ ...before, answer })),
    setComment: (comment: string) => setDraft((before) => ({ ...before, comment })),
    addNote: (note: Note) => setDraft((before) => ({ ...before, notes: [...before.notes, note] })),
    removeNote: (at: number) =>
      setDraft((before) => ({ ...before, notes: before.notes.filter((_, place) => place !== at) })),
  };
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { api } from "#components/api/api.ts";
import { AnswerText } from "#components/problems/answer-text.tsx";
import type { Agreement } from "#lib/paths/contract.ts";
import { agreementWords } from "./agreement-words.ts";
import { agreementQuery } from "./queries.ts";

/** What paths agree on, on one line, kept apart from any reference answer by mark, style and words. */
export function AgreementLine({ agreement }: { agreement: Agreement }) {
  const words = agreementWords(agreement);
  if (words === null) return null;
  return (
    <p className="flex items-start gap-2 text-ink-muted text-xs">
      <Users aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-faint" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {words.before}
        {words.answer === null ? null : <AnswerText compact answer={words.answer} className="text-ink" />}
        {words.after}. That is only what they agree on, not a reference answer.
      </span>
    </p>
  );
}

interface AgreementNoteProps {
  project: string;
  problem: number;
}

/** The agreement of a problem's paths, where there is no reference answer; nothing until it is known. */
export function AgreementNote({ project, problem }: AgreementNoteProps) {
  const { data, isError, refetch } = useQuery(agreementQuery(api, project, problem));
  if (isError && !data) {
    return (
      <p className="text-ink-muted text-xs">
        What the paths agree on couldn't be loaded.{" "}
        <button type="button" className="underline" onClick={() => void refetch()}>
          Try again
        </button>
      </p>
    );
  }
  return data ? <AgreementLine agreement={data} /> : null;
}

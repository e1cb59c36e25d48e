"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "#components/api/api.ts";
import { AnswerText } from "#components/problems/answer-text.tsx";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Panel } from "#components/ui/panel.tsx";
import { ToneDot } from "#components/ui/tone-dot.tsx";
import { compareAnswers } from "#lib/answers/equal.ts";
import { bareAnswer } from "#lib/answers/extract.ts";
import type { Agreement } from "#lib/paths/contract.ts";
import { AgreementLine } from "./agreement-note.tsx";
import { agreementQuery } from "./queries.ts";

interface AgreementPanelProps {
  project: string;
  problem: number;
  reference: string | null;
}

/** The answers that a problem's paths give, most frequent first, and which of them is the reference, if there is one. */
export function AgreementPanel({ project, problem, reference }: AgreementPanelProps) {
  const query = useQuery(agreementQuery(api, project, problem));
  const { data } = query;
  if (!data && !query.isError) return null;
  if (data?.paths === 0) return null;
  return (
    <Panel
      flush
      title="Answers of the paths"
      actions={
        data && data.paths > data.answered ? (
          <span className="text-ink-muted text-xs">
            {countWords(data.paths - data.answered, "path")} without an answer
          </span>
        ) : null
      }
    >
      {data ? (
        <Distribution agreement={data} reference={reference} />
      ) : (
        <Failure
          error={query.error}
          what="These answers"
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
    </Panel>
  );
}

interface DistributionProps {
  agreement: Agreement;
  reference: string | null;
}

function Distribution({ agreement, reference }: DistributionProps) {
  const { answered, answers } = agreement;
  const outcomes = useMemo(
    () =>
      answers.map(({ answer }) =>
        reference === null ? null : compareAnswers(bareAnswer(reference), answer).outcome,
      ),
    [answers, reference],
  );
  if (answers.length === 0) {
    return (
      <p className="p-4 text-ink-muted">
        No final answer yet. Checking the paths finds the answer of each, and they are counted here.
      </p>
    );
  }
  const counted = answers.reduce((sum, { paths }) => sum + paths, 0);
  return (
    <>
      {reference === null ? (
        <div className="border-line border-b px-4 py-2">
          <AgreementLine agreement={agreement} />
        </div>
      ) : null}
      <ol aria-label="Answers, the most frequent first" className="divide-y divide-line">
        {answers.map(({ answer, paths }, place) => (
          <li key={answer} className="flex items-center gap-3 px-4 py-1.5">
            <span className="min-w-0 flex-1 truncate">
              <AnswerText compact answer={answer} />
            </span>
            {outcomes[place] === "equal" ? <ToneDot tone="good" label="the reference" showLabel /> : null}
            {outcomes[place] === "undecided" ? (
              <ToneDot tone="neutral" label="perhaps the reference" showLabel />
            ) : null}
            <span aria-hidden className="h-1 w-24 shrink-0 overflow-hidden rounded-full bg-line narrow:w-14">
              <span
                className={cx(
                  "block h-full rounded-full",
                  outcomes[place] === "equal" ? "bg-good" : "bg-ink-faint",
                )}
                style={{ width: `${(100 * paths) / answered}%` }}
              />
            </span>
            <span className="w-16 shrink-0 text-right text-ink-muted text-xs tabular-nums">
              {countWords(paths, "path")}
            </span>
          </li>
        ))}
      </ol>
      {answered > counted ? (
        <p className="border-line border-t px-4 py-1.5 text-ink-muted text-xs">
          {countWords(answered - counted, "more path")} with rarer answers
        </p>
      ) : null}
      {reference !== null && !outcomes.some((outcome) => outcome !== "different") ? (
        <p className="border-line border-t px-4 py-1.5 text-ink-muted text-xs">
          None of these is the reference answer.
        </p>
      ) : null}
    </>
  );
}

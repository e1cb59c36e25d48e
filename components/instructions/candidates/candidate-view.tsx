"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Undo2, X } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CandidateRow } from "#lib/instructions/contract.ts";
import { CandidateFacts } from "./candidate-facts.tsx";
import { standingSentence } from "./candidate-words.ts";
import { Comparison } from "./comparison.tsx";
import { candidateQuery } from "./queries.ts";

interface CandidateViewProps {
  project: string;
  id: number;
  /** What the table knows of it, shown until the rest is there. */
  row: CandidateRow | undefined;
  turn: number;
  onTurn: () => void;
  onDecide: (row: CandidateRow, state: "accepted" | "dropped") => void;
  onUndo: (() => void) | null;
}

/** One candidate to decide on: how it stands, its text, its nearest beside it, and where it comes from. */
export function CandidateView({ project, id, row, turn, onTurn, onDecide, onUndo }: CandidateViewProps) {
  const query = useQuery(candidateQuery(api, project, id));
  const shown = query.data ?? row;
  if (query.isError && !query.data) {
    return (
      <Failure
        error={query.error}
        what="This candidate"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  return (
    <article aria-label={`Candidate ${id}`} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<Check />}
          shortcut="a"
          disabled={shown === undefined}
          aria-pressed={shown?.state === "accepted" && shown.decidedBy !== null}
          onClick={() => shown && onDecide(shown, "accepted")}
        >
          Accept
        </Button>
        <Button
          icon={<X />}
          shortcut="x"
          disabled={shown === undefined}
          aria-pressed={shown?.state === "dropped" && shown.decidedBy !== null}
          onClick={() => shown && onDecide(shown, "dropped")}
        >
          Drop
        </Button>
        <Button
          variant="ghost"
          icon={<Undo2 />}
          shortcut="u"
          disabled={onUndo === null}
          onClick={() => onUndo?.()}
        >
          Undo
        </Button>
      </div>
      <p className="min-h-10 text-ink-muted" aria-live="polite">
        {shown === undefined ? null : <StandingLine project={project} row={shown} />}
      </p>
      <Panel title="Statement">
        {shown === undefined ? <SkeletonLines lines={3} /> : <MathText text={shown.text} />}
      </Panel>
      <Comparison project={project} candidate={query.data} turn={turn} onNext={onTurn} />
      {query.data ? <CandidateFacts project={project} candidate={query.data} /> : <SkeletonLines lines={4} />}
    </article>
  );
}

function StandingLine({ project, row }: { project: string; row: CandidateRow }) {
  const gone = row.state === "accepted" && row.problemId === null && row.decidedBy === null;
  return (
    <>
      <strong className="font-medium text-ink">{row.state === "accepted" ? "Accepted" : "Dropped"}.</strong>{" "}
      {standingSentence(row)}{" "}
      {row.problemId === null ? null : (
        <TextLink href={`/projects/${project}/problems/${row.problemId}`}>Problem {row.problemId}</TextLink>
      )}
      {gone ? "Its problem is in the bin; accepting it brings it back." : null}
    </>
  );
}

"use client";

import { ChevronsRight } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { WordDiffText } from "#components/ui/word-diff-text.tsx";
import type { Candidate } from "#lib/instructions/contract.ts";
import { ScoresTable } from "./scores-table.tsx";

interface ComparisonProps {
  project: string;
  /** Undefined while it is on its way. */
  candidate: Pick<Candidate, "text" | "neighbours" | "rougeL" | "runId"> | undefined;
  /** Which neighbour is shown, counted on without end. */
  turn: number;
  onNext: () => void;
}

/** A candidate's source beside that of one of its nearest, each with what the other lacks marked, and their scores. */
export function Comparison({ project, candidate, turn, onNext }: ComparisonProps) {
  const all = candidate?.neighbours ?? [];
  const neighbour = all[turn % Math.max(1, all.length)];
  const place = all.length > 1 ? `${(turn % all.length) + 1} of ${all.length}` : "";
  return (
    <Panel
      title="Beside its nearest"
      className="min-h-72"
      actions={
        all.length > 1 ? (
          <>
            <span className="text-ink-muted text-xs tabular-nums">{place}</span>
            <IconButton
              label="Next neighbour"
              shortcut="n"
              icon={<ChevronsRight />}
              onClick={onNext}
              size="sm"
            />
          </>
        ) : null
      }
    >
      {candidate === undefined ? (
        <SkeletonLines lines={6} />
      ) : neighbour === undefined ? (
        <p className="text-ink-muted">
          {candidate.rougeL === null
            ? "It was dropped, or kept, without a comparison: nothing came before it, or a gate decided first."
            : "What it was nearest to has been deleted since."}
        </p>
      ) : (
        <div className="@container flex flex-col gap-4">
          <div className="grid gap-4 @sm:grid-cols-2">
            <section aria-label="Candidate" className="min-w-0">
              <h3 className="mb-1 text-ink-muted text-xs">Candidate</h3>
              <WordDiffText before={neighbour.text} after={candidate.text} side="after" fold={false} />
            </section>
            <section aria-label="Neighbour" className="min-w-0">
              <h3 className="mb-1 text-ink-muted text-xs">
                <NeighbourName project={project} neighbour={neighbour} />
              </h3>
              <WordDiffText before={neighbour.text} after={candidate.text} side="before" fold={false} />
            </section>
          </div>
          <ScoresTable project={project} run={candidate.runId} neighbour={neighbour} />
        </div>
      )}
    </Panel>
  );
}

function NeighbourName({
  project,
  neighbour,
}: {
  project: string;
  neighbour: Candidate["neighbours"][number];
}) {
  const { problem, candidate } = neighbour;
  const at = `/projects/${project}`;
  if (problem !== null) return <TextLink href={`${at}/problems/${problem}`}>Problem {problem}</TextLink>;
  if (candidate !== null) {
    return <TextLink href={`${at}/candidates/${candidate}`}>Candidate {candidate} of the same run</TextLink>;
  }
  return <>A problem that is in the bin by now</>;
}

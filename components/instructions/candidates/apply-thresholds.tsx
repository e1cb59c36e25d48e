"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, client } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { refreshProblems } from "#components/problems/refresh-problems.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import type { RefilterPreview } from "#lib/instructions/contract/candidates.ts";
import type { Thresholds } from "#lib/instructions/contract.ts";
import type { Run } from "#lib/jobs/contract.ts";

interface ApplyThresholdsProps {
  project: string;
  run: Run;
  thresholds: Thresholds;
  /** What they would do; undefined while that isn't known exactly. */
  preview: RefilterPreview | undefined;
  /** Null where they are as they were. */
  onReset: (() => void) | null;
}

/** Decides a run's candidates by the thresholds, after saying what that changes. */
export function ApplyThresholds({ project, run, thresholds, preview, onReset }: ApplyThresholdsProps) {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const ended = run.state === "done" || run.state === "failed" || run.state === "cancelled";
  const apply = async () => {
    const { changed } = await client.candidates.refilter({ project, run: run.id, thresholds });
    notify({ tone: "good", title: `${countWords(changed, "candidate")} decided anew` });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.candidates.key() }),
      queryClient.invalidateQueries({ queryKey: api.runs.key() }),
      refreshProblems(queryClient),
    ]);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant="primary"
        disabled={!ended || onReset === null || preview === undefined}
        onClick={() => setAsking(true)}
      >
        Apply to this run
      </Button>
      <Button variant="ghost" disabled={onReset === null} onClick={() => onReset?.()}>
        Back to the run's own
      </Button>
      {ended ? null : (
        <span className="text-ink-muted text-xs">
          The run decides by its own thresholds until it has ended; then they can be changed.
        </span>
      )}
      {preview === undefined ? null : (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={`Decide ${countWords(preview.changing, "candidate")} anew?`}
          description={`${countWords(preview.accepted, "candidate")} of this run will be accepted, ${preview.dropped.toLocaleString("en")} dropped as similar. Instructions of those that are dropped go into the bin; those that are accepted become problems, without a solution where none was asked for.`}
          confirmLabel="Apply"
          onConfirm={apply}
        />
      )}
    </div>
  );
}

import { Badge } from "#components/ui/badge.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { ReviewProgress as Progress } from "#lib/review/contract/work.ts";

interface ReviewProgressProps {
  progress: Progress | undefined;
  pending: number;
  offline: boolean;
}

/** One line: how far the queue and oneself have come, and what is still on its way. */
export function ReviewProgress({ progress, pending, offline }: ReviewProgressProps) {
  const total = progress ? progress.open + progress.answered : 0;
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
      <div className="w-32 shrink-0">
        <ProgressBar
          label="Answers given"
          hideLabel
          value={progress?.answered ?? 0}
          max={Math.max(total, 1)}
        />
      </div>
      <span>
        {(progress?.answered ?? 0).toLocaleString("en")}
        <span className="text-ink-muted"> of {total.toLocaleString("en")} answered</span>
      </span>
      <span className="text-ink-muted">
        {(progress?.mine ?? 0).toLocaleString("en")} by you
        {progress?.minePerHour ? `, ${Math.round(progress.minePerHour).toLocaleString("en")} an hour` : ""}
      </span>
      <span aria-live="polite">
        {offline ? <Badge tone="warn">offline, {pending} kept here</Badge> : null}
        {!offline && pending > 0 ? <span className="text-ink-faint">sending {pending}</span> : null}
      </span>
    </div>
  );
}

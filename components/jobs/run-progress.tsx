import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { Run } from "#lib/jobs/contract.ts";
import { isLive } from "./queries.ts";
import { runTitle, STATE_TONE } from "./run-words.ts";

/** How far a run has come; a run that has ended shows a full bar in the tone of its end. */
export function RunProgress({ run }: { run: Run }) {
  const ended = !isLive(run) && run.state !== "paused";
  const known = run.total !== null && run.total > 0;
  const resting = run.state === "paused";
  const share = known ? run.done / (run.total ?? 1) : null;
  const value = ended ? 1 : resting ? (share ?? 0) : run.state === "running" ? share : null;
  return (
    <ProgressBar
      label={`Progress of ${runTitle(run)}`}
      hideLabel
      className="w-full"
      value={value}
      max={1}
      tone={STATE_TONE[run.state]}
      text={ended || resting || run.state === "queued" ? run.state : undefined}
    />
  );
}
